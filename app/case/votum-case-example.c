#include "votum-config.h"

#include "votum-case-example.h"

#include <string.h>

#include "votum-case-example-private.h"
#include "votum-case-holder.h"
#include "votum-weights.h"

#define DECIMALS 4  /* that are shown of a number that goes on, unless the rule rounds to more */

/* The engine keeps the numbers after each rounding. What stood there before is the same result by a rule that does not
 * round at that step. */
typedef struct {
  VotumStanding *standing;
  VotumExample  *example;
  guint          entrant;       /* its place on the sheet */
  VotumWeights  *weights;
  VotumResult   *plain_panel;
  VotumResult   *plain_weighted;
  VotumResult   *plain_round;
  VotumResult   *plain_total;
} Work;

static void
mark_free (gpointer data)
{
  VotumExampleMark *mark = data;

  g_free (mark->juror);
  g_free (mark->given);
  g_free (mark->counted);
  g_free (mark);
}

static void
leaf_free (gpointer data)
{
  VotumExampleLeaf *leaf = data;

  g_object_unref (leaf->criterion);
  g_ptr_array_unref (leaf->marks);
  g_free (leaf->measure);
  g_free (leaf->mean);
  g_free (leaf->panel);
  g_free (leaf->weight);
  g_free (leaf->product);
  g_free (leaf->weighted);
  g_free (leaf);
}

static void
part_free (gpointer data)
{
  VotumExamplePart *part = data;

  g_clear_object (&part->round);
  g_free (part->share);
  g_free (part->result);
  g_free (part);
}

static void
round_free (gpointer data)
{
  VotumExampleRound *round = data;

  g_clear_object (&round->round);
  g_ptr_array_unref (round->leaves);
  g_ptr_array_unref (round->parts);
  g_free (round->sum);
  g_free (round->result);
  g_free (round->mean);
  g_free (round->total);
  g_free (round);
}

void
votum_example_free (VotumExample *self)
{
  g_clear_object (&self->entrant);
  g_clear_pointer (&self->terms, votum_terms_free);
  g_ptr_array_unref (self->rounds);
  g_free (self);
}

/* ---- numbers ---- */

static guint
length_without_zeros (const char *number)
{
  guint length = strlen (number);

  if (strchr (number, '.') == NULL)
    return length;
  while (number[length - 1] == '0')
    length--;

  return number[length - 1] == '.' ? length - 1 : length;
}

/* @exact: with all decimals there can be; @brief: with as many as are shown. Takes both. */
static char *
number (char *exact,
        char *brief)
{
  g_autofree char *whole = exact;
  g_autofree char *part = brief;
  gboolean all;

  if (whole == NULL)
    return NULL;
  whole[length_without_zeros (whole)] = '\0';
  all = strlen (whole) <= strlen (part) && strncmp (whole, part, strlen (whole)) == 0;

  return all ? g_steal_pointer (&whole) : g_strconcat (part, "…", NULL);
}

static guint
decimals_of (int rounding)
{
  return MAX (DECIMALS, rounding);
}

static char *
rational (mpq_srcptr value)
{
  return number (votum_rational_to_string (value, VOTUM_DECIMAL_MAX_SCALE, VOTUM_ROUNDING_HALF_UP),
                 votum_rational_to_string (value, DECIMALS, VOTUM_ROUNDING_HALF_UP));
}

#define NUMBER(getter, step, ...) \
  number (getter (__VA_ARGS__, VOTUM_DECIMAL_MAX_SCALE), getter (__VA_ARGS__, decimals_of (step)))

/* ---- the steps ---- */

static VotumResult *
without (Work  *work,
         int    (*step) (VotumTerms *terms))
{
  g_autoptr(VotumTerms) terms = votum_terms_copy (work->standing->terms);

  if (step (terms) == VOTUM_EXACT)
    return votum_result_ref (work->standing->result);

  return votum_result_compute (work->standing->sheet, terms, NULL, NULL);
}

#define EXACT_STEP(name) \
  static int exact_##name (VotumTerms *terms) { int was = terms->name; terms->name = VOTUM_EXACT; return was; }

EXACT_STEP (round_panel)
EXACT_STEP (round_weighted)
EXACT_STEP (round_result)
EXACT_STEP (round_total)

static void
add_marks (Work             *work,
           guint             round,
           guint             leaf,
           VotumExampleLeaf *to)
{
  const VotumCell *cells = votum_sheet_panel (work->standing->sheet, round, work->entrant, leaf);

  for (guint juror = 0; cells != NULL && juror < work->standing->jurors->len; juror++)
    {
      VotumExampleMark *mark;

      if (cells[juror].state == VOTUM_CELL_NONE)
        continue;
      mark = g_new0 (VotumExampleMark, 1);
      mark->juror = g_strdup (votum_thing_get_text (g_ptr_array_index (work->standing->jurors, juror), VOTUM_JUROR_NAME));
      mark->state = cells[juror].state;
      if (mark->state == VOTUM_CELL_VALUE)
        mark->given = votum_decimal_to_string (cells[juror].value);
      mark->counted = NUMBER (votum_result_corrected, work->standing->terms->round_mark, work->standing->result, round, work->entrant,
                              juror, leaf);
      g_ptr_array_add (to->marks, mark);
    }
}

static char *
weight_text (Work       *work,
             mpq_srcptr  weight)
{
  char *text;
  mpq_t percent;

  if (work->standing->terms->weighting == VOTUM_WEIGHTING_FACTORS)
    return rational (weight);

  mpq_init (percent);
  mpq_set_ui (percent, 100, 1);
  mpq_mul (percent, percent, weight);
  text = rational (percent);
  mpq_clear (percent);

  return text;
}

static VotumExampleLeaf *
make_leaf (Work       *work,
           guint       round,
           guint       leaf,
           mpq_srcptr  weight)
{
  VotumStanding *standing = work->standing;
  const VotumTerms *terms = standing->terms;
  VotumExampleLeaf *self = g_new0 (VotumExampleLeaf, 1);
  VotumDecimal measure;

  self->criterion = g_object_ref (g_ptr_array_index (standing->leaves, leaf));
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->measured = votum_sheet_node (standing->sheet, votum_sheet_leaf_node (standing->sheet, leaf))->measured;
  if (self->measured && votum_sheet_measure (standing->sheet, work->entrant, leaf, &measure))
    self->measure = votum_decimal_to_string (measure);
  if (!self->measured)
    add_marks (work, round, leaf, self);
  self->n_counted = votum_result_n_marks (standing->result, round, work->entrant, leaf);
  self->mean = NUMBER (votum_result_panel, VOTUM_EXACT, work->plain_panel, round, work->entrant, leaf);
  self->panel = NUMBER (votum_result_panel, terms->round_panel, standing->result, round, work->entrant, leaf);
  self->product = NUMBER (votum_result_weighted, VOTUM_EXACT, work->plain_weighted, round, work->entrant, leaf);
  self->weighted = NUMBER (votum_result_weighted, terms->round_weighted, standing->result, round, work->entrant, leaf);
  self->too_few = self->panel == NULL && !self->measured && terms->minimum > 1;
  if (self->panel != NULL && terms->method == VOTUM_METHOD_MARKS)
    self->weight = weight_text (work, weight);

  return self;
}

static void
add_leaves (Work              *work,
            guint              round,
            VotumExampleRound *to)
{
  guint n = work->standing->leaves->len;
  g_autofree guint8 *present = g_new0 (guint8, n + 1);
  g_autofree mpq_t *weights = g_new (mpq_t, n + 1);

  for (guint leaf = 0; leaf < n; leaf++)
    {
      g_autofree char *panel = votum_result_panel (work->standing->result, round, work->entrant, leaf, 0);

      present[leaf] = panel != NULL;
      mpq_init (weights[leaf]);
    }
  votum_weights_effective (work->weights, present, weights);
  for (guint leaf = 0; leaf < n; leaf++)
    {
      g_ptr_array_add (to->leaves, make_leaf (work, round, leaf, weights[leaf]));
      mpq_clear (weights[leaf]);
    }
}

/* The weight of a round in the total after another: votum_result_compute() does the same. */
static void
round_weight (const VotumTerms *terms,
              guint             after,
              guint             of,
              mpq_ptr           weight)
{
  guint n_rows = terms->round_weights->len;
  GArray *row = n_rows > 0 ? g_ptr_array_index (terms->round_weights, MIN (after, n_rows - 1)) : NULL;

  mpq_set_ui (weight, row == NULL && after == of ? 1 : 0, 1);
  if (row != NULL && of < row->len)
    votum_decimal_to_rational (g_array_index (row, VotumDecimal, of), weight);
}

/* What the total after @round is made of: the rounds so far that have a result and a weight. */
static void
add_parts (Work              *work,
           guint              round,
           guint              counting,
           VotumExampleRound *to)
{
  const VotumTerms *terms = work->standing->terms;
  mpq_t sum, weight;

  mpq_inits (sum, weight, NULL);
  for (int pass = 0; pass < 2; pass++)
    for (guint r = 0, of = 0; r <= round; r++)
      {
        VotumExamplePart *part;
        char *result;

        if (votum_sheet_is_revote (work->standing->sheet, r))
          continue;
        round_weight (terms, counting, of++, weight);
        result = NUMBER (votum_result_round, terms->round_result, work->standing->result, r, work->entrant);
        if (result == NULL || mpq_sgn (weight) == 0)
          {
            g_free (result);
            continue;
          }
        if (pass == 0)
          {
            mpq_add (sum, sum, weight);
            g_free (result);
            continue;
          }
        part = g_new0 (VotumExamplePart, 1);
        if (r < work->standing->rounds->len)
          part->round = g_object_ref (g_ptr_array_index (work->standing->rounds, r));
        part->number = of;
        part->result = result;
        mpq_div (weight, weight, sum);
        mpz_mul_ui (mpq_numref (weight), mpq_numref (weight), 100);
        mpq_canonicalize (weight);
        part->share = rational (weight);
        g_ptr_array_add (to->parts, part);
      }
  mpq_clears (sum, weight, NULL);
}

static void
add_rounds (Work *work)
{
  VotumStanding *standing = work->standing;
  const VotumTerms *terms = standing->terms;
  guint counting = 0;

  for (guint r = 0; r < votum_sheet_n_rounds (standing->sheet); r++)
    {
      VotumExampleRound *round = g_new0 (VotumExampleRound, 1);

      if (r < standing->rounds->len)
        round->round = g_object_ref (g_ptr_array_index (standing->rounds, r));
      round->revote = votum_sheet_is_revote (standing->sheet, r);
      round->state = votum_result_state (standing->result, r, work->entrant);
      round->leaves = g_ptr_array_new_with_free_func (leaf_free);
      round->parts = g_ptr_array_new_with_free_func (part_free);
      add_leaves (work, r, round);
      round->sum = NUMBER (votum_result_round, VOTUM_EXACT, work->plain_round, r, work->entrant);
      round->result = NUMBER (votum_result_round, terms->round_result, standing->result, r, work->entrant);
      if (!round->revote)
        {
          round->mean = NUMBER (votum_result_total, VOTUM_EXACT, work->plain_total, r, work->entrant);
          round->total = NUMBER (votum_result_total, terms->round_total, standing->result, r, work->entrant);
          if (terms->method == VOTUM_METHOD_MARKS || round->total != NULL)
            add_parts (work, r, counting, round);
          counting++;
        }
      g_ptr_array_add (work->example->rounds, round);
    }
}

static VotumExample *
lay_out (VotumStanding *standing,
         guint          entrant)
{
  VotumExample *example = g_new0 (VotumExample, 1);
  Work work = { standing, example, entrant, NULL, NULL, NULL, NULL, NULL };

  example->terms = votum_terms_copy (standing->terms);
  example->rounds = g_ptr_array_new_with_free_func (round_free);
  example->last_round = standing->last_round;
  work.weights = votum_weights_new (standing->sheet, standing->terms->weighting, standing->terms->missing);
  work.plain_panel = without (&work, exact_round_panel);
  work.plain_weighted = without (&work, exact_round_weighted);
  work.plain_round = without (&work, exact_round_result);
  work.plain_total = without (&work, exact_round_total);
  add_rounds (&work);
  votum_weights_free (work.weights);
  votum_result_unref (work.plain_panel);
  votum_result_unref (work.plain_weighted);
  votum_result_unref (work.plain_round);
  votum_result_unref (work.plain_total);

  return example;
}

/**
 * votum_case_example:
 * @self: a case
 * @class_thing: (nullable): a class
 * @entrant: (nullable): a finalist of votum_case_example_entrants(), or %NULL for marks that are made up
 * @rule: the rule, which need not be stored
 * @error: return location
 *
 * Lays out how @rule makes a result of one finalist's marks, each number on the way with what it was before rounding.
 *
 * Returns: (transfer full): the example, or %NULL with a sentence where there can be none
 */
VotumExample *
votum_case_example (VotumCase   *self,
                    VotumThing  *class_thing,
                    VotumThing  *entrant,
                    VotumRule   *rule,
                    GError     **error)
{
  g_autoptr(VotumStanding) standing = NULL;
  VotumExample *example;
  gboolean by_marks = votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_METHOD) == VOTUM_RULE_METHOD_MARKS;
  int at = 0;

  g_return_val_if_fail (VOTUM_IS_RULE (rule), NULL);

  if (entrant == NULL || !votum_case_sees_all (self))
    {
      standing = votum_standing_made_up (self, class_thing, rule, error);
      return standing != NULL ? lay_out (standing, 0) : NULL;
    }

  /* places are counted against the others'; marks are not */
  standing = votum_standing_compute_for (self, class_thing, rule, by_marks ? entrant : NULL, NULL, error);
  if (standing == NULL)
    return NULL;
  at = votum_standing_find (standing->entrants, votum_thing_get_id (entrant));
  g_return_val_if_fail (at >= 0, NULL);
  example = lay_out (standing, at);
  example->entrant = g_object_ref (entrant);

  return example;
}
