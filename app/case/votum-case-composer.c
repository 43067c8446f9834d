#include "votum-config.h"

#include "votum-case-composer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-drafts.h"
#include "votum-case-private.h"
#include "votum-text.h"

/* What a jury's text has to look out for, and the way in which it is written down with its evidence. The limits are those of
 * published citations: 28 to 105 words, median 69. */

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

/**
 * votum_case_get_passages:
 * @self: a case
 * @citation: a citation of the case
 *
 * Returns: (transfer full) (element-type VotumPassage): its passages with what they rest on
 */
GArray *
votum_case_get_passages (VotumCase  *self,
                         VotumThing *citation)
{
  static const guint fields[] = { VOTUM_CITATION_LINK_NOTE, VOTUM_CITATION_LINK_MEASURE, VOTUM_CITATION_LINK_SECTION };
  GListModel *links = votum_case_get_things (self, VOTUM_KIND_CITATION_LINK);
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(VotumThing) link = g_list_model_get_item (links, i);
      VotumPassage passage = { votum_thing_get_number (link, VOTUM_CITATION_LINK_START),
                               votum_thing_get_number (link, VOTUM_CITATION_LINK_END), NULL };

      if (votum_thing_get_ref (link, VOTUM_CITATION_LINK_CITATION) != votum_thing_get_id (citation))
        continue;
      for (guint f = 0; f < G_N_ELEMENTS (fields) && passage.evidence == NULL; f++)
        passage.evidence = votum_case_lookup (self, votum_thing_get_ref (link, fields[f]));
      if (passage.evidence != NULL)
        g_array_append_val (passages, passage);
    }

  return passages;
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

/* Where @phrase stands in the text as words of its own, without regard to case; -1: nowhere. In characters. */
static int
find_phrase (const char *text,
             const char *phrase,
             guint      *end)
{
  g_autofree char *pattern = g_regex_escape_string (phrase, -1);
  g_autofree char *whole = g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", pattern);
  g_autoptr(GRegex) regex = g_regex_new (whole, G_REGEX_CASELESS, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  int start_byte;
  int end_byte;

  if (regex == NULL || !g_regex_match (regex, text, 0, &match) || !g_match_info_fetch_pos (match, 0, &start_byte, &end_byte))
    return -1;
  *end = (guint) g_utf8_pointer_to_offset (text, text + end_byte);

  return (int) g_utf8_pointer_to_offset (text, text + start_byte);
}

static void
check_losers (Check         *check,
              VotumCase     *self,
              VotumStanding *standing,
              VotumThing    *about)
{
  g_autoptr(GPtrArray) winners = votum_case_get_winners (self, standing);

  for (guint i = 0; i < standing->entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (standing->entrants, i);
      const char *name = votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME);
      guint end;
      int start;

      if (about != NULL ? entrant == about : g_ptr_array_find (winners, entrant, NULL))
        continue;
      start = find_phrase (check->text, name, &end);
      if (start >= 0)
        warn (check, VOTUM_WARNING_LOSER, start, end, _("%s is named, who does not get this citation. Leave other finalists out."), name);
    }
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
check_speakers (Check      *check,
                VotumCase  *self,
                VotumThing *about)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      g_autofree char *name = NULL;
      guint end;
      int start;

      if (votum_thing_get_choice (note, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE ||
          (about != NULL && votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT) != votum_thing_get_id (about)))
        continue;
      name = name_of_speaker (note);
      if (name == NULL || g_hash_table_contains (said, name))
        continue;
      start = find_phrase (check->text, name, &end);
      if (start >= 0)
        {
          warn (check, VOTUM_WARNING_CONFIDENTIAL, start, end, _("%s spoke in confidence and must not be named."), name);
          g_hash_table_add (said, g_steal_pointer (&name));
        }
    }
}

static void
check_evidence (Check        *check,
                const GArray *passages)
{
  if (passages == NULL || passages->len == 0)
    warn (check, VOTUM_WARNING_NO_EVIDENCE, 0, 0, _("No sentence rests on a note, a measure or the submission. Take in what the jury saw."));

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const VotumPassage *passage = &g_array_index (passages, VotumPassage, i);
      int use = VOTUM_IS_NOTE (passage->evidence) ? votum_thing_get_choice (passage->evidence, VOTUM_NOTE_USE) : VOTUM_NOTE_USE_QUOTABLE;

      if (use != VOTUM_NOTE_USE_QUOTABLE && use != VOTUM_NOTE_USE_QUOTABLE_UNNAMED)
        warn (check, VOTUM_WARNING_CONFIDENTIAL, passage->start, passage->end,
              _("A passage rests on a note that is confidential now. Write it anew without that note, or ask for leave to quote it."));
    }
}

/**
 * votum_case_check_citation:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom the text is about; %NULL for all who get the prize
 * @text: the text
 * @stage: whether it is the form for the stage
 * @passages: (nullable) (element-type VotumPassage): what it rests on
 *
 * The rules of the genre: about seventy words, resting on evidence; no other finalist, no score, nobody who spoke in confidence.
 * Warnings never stop anybody.
 *
 * Returns: (transfer full) (element-type VotumCitationWarning): what to look at, if anything
 */
GPtrArray *
votum_case_check_citation (VotumCase     *self,
                           VotumStanding *standing,
                           VotumThing    *about,
                           const char    *text,
                           gboolean       stage,
                           const GArray  *passages)
{
  Check check = { g_ptr_array_new_with_free_func ((GDestroyNotify) votum_citation_warning_free), text };

  g_return_val_if_fail (VOTUM_IS_CASE (self) && standing != NULL && text != NULL, check.warnings);

  check_length (&check, stage);
  check_evidence (&check, passages);
  check_speakers (&check, self, about);
  check_losers (&check, self, standing, about);
  check_scores (&check, standing);

  return check.warnings;
}

static guint
evidence_field (VotumThing *evidence)
{
  if (VOTUM_IS_NOTE (evidence))
    return VOTUM_CITATION_LINK_NOTE;
  if (VOTUM_IS_MEASURE (evidence))
    return VOTUM_CITATION_LINK_MEASURE;

  return VOTUM_CITATION_LINK_SECTION;
}

static VotumThing *
new_link (VotumCase          *self,
          VotumThing         *citation,
          const VotumPassage *passage)
{
  VotumThing *link = votum_thing_new (VOTUM_KIND_CITATION_LINK);
  g_autofree char *key = NULL;

  votum_thing_set_id (link, votum_case_take_id (self));
  key = g_strdup_printf ("citation-link-%" G_GINT64_FORMAT, votum_thing_get_id (link));
  votum_thing_set_key (link, key);
  votum_thing_set_ref (link, VOTUM_CITATION_LINK_CITATION, votum_thing_get_id (citation));
  votum_thing_set_number (link, VOTUM_CITATION_LINK_START, passage->start);
  votum_thing_set_number (link, VOTUM_CITATION_LINK_END, passage->end);
  votum_thing_set_ref (link, evidence_field (passage->evidence), votum_thing_get_id (passage->evidence));

  return link;
}

static gboolean
same_passage (VotumThing         *link,
              const VotumPassage *passage)
{
  return votum_thing_get_number (link, VOTUM_CITATION_LINK_START) == passage->start &&
         votum_thing_get_number (link, VOTUM_CITATION_LINK_END) == passage->end &&
         votum_thing_get_ref (link, evidence_field (passage->evidence)) == votum_thing_get_id (passage->evidence);
}

/* The links as they are to be: those that still hold stay, so that the log shows what changed and no more. */
static void
change_links (VotumCase    *self,
              VotumChanges *changes,
              VotumThing   *citation,
              const GArray *passages)
{
  GListModel *links = votum_case_get_things (self, VOTUM_KIND_CITATION_LINK);
  g_autofree gboolean *kept = g_new0 (gboolean, passages->len + 1);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(VotumThing) link = g_list_model_get_item (links, i);
      gboolean found = FALSE;

      if (votum_thing_get_ref (link, VOTUM_CITATION_LINK_CITATION) != votum_thing_get_id (citation))
        continue;
      for (guint p = 0; p < passages->len && !found; p++)
        if (!kept[p] && same_passage (link, &g_array_index (passages, VotumPassage, p)))
          found = kept[p] = TRUE;
      if (!found)
        votum_changes_thing (changes, link, NULL);
    }
  for (guint p = 0; p < passages->len; p++)
    if (!kept[p])
      {
        g_autoptr(VotumThing) link = new_link (self, citation, &g_array_index (passages, VotumPassage, p));

        votum_changes_thing (changes, NULL, link);
      }
}

/**
 * votum_case_write_citation:
 * @self: a case
 * @citation: (nullable): the citation that changes; %NULL where there is none yet
 * @as_it_becomes: the citation with its text; a new one gets its number and id here
 * @passages: (element-type VotumPassage): what it rests on now
 * @place: (nullable): the draft that ends with this
 * @error: return location
 *
 * Writes a citation down with its evidence, as one step.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_write_citation (VotumCase     *self,
                           VotumThing    *citation,
                           VotumThing    *as_it_becomes,
                           const GArray  *passages,
                           const char    *place,
                           GError       **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autofree char *subject = votum_case_name_of (self, as_it_becomes, g_get_language_names ()[0]);
  const char *command = citation != NULL ? "edit-citation" : "add-citation";

  if (citation == NULL)
    {
      g_autofree char *key = NULL;

      votum_thing_set_id (as_it_becomes, votum_case_take_id (self));
      key = g_strdup_printf ("citation-%" G_GINT64_FORMAT, votum_thing_get_id (as_it_becomes));
      votum_thing_set_key (as_it_becomes, key);
      votum_changes_thing (changes, NULL, as_it_becomes);
    }
  else if (!votum_thing_equal (citation, as_it_becomes))
    {
      votum_changes_thing (changes, citation, as_it_becomes);
    }
  change_links (self, changes, as_it_becomes, passages);

  return place != NULL ? votum_case_apply_finishing (self, changes, command, subject, place, error)
                       : votum_case_apply (self, changes, command, subject, NULL, NULL, error);
}

/**
 * votum_case_find_citation:
 * @self: a case
 * @class_thing: (nullable): the class
 * @about: (nullable): whom the text is about; %NULL for all who share
 * @lang: the language
 * @form: one of #VotumCitationForm
 *
 * Returns: (transfer none) (nullable): the latest version of exactly that text
 */
VotumThing *
votum_case_find_citation (VotumCase  *self,
                          VotumThing *class_thing,
                          VotumThing *about,
                          const char *lang,
                          int         form)
{
  GListModel *citations = votum_case_get_things (self, VOTUM_KIND_CITATION);
  gint64 class = class_thing != NULL ? votum_thing_get_id (class_thing) : 0;
  gint64 entrant = about != NULL ? votum_thing_get_id (about) : 0;
  VotumThing *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr(VotumThing) citation = g_list_model_get_item (citations, i);
      gint64 own_class = votum_thing_get_ref (citation, VOTUM_CITATION_CLASS);

      if (g_strcmp0 (votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE), lang) != 0 ||
          votum_thing_get_choice (citation, VOTUM_CITATION_FORM) != form || votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT) != entrant ||
          (own_class != 0 && class != 0 && own_class != class))
        continue;
      if (best == NULL || votum_thing_get_number (citation, VOTUM_CITATION_VERSION) >= votum_thing_get_number (best, VOTUM_CITATION_VERSION))
        best = citation;
    }

  return best;
}
