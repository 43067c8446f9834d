#include "votum-config.h"

#include "votum-case-composer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-citation-forms.h"
#include "votum-case-citation.h"
#include "votum-case-evidence.h"
#include "votum-case-phrases.h"
#include "votum-case-private.h"

/* What a jury's text has to look out for. The limits are those of published citations: 28 to 105 words, median 69. */

#define STAGE_MIN_WORDS 40
#define STAGE_MAX_WORDS 120
#define PRINT_MAX_WORDS 300

typedef struct {
  GPtrArray  *warnings;
  const char *text;
} Check;

void
votum_citation_warning_free (VotumCitationWarning *self)
{
  g_free (self->sentence);
  g_free (self);
}

static void warn (Check *check, VotumWarningKind kind, guint start, guint end, const char *format, ...) G_GNUC_PRINTF (5, 6);

static void
warn (Check           *check,
      VotumWarningKind kind,
      guint            start,
      guint            end,
      const char      *format,
      ...)
{
  VotumCitationWarning *warning = g_new0 (VotumCitationWarning, 1);
  va_list args;

  va_start (args, format);
  *warning = (VotumCitationWarning) { kind, start, end, g_strdup_vprintf (format, args) };
  va_end (args);
  g_ptr_array_add (check->warnings, warning);
}

/**
 * votum_citation_count_words:
 * @text: a text
 *
 * Returns: how many words it has: runs between white space with a letter or a digit in them
 */
guint
votum_citation_count_words (const char *text)
{
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n_words++;
        }
    }

  return n_words;
}

static void
check_length (Check   *check,
              gboolean stage)
{
  guint n_words = votum_citation_count_words (check->text);

  if (stage && n_words < STAGE_MIN_WORDS)
    warn (check, VOTUM_WARNING_SHORT, 0, 0,
          g_dngettext (GETTEXT_PACKAGE, "%u word is little for the stage. Most citations have about seventy.",
                       "%u words are few for the stage. Most citations have about seventy.", n_words), n_words);
  else if (stage && n_words > STAGE_MAX_WORDS)
    warn (check, VOTUM_WARNING_LONG, 0, 0, _("%u words are many for the stage. Most citations have about seventy."), n_words);
  else if (!stage && n_words < STAGE_MIN_WORDS)
    warn (check, VOTUM_WARNING_SHORT, 0, 0,
          g_dngettext (GETTEXT_PACKAGE, "%u word is little for a citation. Most have about seventy.",
                       "%u words are few for a citation. Most have about seventy.", n_words), n_words);
  else if (!stage && n_words > PRINT_MAX_WORDS)
    warn (check, VOTUM_WARNING_LONG, 0, 0, _("%u words are many, also for print. Keep it below three hundred."), n_words);
}

static void
check_losers (Check               *check,
              VotumCase           *self,
              const VotumComposed *composed)
{
  g_autoptr(GPtrArray) honoured = votum_case_honoured (self, composed->standing, composed->about);

  for (guint i = 0; i < composed->standing->entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (composed->standing->entrants, i);
      const char *name = votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME);
      guint start;
      guint end;

      if (!g_ptr_array_find (honoured, entrant, NULL) && votum_citation_find_name (check->text, name, 0, &start, &end))
        warn (check, VOTUM_WARNING_LOSER, start, end, _("%s is named, who does not get this citation. Leave other finalists out."), name);
    }
}

/* On the stage the name is kept for the last sentence, and in both forms it has to be said. */
static void
check_names (Check               *check,
             VotumCase           *self,
             const VotumComposed *composed)
{
  g_autoptr(GPtrArray) names = votum_case_honoured_names (self, composed->standing, composed->about);
  g_autoptr(GArray) sentences = votum_citation_sentences (check->text);
  guint last = sentences->len > 0 ? g_array_index (sentences, VotumSentence, sentences->len - 1).start : 0;
  gboolean stage = composed->form == VOTUM_CITATION_FORM_NAME_LAST;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      guint start;
      guint end;

      if (!votum_citation_find_name (check->text, name, 0, &start, &end))
        warn (check, VOTUM_WARNING_NO_NAME, 0, 0, _("%s is not named. Whoever reads the citation later has to know whom it is about."), name);
      else if (stage && start < last)
        warn (check, VOTUM_WARNING_NAME_EARLY, start, end, _("%s is named before the last sentence. On the stage the name comes last."), name);
      if (stage && ((composed->quote != NULL && votum_citation_find_name (composed->quote, name, 0, &start, &end)) ||
                    (composed->quote_source != NULL && votum_citation_find_name (composed->quote_source, name, 0, &start, &end))))
        warn (check, VOTUM_WARNING_NAME_EARLY, 0, 0, _("The quote names %s. On the stage the name comes last."), name);
    }
}

static void
check_finished (Check *check)
{
  const char *dots = strstr (check->text, "…");
  guint place;

  if (dots == NULL)
    return;
  place = (guint) g_utf8_pointer_to_offset (check->text, dots);
  warn (check, VOTUM_WARNING_UNFINISHED, place, place + 1, "%s", _("Something is still to be written where the ellipsis stands."));
}

/* Whether a decimal of the text is one of a finalist's figures. Whole numbers may be anything: years, weeks, places. */
static gboolean
is_score (VotumStanding *standing,
          VotumDecimal   value)
{
  for (guint round = 0; round < standing->rounds->len; round++)
    for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
      for (int leaf = -1; leaf < (int) standing->leaves->len; leaf++)
        {
          g_autofree char *text = leaf < 0 ? votum_result_total (standing->result, round, entrant, value.scale)
                                           : votum_result_panel (standing->result, round, entrant, leaf, value.scale);
          VotumDecimal figure;

          if (text != NULL && votum_decimal_parse (text, &figure, NULL) && votum_decimal_compare (figure, value) == 0)
            return TRUE;
        }

  return FALSE;
}

static void
check_scores (Check         *check,
              VotumStanding *standing)
{
  g_autoptr(GRegex) regex = g_regex_new ("(?<![\\p{N}.,])\\p{Nd}{1,4}[.,]\\p{Nd}{1,4}(?![\\p{N}]|[.,]\\p{Nd}|\\s?%)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (regex, check->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);
      VotumDecimal value;
      int start;
      int end;

      if (!votum_decimal_parse_comma (word, &value, NULL) || !is_score (standing, value))
        continue;
      g_match_info_fetch_pos (match, 0, &start, &end);
      warn (check, VOTUM_WARNING_SCORE, g_utf8_pointer_to_offset (check->text, check->text + start),
            g_utf8_pointer_to_offset (check->text, check->text + end),
            _("%s is a number from the scores. Scores belong in the protocol, not in the citation."), word);
    }
}

/* "Kari Dahl, kunderådgiver" is a name; "kunderådgiver" may be anybody. */
static char *
name_of_speaker (VotumThing *note)
{
  const char *speaker = votum_thing_get_text (note, VOTUM_NOTE_SPEAKER);
  g_auto(GStrv) parts = g_strsplit_set (speaker != NULL ? speaker : "", ",(–", 2);
  g_auto(GStrv) words = NULL;
  guint n_capitals = 0;

  if (parts[0] == NULL)
    return NULL;
  words = g_strsplit (g_strstrip (parts[0]), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_unichar_isupper (g_utf8_get_char (words[i])))
      n_capitals++;

  return n_capitals >= 2 ? g_strdup (parts[0]) : NULL;
}

static void
check_speakers (Check               *check,
                VotumCase           *self,
                const VotumComposed *composed)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      g_autofree char *name = NULL;
      guint start;
      guint end;

      if (votum_thing_get_choice (note, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE ||
          (composed->about != NULL && votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT) != votum_thing_get_id (composed->about)))
        continue;
      name = name_of_speaker (note);
      if (name == NULL || g_hash_table_contains (said, name))
        continue;
      if (votum_citation_find_name (check->text, name, 0, &start, &end))
        warn (check, VOTUM_WARNING_CONFIDENTIAL, start, end, _("%s spoke in confidence and must not be named."), name);
      else if (composed->quote_source != NULL && votum_citation_find_name (composed->quote_source, name, 0, &start, &end))
        warn (check, VOTUM_WARNING_CONFIDENTIAL, 0, 0, _("%s, who is given for the quote, spoke in confidence and must not be named."), name);
      else
        continue;
      g_hash_table_add (said, g_steal_pointer (&name));
    }
}

/* The quote stands in a line of its own and has no link: it is known by its words. */
static void
check_quote (Check               *check,
             VotumCase           *self,
             const VotumComposed *composed)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  g_autofree char *quote = votum_citation_bare_quote (composed->quote);

  for (guint i = 0; quote != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      g_autofree char *noted = votum_citation_bare_quote (votum_thing_get_text (note, VOTUM_NOTE_TEXT));

      if (!votum_evidence_is_open (note) && g_strcmp0 (noted, quote) == 0)
        {
          warn (check, VOTUM_WARNING_CONFIDENTIAL, 0, 0, "%s",
                _("The quote comes from a note that is confidential now. Leave it out, or ask for leave to quote it."));
          return;
        }
    }
}

static void
check_evidence (Check        *check,
                const GArray *passages)
{
  if (passages == NULL || passages->len == 0)
    warn (check, VOTUM_WARNING_NO_EVIDENCE, 0, 0, "%s",
          _("No sentence rests on a note, a measure or the submission. Take in what the jury saw."));

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const VotumPassage *passage = &g_array_index (passages, VotumPassage, i);

      if (VOTUM_IS_POINT (passage->evidence) && !votum_evidence_is_open (passage->evidence))
        warn (check, VOTUM_WARNING_NOT_AGREED, passage->start, passage->end, "%s",
              _("A passage rests on a point on which the jury no longer agrees. Write it anew, or talk about the point once more."));
      else if (!votum_evidence_is_open (passage->evidence))
        warn (check, VOTUM_WARNING_CONFIDENTIAL, passage->start, passage->end, "%s",
              _("A passage rests on a note that is confidential now. Write it anew without that note, or ask for leave to quote it."));
    }
}

/* What must not be said aloud comes before what could be better. */
static int
compare_warnings (gconstpointer a,
                  gconstpointer b)
{
  const VotumCitationWarning *x = *(VotumCitationWarning *const *) a;
  const VotumCitationWarning *y = *(VotumCitationWarning *const *) b;
  int order = votum_warning_is_grave (y->kind) - votum_warning_is_grave (x->kind);

  return order != 0 ? order : (x->start > y->start) - (x->start < y->start);
}

/**
 * votum_warning_is_grave:
 * @kind: a kind of warning
 *
 * Returns: whether somebody would be harmed by a text that is read aloud as it is
 */
gboolean
votum_warning_is_grave (VotumWarningKind kind)
{
  return kind == VOTUM_WARNING_CONFIDENTIAL || kind == VOTUM_WARNING_NOT_AGREED || kind == VOTUM_WARNING_LOSER ||
         kind == VOTUM_WARNING_SCORE || kind == VOTUM_WARNING_NAME_EARLY;
}

/**
 * votum_citation_length_words:
 * @text: a text
 * @form: one of #VotumCitationForm
 *
 * Returns: (transfer full): how long it is, and how long it should be: "83 words of 40 to 120"
 */
char *
votum_citation_length_words (const char *text,
                             int         form)
{
  guint n_words = votum_citation_count_words (text);

  /* TRANSLATORS: how long the citation is, and between which limits it should stay: "83 words; 40 to 120 for the stage" */
  return g_strdup_printf (form == VOTUM_CITATION_FORM_NAME_LAST
                            ? g_dngettext (GETTEXT_PACKAGE, "%u word; %u to %u for the stage", "%u words; %u to %u for the stage", n_words)
                            : g_dngettext (GETTEXT_PACKAGE, "%u word; %u to %u for print", "%u words; %u to %u for print", n_words),
                          n_words, STAGE_MIN_WORDS, form == VOTUM_CITATION_FORM_NAME_LAST ? STAGE_MAX_WORDS : PRINT_MAX_WORDS);
}

/**
 * votum_case_check_citation:
 * @self: a case
 * @composed: the text as it is
 *
 * The rules of the genre: about seventy words, resting on evidence; no other finalist, no score, nobody who spoke in confidence;
 * for the stage the name last. Warnings never stop anybody.
 *
 * Returns: (transfer full) (element-type VotumCitationWarning): what to look at, if anything, the gravest first
 */
GPtrArray *
votum_case_check_citation (VotumCase           *self,
                           const VotumComposed *composed)
{
  Check check = { g_ptr_array_new_with_free_func ((GDestroyNotify) votum_citation_warning_free), composed->text };

  g_return_val_if_fail (VOTUM_IS_CASE (self) && composed->standing != NULL && composed->text != NULL, check.warnings);

  check_length (&check, composed->form == VOTUM_CITATION_FORM_NAME_LAST);
  check_evidence (&check, composed->passages);
  check_quote (&check, self, composed);
  check_speakers (&check, self, composed);
  check_losers (&check, self, composed);
  check_names (&check, self, composed);
  check_scores (&check, composed->standing);
  check_finished (&check);
  g_ptr_array_sort (check.warnings, compare_warnings);

  return check.warnings;
}
