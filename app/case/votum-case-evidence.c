#include "votum-config.h"

#include "votum-case-evidence.h"

#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-phrases.h"
#include "votum-case-private.h"
#include "votum-words.h"

/* What a citation may rest on: what the jury noted and may quote, what it agreed, what was measured, what the submission
 * says. */

/**
 * votum_evidence_is_open:
 * @evidence: a note, a measure, a section or a point of the deliberation
 *
 * Returns: whether a text that is read aloud may rest on it
 */
gboolean
votum_evidence_is_open (VotumThing *evidence)
{
  int use;

  if (VOTUM_IS_POINT (evidence))
    return votum_thing_get_choice (evidence, VOTUM_POINT_STATE) == VOTUM_POINT_STATE_AGREED;
  if (!VOTUM_IS_NOTE (evidence))
    return TRUE;
  use = votum_thing_get_choice (evidence, VOTUM_NOTE_USE);

  return use == VOTUM_NOTE_USE_QUOTABLE || use == VOTUM_NOTE_USE_QUOTABLE_UNNAMED;
}

static VotumThing *
criterion_of_indicator (VotumStanding *standing,
                        gint64         indicator)
{
  for (guint i = 0; i < standing->nodes->len; i++)
    {
      VotumThing *node = g_ptr_array_index (standing->nodes, i);

      if (votum_thing_get_ref (node, VOTUM_CRITERION_INDICATOR) == indicator)
        return node;
    }

  return NULL;
}

/**
 * votum_case_evidence_criterion:
 * @self: a case
 * @standing: the result of the class
 * @evidence: a note, a measure, a section or a point of the deliberation
 *
 * Returns: (transfer none) (nullable): the criterion of the class it tells something about
 */
VotumThing *
votum_case_evidence_criterion (VotumCase     *self,
                               VotumStanding *standing,
                               VotumThing    *evidence)
{
  VotumThing *criterion = NULL;

  if (VOTUM_IS_MEASURE (evidence))
    return criterion_of_indicator (standing, votum_thing_get_ref (evidence, VOTUM_MEASURE_INDICATOR));
  if (VOTUM_IS_NOTE (evidence))
    criterion = votum_case_lookup (self, votum_thing_get_ref (evidence, VOTUM_NOTE_CRITERION));
  else if (VOTUM_IS_SECTION (evidence))
    criterion = votum_case_lookup (self, votum_thing_get_ref (evidence, VOTUM_SECTION_CRITERION));
  else if (VOTUM_IS_POINT (evidence))
    criterion = votum_case_lookup (self, votum_thing_get_ref (evidence, VOTUM_POINT_CRITERION));

  return criterion != NULL && g_ptr_array_find (standing->nodes, criterion, NULL) ? criterion : NULL;
}

typedef struct {
  VotumEvidence evidence;
  guint         weight;    /* place of its criterion by weight */
  guint         kind;
  guint         place;     /* as it was found */
} Found;

typedef struct {
  VotumCase     *self;
  VotumStanding *standing;
  GPtrArray     *honoured;  /* of VotumThing */
  const GArray  *passages;
  GArray        *by_weight;
  GArray        *found;     /* of Found */
} Search;

static gboolean
is_rested_on (const GArray *passages,
              VotumThing   *evidence)
{
  for (guint i = 0; passages != NULL && i < passages->len; i++)
    if (g_array_index (passages, VotumPassage, i).evidence == evidence)
      return TRUE;

  return FALSE;
}

/* Criteria in their weight; then groups and what is of no criterion of the class. */
static guint
weight_place (Search     *search,
              VotumThing *criterion)
{
  guint node;

  for (guint i = 0; i < search->by_weight->len; i++)
    if (g_ptr_array_index (search->standing->leaves, g_array_index (search->by_weight, guint, i)) == criterion)
      return i;
  if (criterion != NULL && g_ptr_array_find (search->standing->nodes, criterion, &node))
    return search->by_weight->len + node;

  return G_MAXUINT;
}

/* A point that is about no finalist in particular is about all of them, of its class. */
static gboolean
is_about (Search     *search,
          VotumThing *thing,
          guint       entrant_field)
{
  gint64 entrant = votum_thing_get_ref (thing, entrant_field);

  if (entrant != 0 || !VOTUM_IS_POINT (thing))
    return g_ptr_array_find (search->honoured, votum_case_lookup (search->self, entrant), NULL);

  return votum_thing_get_text (thing, VOTUM_POINT_AGREED) != NULL &&
         (search->standing->class == NULL || !votum_thing_is_set (thing, VOTUM_POINT_CLASS) ||
          votum_thing_get_ref (thing, VOTUM_POINT_CLASS) == votum_thing_get_id (search->standing->class));
}

static void
collect (Search    *search,
         VotumKind  kind,
         guint      entrant_field)
{
  GListModel *things = votum_case_get_things (search->self, kind);

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
      gboolean rested_on = is_rested_on (search->passages, thing);
      gboolean open = votum_evidence_is_open (thing) && votum_case_may_see (search->self, thing);
      Found found = { { thing, NULL, !open }, 0, kind, i };

      if (!rested_on && (!open || !is_about (search, thing, entrant_field)))
        continue;
      found.evidence.criterion = votum_case_evidence_criterion (search->self, search->standing, thing);
      found.weight = weight_place (search, found.evidence.criterion);
      g_array_append_val (search->found, found);
    }
}

static int
order_of_kind (guint kind)
{
  return kind == VOTUM_KIND_NOTE ? 0 : kind == VOTUM_KIND_POINT ? 1 : kind == VOTUM_KIND_MEASURE ? 2 : 3;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *x = a;
  const Found *y = b;

  if (x->weight != y->weight)
    return x->weight < y->weight ? -1 : 1;
  if (x->kind != y->kind)
    return order_of_kind (x->kind) - order_of_kind (y->kind);

  return x->place < y->place ? -1 : x->place > y->place;
}

/* Nobody gets the prize: then the text may tell of everybody's work. */
static GPtrArray *
whose_evidence (VotumCase     *self,
                VotumStanding *standing,
                VotumThing    *about)
{
  g_autoptr(GPtrArray) honoured = votum_case_honoured (self, standing, about);

  return honoured->len > 0 ? g_steal_pointer (&honoured) : g_ptr_array_ref (standing->entrants);
}

/**
 * votum_case_list_evidence:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom the text is about; %NULL for all who share
 * @passages: (nullable) (element-type VotumPassage): what the text rests on already
 *
 * Notes that may be quoted, what the jury agreed, measures, sections of the submission: by criterion, the heaviest first. What the text rests on
 * though it may not be quoted any more is there too, and flagged.
 *
 * Returns: (transfer full) (element-type VotumEvidence): the evidence; its things belong to the case
 */
GPtrArray *
votum_case_list_evidence (VotumCase     *self,
                          VotumStanding *standing,
                          VotumThing    *about,
                          const GArray  *passages)
{
  g_autoptr(GPtrArray) honoured = whose_evidence (self, standing, about);
  g_autoptr(GArray) by_weight = votum_standing_by_weight (standing);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search search = { self, standing, honoured, passages, by_weight, found };
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  collect (&search, VOTUM_KIND_NOTE, VOTUM_NOTE_ENTRANT);
  collect (&search, VOTUM_KIND_MEASURE, VOTUM_MEASURE_ENTRANT);
  collect (&search, VOTUM_KIND_SECTION, VOTUM_SECTION_ENTRANT);
  collect (&search, VOTUM_KIND_POINT, VOTUM_POINT_ENTRANT);
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (list, g_memdup2 (&g_array_index (found, Found, i).evidence, sizeof (VotumEvidence)));

  return list;
}

static char *
measure_text (VotumCase  *self,
              VotumThing *measure,
              const char *lang)
{
  VotumThing *indicator = votum_case_lookup (self, votum_thing_get_ref (measure, VOTUM_MEASURE_INDICATOR));
  g_autofree char *canonical = votum_thing_field_to_text (measure, VOTUM_MEASURE_VALUE);
  g_autofree char *value = votum_words_number (lang, canonical);
  const char *unit = votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT);
  /* "1-6" is what the figure can be, not what it counts */
  gboolean is_range = unit != NULL && strpbrk (unit, "0123456789") != NULL;

  return g_strdup_printf ("%s: %s%s%s%s", votum_texts_get (votum_thing_get_texts (indicator, VOTUM_INDICATOR_NAME), lang), value,
                          unit == NULL ? "" : is_range ? " (" : "\u00a0", unit != NULL ? unit : "", is_range ? ")" : "");
}

/**
 * votum_case_evidence_text:
 * @self: a case
 * @evidence: a note, a measure, a section or a point of the deliberation
 * @lang: the language of the text
 *
 * Returns: (transfer full): what it says, in its own words
 */
char *
votum_case_evidence_text (VotumCase  *self,
                          VotumThing *evidence,
                          const char *lang)
{
  const char *text = NULL;

  if (VOTUM_IS_MEASURE (evidence))
    return measure_text (self, evidence, lang);
  if (VOTUM_IS_NOTE (evidence))
    text = votum_thing_get_text (evidence, VOTUM_NOTE_TEXT);
  else if (VOTUM_IS_SECTION (evidence))
    text = votum_thing_get_text (evidence, VOTUM_SECTION_TEXT);
  else if (VOTUM_IS_POINT (evidence))
    text = votum_thing_get_text (evidence, VOTUM_POINT_AGREED);

  return g_strdup (text != NULL ? text : "");
}

/**
 * votum_case_evidence_sentence:
 * @self: a case
 * @evidence: a note, a measure, a section or a point of the deliberation
 * @lang: the language of the text
 *
 * Returns: (transfer full): a sentence to begin with; whoever takes it in writes it into the text
 */
char *
votum_case_evidence_sentence (VotumCase  *self,
                              VotumThing *evidence,
                              const char *lang)
{
  g_autofree char *text = g_strstrip (votum_case_evidence_text (self, evidence, lang));
  gunichar last = *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : '.';

  if (last == '.' || last == '!' || last == '?' || last == 0xbb || last == 0x201d || last == 0x2026)
    return g_steal_pointer (&text);

  return g_strconcat (text, ".", NULL);
}
