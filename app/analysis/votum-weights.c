#include "votum-config.h"

#include "votum-weights.h"
#include "votum-rationals.h"

struct _VotumWeights {
  VotumSheet  *sheet;
  VotumMissing missing;
  guint        n_nodes;
  guint        n_leaves;
  mpq_t       *nodes;   /* a node's weight among its siblings; factors: the sum of the factors below it */
  mpq_t       *leaves;  /* a leaf's weight in the whole when nothing is missing */
  mpq_t        whole;   /* 1 for shares, the sum of all factors for factors */
};

/* What hangs below each node once the missing leaves are gone. */
typedef struct {
  guint8 *there;     /* [node]: it has weight, and a leaf with a value */
  mpq_t  *below;     /* [node + 1]: weight of the children that are there; [0] is the top */
} Presence;

/**
 * votum_weights_roc:
 * @n: how many criteria, best first
 * @weights: (array length=n): initialised rationals, set to the weights; they sum to 1
 *
 * Rank-order-centroid weights, w_i = 1/n sum_{k=i..n} 1/k (Barron and Barrett 1996, Management Science
 * 42, 1515-1523; reference case A01), exact.
 */
void
votum_weights_roc (guint n, mpq_t *weights)
{
  mpq_t sum, term;

  g_return_if_fail (n == 0 || weights != NULL);

  mpq_inits (sum, term, NULL);
  for (guint i = n; i > 0; i--)
    {
      mpq_set_ui (term, 1, i);
      mpq_add (sum, sum, term);
      mpq_set_ui (term, 1, n);
      mpq_mul (weights[i - 1], sum, term);
    }
  mpq_clears (sum, term, NULL);
}

/**
 * votum_weights_crossover:
 * @a_without: value of one entrant when the criterion or group has no weight
 * @a_within: its value when the criterion or group has all the weight
 * @b_without: the same for another entrant
 * @b_within: the same for another entrant
 * @t: an initialised rational, set to the weight at which the two change places
 *
 * Where the other weights keep their proportions, both values are straight lines over the weight; they
 * meet at t = (U_b - U_a) / ((v_a - U_a) - (v_b - U_b)). @t is not confined to 0..1: beyond, the two
 * never change places (reference case A03).
 *
 * Returns: %FALSE if the lines are parallel
 */
gboolean
votum_weights_crossover (mpq_srcptr a_without, mpq_srcptr a_within,
                         mpq_srcptr b_without, mpq_srcptr b_within, mpq_ptr t)
{
  mpq_t slope, other;
  gboolean crosses;

  mpq_inits (slope, other, NULL);
  mpq_sub (slope, a_within, a_without);
  mpq_sub (other, b_within, b_without);
  mpq_sub (slope, slope, other);
  crosses = mpq_sgn (slope) != 0;
  if (crosses)
    {
      mpq_sub (other, b_without, a_without);
      mpq_div (t, other, slope);
    }
  mpq_clears (slope, other, NULL);
  return crosses;
}

static void
presence_init (Presence *presence, const VotumWeights *self, const guint8 *present)
{
  presence->there = g_new0 (guint8, MAX (self->n_nodes, 1));
  presence->below = votum_rationals_new (self->n_nodes + 1);
  for (guint i = self->n_nodes; i > 0; i--)
    {
      const VotumSheetNode *node = votum_sheet_node (self->sheet, i - 1);
      gboolean has_value = node->leaf >= 0 ? (present == NULL || present[node->leaf])
                                           : mpq_sgn (presence->below[i]) > 0;

      presence->there[i - 1] = has_value && mpq_sgn (self->nodes[i - 1]) > 0;
      if (presence->there[i - 1])
        mpq_add (presence->below[node->parent + 1], presence->below[node->parent + 1], self->nodes[i - 1]);
    }
}

static void
presence_clear (Presence *presence, const VotumWeights *self)
{
  g_free (presence->there);
  votum_rationals_free (presence->below, self->n_nodes + 1);
}

/* Hands the weight of the whole down the tree, shared among the children that are there. */
static gboolean
hand_down (const VotumWeights *self, const Presence *presence, mpq_t *leaves)
{
  mpq_t *shares;
  gboolean any = mpq_sgn (presence->below[0]) > 0;

  shares = votum_rationals_new (self->n_nodes + 1);
  mpq_set (shares[0], self->whole);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const VotumSheetNode *node = votum_sheet_node (self->sheet, i);
      guint parent = (guint) (node->parent + 1);

      if (presence->there[i])
        {
          mpq_mul (shares[i + 1], shares[parent], self->nodes[i]);
          mpq_div (shares[i + 1], shares[i + 1], presence->below[parent]);
        }
      if (node->leaf >= 0)
        mpq_set (leaves[node->leaf], shares[i + 1]);
    }
  votum_rationals_free (shares, self->n_nodes + 1);
  return any;
}

/* Every leaf that is there keeps its proportion to all others, wherever it hangs. */
static gboolean
renormalise (const VotumWeights *self, const guint8 *present, mpq_t *leaves)
{
  mpq_t sum;
  gboolean any;

  mpq_init (sum);
  for (guint i = 0; i < self->n_leaves; i++)
    {
      if (present[i])
        mpq_set (leaves[i], self->leaves[i]);
      else
        mpq_set_ui (leaves[i], 0, 1);
      mpq_add (sum, sum, leaves[i]);
    }
  any = mpq_sgn (sum) > 0;
  if (any)
    {
      mpq_div (sum, self->whole, sum);
      for (guint i = 0; i < self->n_leaves; i++)
        mpq_mul (leaves[i], leaves[i], sum);
    }
  mpq_clear (sum);
  return any;
}

static void
read_weights (VotumWeights *self, VotumWeighting weighting)
{
  for (guint i = self->n_nodes; i > 0; i--)
    {
      const VotumSheetNode *node = votum_sheet_node (self->sheet, i - 1);

      if (weighting == VOTUM_WEIGHTING_SHARES || node->leaf >= 0)
        votum_decimal_to_rational (node->weight, self->nodes[i - 1]);
      if (weighting == VOTUM_WEIGHTING_FACTORS)
        {
          mpq_ptr parent = node->parent >= 0 ? self->nodes[node->parent] : self->whole;

          mpq_add (parent, parent, self->nodes[i - 1]);
        }
    }
  if (weighting == VOTUM_WEIGHTING_SHARES)
    mpq_set_ui (self->whole, 1, 1);
}

/**
 * votum_weights_new:
 * @sheet: a sheet; its tree is read, its marks are not
 * @weighting: shares are normalised among siblings, and a leaf's weight is the product down its path;
 *   factors multiply as they are, and the weights of groups are not looked at
 * @missing: who takes over the weight of a leaf without a value: its siblings in proportion, and an
 *   empty group's weight its siblings; or all leaves in proportion. The weights always add up to
 *   the whole (1, or the sum of all factors), so that a missing value never counts as zero.
 *
 * Returns: (transfer full): the weights of the tree (reference case A04)
 */
VotumWeights *
votum_weights_new (VotumSheet *sheet, VotumWeighting weighting, VotumMissing missing)
{
  VotumWeights *self;
  Presence presence;

  g_return_val_if_fail (sheet != NULL, NULL);

  self = g_new0 (VotumWeights, 1);
  self->sheet = votum_sheet_ref (sheet);
  self->missing = missing;
  self->n_nodes = votum_sheet_n_nodes (sheet);
  self->n_leaves = votum_sheet_n_leaves (sheet);
  self->nodes = votum_rationals_new (self->n_nodes);
  self->leaves = votum_rationals_new (self->n_leaves);
  mpq_init (self->whole);
  read_weights (self, weighting);

  presence_init (&presence, self, NULL);
  hand_down (self, &presence, self->leaves);
  presence_clear (&presence, self);
  return self;
}

/**
 * votum_weights_free:
 * @self: (nullable) (transfer full): weights
 */
void
votum_weights_free (VotumWeights *self)
{
  if (self == NULL)
    return;
  mpq_clear (self->whole);
  votum_rationals_free (self->leaves, self->n_leaves);
  votum_rationals_free (self->nodes, self->n_nodes);
  votum_sheet_unref (self->sheet);
  g_free (self);
}

/**
 * votum_weights_leaf:
 * @self: weights
 * @leaf: index of a leaf
 *
 * Returns: (transfer none): the leaf's share in the whole when nothing is missing, or its factor
 */
mpq_srcptr
votum_weights_leaf (const VotumWeights *self, guint leaf)
{
  g_return_val_if_fail (self != NULL && leaf < self->n_leaves, NULL);
  return self->leaves[leaf];
}

/**
 * votum_weights_effective:
 * @self: weights
 * @present: one entry per leaf: whether it has a value
 * @weights: (array): one initialised rational per leaf, set to the weight it has then
 *
 * Returns: %FALSE if no leaf with a weight is present; then @weights are all zero
 */
gboolean
votum_weights_effective (const VotumWeights *self, const guint8 *present, mpq_t *weights)
{
  Presence presence;
  gboolean any;

  g_return_val_if_fail (self != NULL && present != NULL, FALSE);

  if (self->missing == VOTUM_MISSING_GLOBAL)
    return renormalise (self, present, weights);
  presence_init (&presence, self, present);
  any = hand_down (self, &presence, weights);
  presence_clear (&presence, self);
  return any;
}

static gboolean
is_below (const VotumWeights *self, guint leaf, guint node)
{
  int at = (int) votum_sheet_leaf_node (self->sheet, leaf);

  while (at > (int) node)
    at = votum_sheet_node (self->sheet, (guint) at)->parent;
  return at == (int) node;
}

/* sum(w v) / sum(w) over the leaves on one side of @node */
static gboolean
side_mean (const VotumWeights *self, guint node, gboolean inside, mpq_t *weights,
           const guint8 *present, const mpq_t *values, mpq_ptr mean)
{
  mpq_t sum, product;
  gboolean any;

  mpq_inits (sum, product, NULL);
  mpq_set_ui (mean, 0, 1);
  for (guint i = 0; i < self->n_leaves; i++)
    {
      if (!present[i] || is_below (self, i, node) != inside)
        continue;
      mpq_mul (product, weights[i], values[i]);
      mpq_add (mean, mean, product);
      mpq_add (sum, sum, weights[i]);
    }
  any = mpq_sgn (sum) > 0;
  if (any)
    mpq_div (mean, mean, sum);
  mpq_clears (sum, product, NULL);
  return any;
}

/**
 * votum_weights_node_value:
 * @self: weights
 * @node: index of a node
 * @present: one entry per leaf: whether it has a value
 * @values: (array): the values of the leaves
 * @value: an initialised rational, set to the weighted mean of the leaves below @node that are present;
 *   for a leaf its value
 *
 * Returns: %FALSE if nothing below @node is present, or it has no weight there
 */
gboolean
votum_weights_node_value (const VotumWeights *self, guint node, const guint8 *present,
                          const mpq_t *values, mpq_ptr value)
{
  mpq_t *weights;
  gboolean any;
  int leaf;

  g_return_val_if_fail (self != NULL && node < self->n_nodes, FALSE);

  leaf = votum_sheet_node (self->sheet, node)->leaf;
  if (leaf >= 0)
    {
      if (present[leaf])
        mpq_set (value, values[leaf]);
      return present[leaf] != 0;
    }
  weights = votum_rationals_new (self->n_leaves);
  votum_weights_effective (self, present, weights);
  any = side_mean (self, node, TRUE, weights, present, values, value);
  votum_rationals_free (weights, self->n_leaves);
  return any;
}

/**
 * votum_weights_split:
 * @self: weights
 * @node: index of a criterion or group
 * @present: one entry per leaf: whether it has a value
 * @values: (array): the values of the leaves
 * @without: an initialised rational, set to the value when @node has no weight and all others keep
 *   their proportions
 * @within: an initialised rational, set to the value when @node has all the weight
 *
 * The two ends of the line along which an entrant's value moves when the weight of @node in the whole
 * does; what votum_weights_crossover() needs of two entrants. The proportions inside @node and outside
 * it stay as they are (reference case A03).
 *
 * Returns: %FALSE if either side has nothing to go by
 */
gboolean
votum_weights_split (const VotumWeights *self, guint node, const guint8 *present,
                     const mpq_t *values, mpq_ptr without, mpq_ptr within)
{
  mpq_t *weights;
  gboolean both;

  g_return_val_if_fail (self != NULL && node < self->n_nodes, FALSE);

  weights = votum_rationals_new (self->n_leaves);
  votum_weights_effective (self, present, weights);
  both = side_mean (self, node, FALSE, weights, present, values, without) &&
         side_mean (self, node, TRUE, weights, present, values, within);
  votum_rationals_free (weights, self->n_leaves);
  return both;
}
