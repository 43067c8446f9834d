#include "votum-config.h"

#include "votum-case-first-draft.h"

#include <string.h>

#include "votum-case-citation-forms.h"
#include "votum-case-citation.h"
#include "votum-case-evidence.h"
#include "votum-case-phrases-private.h"
#include "votum-case-phrases.h"
#include "votum-case-private.h"
#include "votum-words.h"

/* A first draft along the structure of the genre: openings of the phrase bank with what was noted behind them. Whoever edits
 * it joins the two; what rests on a note stays linked to it. */

#define MOST_CRITERIA 3

typedef struct {
  VotumCase     *self;
  VotumStanding *standing;
  const char    *lang;
  int            form;
  GPtrArray     *names;     /* of those who are honoured: not to be said early on the stage */
  GHashTable    *used;      /* of VotumThing: notes that stand there already */
  GString       *text;
  guint          length;    /* in characters */
  GArray        *passages;
} Draft;

void
votum_first_draft_free (VotumFirstDraft *self)
{
  g_free (self->text);
  g_free (self->quote);
  g_free (self->quote_source);
  g_array_unref (self->passages);
  g_free (self);
}

static void
append (Draft      *draft,
        const char *words)
{
  g_string_append (draft->text, words);
  draft->length += (guint) g_utf8_strlen (words, -1);
}

static void
append_sentence (Draft      *draft,
                 const char *sentence)
{
  if (draft->length > 0 && !g_str_has_suffix (draft->text->str, "\n"))
    append (draft, " ");
  append (draft, sentence);
}

static gboolean
names_anybody (Draft      *draft,
               const char *text)
{
  guint start;
  guint end;

  for (guint i = 0; i < draft->names->len; i++)
    if (votum_citation_find_name (text, g_ptr_array_index (draft->names, i), 0, &start, &end))
      return TRUE;

  return FALSE;
}

static VotumThing *
find_note (Draft      *draft,
           VotumThing *entrant,
           gint64      criterion,
           int         kind)
{
  GListModel *notes = votum_case_get_things (draft->self, VOTUM_KIND_NOTE);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);

      if (votum_case_may_see (draft->self, note) && votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT) == votum_thing_get_id (entrant) &&
          votum_evidence_is_open (note) && (criterion == 0 || votum_thing_get_ref (note, VOTUM_NOTE_CRITERION) == criterion) &&
          votum_thing_get_choice (note, VOTUM_NOTE_KIND) == kind && !g_hash_table_contains (draft->used, note) &&
          !(draft->form == VOTUM_CITATION_FORM_NAME_LAST && names_anybody (draft, votum_thing_get_text (note, VOTUM_NOTE_TEXT))))
        return note;
    }

  return NULL;
}

/* An opening of the phrase bank with what was noted in place of its ellipsis. */
static void
append_evidence (Draft      *draft,
                 const char *opening,
                 VotumThing *note)
{
  const char *dots = strstr (opening, "…");
  g_autofree char *words = g_strndup (opening, dots != NULL ? (gsize) (dots - opening) : strlen (opening));
  g_autofree char *sentence = votum_case_evidence_sentence (draft->self, note, draft->lang);
  VotumPassage passage = { 0, 0, note };

  append_sentence (draft, g_strchomp (words));
  append (draft, ": ");
  passage.start = draft->length;
  append (draft, sentence);
  passage.end = draft->length;
  g_array_append_val (draft->passages, passage);
  g_hash_table_add (draft->used, note);
}

static void
append_judgement (Draft      *draft,
                  VotumThing *entrant,
                  const char *who)
{
  g_autoptr(GArray) leaves = votum_standing_by_weight (draft->standing);
  VotumThing *note;
  guint n_sentences = 0;

  for (guint i = 0; i < leaves->len && n_sentences < MOST_CRITERIA; i++)
    {
      VotumThing *criterion = g_ptr_array_index (draft->standing->leaves, g_array_index (leaves, guint, i));
      g_autofree char *opening = NULL;

      note = find_note (draft, entrant, votum_thing_get_id (criterion), VOTUM_NOTE_KIND_STRENGTH);
      if (note == NULL)
        continue;
      opening = votum_words_fill (votum_phrase_word (draft->lang, VOTUM_PHRASE_CRITERION), "criterion",
                                  votum_texts_get (votum_thing_get_texts (criterion, VOTUM_CRITERION_NAME), draft->lang), "who", who, NULL);
      append_evidence (draft, opening, note);
      n_sentences++;
    }

  note = find_note (draft, entrant, 0, VOTUM_NOTE_KIND_OBSERVATION);
  if (note == NULL)
    note = find_note (draft, entrant, 0, VOTUM_NOTE_KIND_STRENGTH);
  if (note != NULL)
    append_evidence (draft, votum_words (draft->lang, VOTUM_WORD_SITE_VISIT), note);
}

/* A quote from one that may be quoted; named only where that was allowed. */
static void
find_quote (Draft           *draft,
            VotumThing      *entrant,
            VotumFirstDraft *result)
{
  VotumThing *note = find_note (draft, entrant, 0, VOTUM_NOTE_KIND_QUOTE);

  if (note == NULL || result->quote != NULL)
    return;
  result->quote = votum_citation_bare_quote (votum_thing_get_text (note, VOTUM_NOTE_TEXT));
  if (votum_thing_get_choice (note, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE)
    result->quote_source = g_strdup (votum_thing_get_text (note, VOTUM_NOTE_SPEAKER));
}

/* By name where it was said already; for the stage by a word. */
static char *
subject_of (Draft      *draft,
            VotumThing *about,
            VotumThing *entrant)
{
  VotumHonour honour = votum_case_get_honour (draft->self, draft->standing, entrant);

  if (draft->form == VOTUM_CITATION_FORM_NAME_FIRST && (about == NULL || honour == VOTUM_HONOUR_MENTION || honour == VOTUM_HONOUR_FINALIST))
    return g_strdup (votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));

  return votum_case_honoured_word (draft->self, draft->standing, entrant, draft->lang);
}

/* What the phrase bank gives for the end: how it was decided, and good wishes. */
static void
append_end (Draft      *draft,
            VotumThing *about)
{
  VotumComposed composed = { .standing = draft->standing, .about = about, .lang = draft->lang, .form = draft->form,
                             .text = draft->text->str, .passages = draft->passages };
  g_autoptr(GPtrArray) phrases = votum_case_list_phrases (draft->self, &composed);

  for (guint i = 0; i < phrases->len; i++)
    {
      const VotumPhrase *phrase = g_ptr_array_index (phrases, i);

      if (phrase->part == VOTUM_PART_CLOSING)
        append_sentence (draft, phrase->text);
    }
}

/**
 * votum_case_first_draft:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom the text is to be about; %NULL for all who share the prize, or for no award
 * @lang: its language
 * @form: one of #VotumCitationForm
 *
 * Returns: (transfer full): a text to begin with, from the notes that may be quoted
 */
VotumFirstDraft *
votum_case_first_draft (VotumCase     *self,
                        VotumStanding *standing,
                        VotumThing    *about,
                        const char    *lang,
                        int            form)
{
  VotumFirstDraft *result = g_new0 (VotumFirstDraft, 1);
  g_autoptr(GPtrArray) honoured = votum_case_honoured (self, standing, about);
  g_autoptr(GPtrArray) names = votum_case_honoured_names (self, standing, about);
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autofree char *line = votum_case_award_line (self, standing, about, lang);
  Draft draft = { self, standing, lang, form, names, used, g_string_new (NULL), 0, g_array_new (FALSE, FALSE, sizeof (VotumPassage)) };
  gboolean last = form == VOTUM_CITATION_FORM_NAME_LAST && honoured->len > 0;

  if (!last)
    append_sentence (&draft, line);
  for (guint i = 0; i < honoured->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (honoured, i);
      g_autofree char *who = subject_of (&draft, about, entrant);

      append_judgement (&draft, entrant, who);
      find_quote (&draft, entrant, result);
    }
  append_end (&draft, about);
  if (last)
    append_sentence (&draft, line);
  result->text = g_string_free (draft.text, FALSE);
  result->passages = draft.passages;

  return result;
}
