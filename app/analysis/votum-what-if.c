#include "votum-config.h"

#include "votum-what-if-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What becomes of the totals when the weights move. How a model is made stands in votum-what-if-new.c. */

/**
 * votum_what_if_ref:
 * @self: a model
 *
 * Returns: (transfer full): @self with one more reference
 */
VotumWhatIf *
votum_what_if_ref (VotumWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
free_parts (GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    g_free (g_array_index (parts, VotumWhatIfPart, i).values);
  g_array_unref (parts);
}

/**
 * votum_what_if_unref:
 * @self: (nullable) (transfer full): a model
 *
 * Gives a reference back; the last one frees the model.
 */
void
votum_what_if_unref (VotumWhatIf *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->parents);
  g_free (self->leaf_of);
  g_free (self->stored);
  g_free (self->ranked);
  g_free (self->places);
  g_ptr_array_unref (self->patterns);
  free_parts (self->parts);
  free_parts (self->rows);
  g_free (self);
}

/**
 * votum_what_if_n_entrants:
 * @self: a model
 *
 * Returns: how many entrants there are, ranked or not: indices are those of the sheet
 */
guint
votum_what_if_n_entrants (const VotumWhatIf *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_entrants;
}

/**
 * votum_what_if_n_leaves:
 * @self: a model
 *
 * Returns: how long an array of weights is
 */
guint
votum_what_if_n_leaves (const VotumWhatIf *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_leaves;
}

/**
 * votum_what_if_n_nodes:
 * @self: a model
 *
 * Returns: how many criteria and groups there are
 */
guint
votum_what_if_n_nodes (const VotumWhatIf *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_nodes;
}

/**
 * votum_what_if_is_ranked:
 * @self: a model
 * @entrant: index of an entrant
 *
 * Returns: whether the entrant has a total after the round, and so one under other weights
 */
gboolean
votum_what_if_is_ranked (const VotumWhatIf *self, guint entrant)
{
  g_return_val_if_fail (self != NULL && entrant < self->n_entrants, FALSE);
  return self->ranked[entrant];
}

/**
 * votum_what_if_is_complete:
 * @self: a model
 * @entrant: index of an entrant
 *
 * Returns: whether the entrant has a value for every leaf in every round that counts. Then its total is linear in the
 *   weights; else it is not, since missing values hand their weight on
 */
gboolean
votum_what_if_is_complete (const VotumWhatIf *self, guint entrant)
{
  g_return_val_if_fail (self != NULL && entrant < self->n_entrants, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const VotumWhatIfPart *row = &g_array_index (self->rows, VotumWhatIfPart, i);

      if (row->entrant == entrant && row->pattern != 0)
        return FALSE;
    }
  return self->ranked[entrant];
}

/**
 * votum_what_if_is_falling:
 * @self: a model
 *
 * Returns: whether the lowest total is the best one
 */
gboolean
votum_what_if_is_falling (const VotumWhatIf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->falling;
}

/**
 * votum_what_if_stored:
 * @self: a model
 *
 * Returns: (transfer none) (array): the weights that the award has, one per leaf: shares that sum to 1, or the factors
 */
const double *
votum_what_if_stored (const VotumWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->stored;
}

/* Hands the whole down the tree, shared among the children that are there: as votum_weights_effective() does it.
 * below[node + 1]: what the leaves under a node weigh, 0 where none of them has a value; there[node + 1]: what its children
 * that are there weigh. Node -1 is the top. */
static void
hand_down (const VotumWhatIf *self, const double *weights, const guint8 *present, double whole,
           double *effective, double *scratch)
{
  double *below = scratch + 1;
  double *there = scratch + self->n_nodes + 2;

  memset (scratch, 0, 2 * (self->n_nodes + 1) * sizeof (double));
  for (guint i = self->n_nodes; i-- > 0;)
    {
      if (self->leaf_of[i] >= 0)
        below[i] = weights[self->leaf_of[i]];
      below[self->parents[i]] += below[i];
      if (self->leaf_of[i] >= 0 ? !present[self->leaf_of[i]] : !(there[i] > 0))
        below[i] = 0;
      there[self->parents[i]] += below[i];
    }
  below[-1] = whole;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      int parent = self->parents[i];

      below[i] = below[i] > 0 ? below[i] / there[parent] * below[parent] : 0;
      if (self->leaf_of[i] >= 0)
        effective[self->leaf_of[i]] = below[i];
    }
}

/**
 * votum_what_if_effective_of:
 * @self: a model
 * @weights: (array): one per leaf
 * @present: (array): per leaf whether it has a value
 * @effective: (array) (out caller-allocates): what each leaf weighs then; 0 where it is missing
 * @scratch: (array): room for 2 (n_nodes + 1) numbers
 */
void
votum_what_if_effective_of (const VotumWhatIf *self, const double *weights, const guint8 *present, double *effective,
                            double *scratch)
{
  gboolean all = TRUE;
  double whole = 0;
  double sum = 0;

  for (guint i = 0; i < self->n_leaves; i++)
    {
      whole += weights[i];
      sum += present[i] ? weights[i] : 0;
      all = all && present[i];
    }
  if (!self->points)
    whole = 1;
  if (self->missing == VOTUM_MISSING_LOCAL && !all)
    hand_down (self, weights, present, whole, effective, scratch);
  else
    for (guint i = 0; i < self->n_leaves; i++)
      effective[i] = present[i] && sum > 0 ? weights[i] / sum * whole : 0;
}

/**
 * votum_what_if_effective:
 * @self: a model
 * @weights: (array): one per leaf
 * @pattern: index of a pattern of leaves that are there
 * @effective: (array) (out caller-allocates): what each leaf weighs then; 0 where it is missing
 * @scratch: (array): room for 2 (n_nodes + 1) numbers
 */
void
votum_what_if_effective (const VotumWhatIf *self, const double *weights, guint pattern, double *effective, double *scratch)
{
  votum_what_if_effective_of (self, weights, g_ptr_array_index (self->patterns, pattern), effective, scratch);
}

/* A half that doubles have nudged below a half is still one. */
static double
round_to (double value, int decimals, VotumRounding mode)
{
  double power, scaled, whole, rest;

  if (decimals == VOTUM_EXACT)
    return value;
  power = pow (10, decimals);
  scaled = fabs (value) * power;
  whole = floor (scaled);
  rest = scaled - whole;
  if (fabs (rest - 0.5) < 1e-7)
    whole += mode == VOTUM_ROUNDING_HALF_UP || fmod (whole, 2) > 0.5 ? 1 : 0;
  else if (rest > 0.5)
    whole += 1;
  return copysign (whole / power, value);
}

static double
round_result (const VotumWhatIf *self, const VotumWhatIfPart *part, const double *effective)
{
  double sum = 0;

  for (guint i = 0; i < self->n_leaves; i++)
    sum += round_to (part->values[i] * effective[i], self->round_weighted, self->rounding);
  return round_to (sum, self->round_result, self->rounding);
}

static double
dot (const double *a, const double *b, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

/* What each pattern makes of the weights; a pattern of which nothing weighs anything has NAN as its first. */
static double *
all_effective (const VotumWhatIf *self, const double *weights)
{
  g_autofree double *scratch = g_new (double, 2 * (self->n_nodes + 1));
  double *effective = g_new (double, MAX (1, self->patterns->len * self->n_leaves));

  for (guint p = 0; p < self->patterns->len; p++)
    {
      double *own = effective + (gsize) p * self->n_leaves;
      double sum = 0;

      votum_what_if_effective (self, weights, p, own, scratch);
      for (guint i = 0; i < self->n_leaves; i++)
        sum += own[i];
      if (!(sum > 0))
        own[0] = NAN;
    }
  return effective;
}

/* The mean over the rounds in which an entrant has values that weigh something, as the rule takes it. */
static void
add_up (const VotumWhatIf *self, const GArray *parts, const double *weights, gboolean rounds, double *totals)
{
  g_autofree double *effective = all_effective (self, weights);
  g_autofree double *sums = g_new0 (double, self->n_entrants + 1);

  for (guint i = 0; i < self->n_entrants; i++)
    totals[i] = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      const VotumWhatIfPart *part = &g_array_index (parts, VotumWhatIfPart, i);
      const double *own = effective + (gsize) part->pattern * self->n_leaves;

      if (isnan (own[0]))
        continue;
      sums[part->entrant] += part->weight;
      totals[part->entrant] += rounds ? part->weight * round_result (self, part, own)
                                      : dot (part->values, own, self->n_leaves);
    }
  for (guint i = 0; i < self->n_entrants; i++)
    totals[i] = sums[i] > 0 ? totals[i] / sums[i] : NAN;
}

/**
 * votum_what_if_totals:
 * @self: a model
 * @weights: (array): one per leaf
 * @totals: (array) (out caller-allocates): one total per entrant; NAN for who is not ranked, or has values only for what
 *   weighs nothing
 *
 * The totals over the rounds so far under these weights, rounded wherever the rule rounds: with the stored weights they
 * are those of the result. For showing.
 */
void
votum_what_if_totals (const VotumWhatIf *self, const double *weights, double *totals)
{
  g_return_if_fail (self != NULL && weights != NULL && totals != NULL);

  if (self->round_weighted == VOTUM_EXACT && self->round_result == VOTUM_EXACT)
    add_up (self, self->rows, weights, FALSE, totals);
  else
    add_up (self, self->parts, weights, TRUE, totals);
  if (self->round_total != VOTUM_EXACT)
    for (guint i = 0; i < self->n_entrants; i++)
      totals[i] = round_to (totals[i], self->round_total, self->rounding);
}

/**
 * votum_what_if_exact:
 * @self: a model
 * @weights: (array): one per leaf
 * @totals: (array) (out caller-allocates): one total per entrant; NAN for who is not ranked, or has values only for what
 *   weighs nothing
 *
 * The totals without the rule's rounding on the way. For analysis: rounding would hide who is ahead by little.
 */
void
votum_what_if_exact (const VotumWhatIf *self, const double *weights, double *totals)
{
  g_return_if_fail (self != NULL && weights != NULL && totals != NULL);

  add_up (self, self->rows, weights, FALSE, totals);
}

typedef struct {
  double total;   /* turned so that the highest is best */
  guint  place;
  guint  entrant;
} Standing;

static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const Standing *left = a;
  const Standing *right = b;

  if (left->total != right->total)
    return left->total > right->total ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

static gboolean
is_equal (double a, double b)
{
  return fabs (a - b) <= VOTUM_WHAT_IF_EQUAL * MAX (1, fabs (a));
}

/* By total; among equals by the rule's order. Doubles that differ by nothing that means anything are made equal first. */
static Standing *
sort_standings (const VotumWhatIf *self, const double *totals, guint *n)
{
  Standing *standings = g_new (Standing, MAX (self->n_entrants, 1));
  gboolean any_equal = FALSE;

  *n = 0;
  for (guint i = 0; i < self->n_entrants; i++)
    if (self->ranked[i] && !isnan (totals[i]))
      standings[(*n)++] = (Standing) { self->falling ? -totals[i] : totals[i], self->places[i], i };
  qsort (standings, *n, sizeof (Standing), compare_standings);
  for (guint i = 1; i < *n; i++)
    if (standings[i].total != standings[i - 1].total && is_equal (standings[i - 1].total, standings[i].total))
      {
        standings[i].total = standings[i - 1].total;
        any_equal = TRUE;
      }
  if (any_equal)
    qsort (standings, *n, sizeof (Standing), compare_standings);
  return standings;
}

/**
 * votum_what_if_order:
 * @self: a model
 * @totals: (array): one total per entrant
 * @order: (array) (out caller-allocates): the entrants from the best on; among equals as in the result
 *
 * Returns: how many they are
 */
guint
votum_what_if_order (const VotumWhatIf *self, const double *totals, guint *order)
{
  g_autofree Standing *standings = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL && totals != NULL && order != NULL, 0);

  standings = sort_standings (self, totals, &n);
  for (guint i = 0; i < n; i++)
    order[i] = standings[i].entrant;
  return n;
}

/**
 * votum_what_if_ranks:
 * @self: a model
 * @totals: (array): one total per entrant
 * @ranks: (array) (out caller-allocates): 1-2-2-4; 0 for who is not ranked. Ties stay tied: what breaks them is decided
 *   by the rule alone
 *
 * Returns: how many are ranked
 */
guint
votum_what_if_ranks (const VotumWhatIf *self, const double *totals, guint *ranks)
{
  g_autofree Standing *standings = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL && totals != NULL && ranks != NULL, 0);

  standings = sort_standings (self, totals, &n);
  memset (ranks, 0, self->n_entrants * sizeof (guint));
  for (guint i = 0; i < n; i++)
    ranks[standings[i].entrant] = i > 0 && standings[i].total == standings[i - 1].total
                                    ? ranks[standings[i - 1].entrant] : i + 1;
  return n;
}
