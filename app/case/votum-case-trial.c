#include "votum-config.h"

#include "votum-case-trial.h"

#include <math.h>

#include "votum-case-standing-private.h"
#include "votum-case-weights.h"

#define TINY 1e-12
#define SAME 1e-6            /* shares that differ by less are the same on a slider */
#define TYPED_DECIMALS 9     /* of a weight that is only tried */
#define TYPED_UNIT 1e9
#define POINTS_AT_LEAST 10   /* what a slider of points reaches, whatever they are */

typedef struct {
  int      parent;
  gboolean group;
  guint    n_leaves;   /* below it, or itself */
  double   stored;     /* weight as the case has it */
  double   first;      /* share among its siblings, or points, as the case has it */
  double   local;      /* the same, as it is tried */
} TrialNode;

struct _VotumTrial {
  gatomicrefcount  refs;
  VotumThing      *class_thing;  /* (nullable) */
  gboolean         points;
  GPtrArray       *things;       /* of VotumThing, parents first */
  GArray          *nodes;        /* of TrialNode */
};

static TrialNode *
node_at (const VotumTrial *self,
         int               node)
{
  return &g_array_index (self->nodes, TrialNode, node);
}

/* Weights of siblings as shares of one; those below which there is nothing to mark have none. */
static void
normalise (VotumTrial *self,
           int         parent)
{
  double sum = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->parent == parent && node_at (self, i)->n_leaves > 0)
      sum += node_at (self, i)->stored;
  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->parent == parent)
      node_at (self, i)->first = sum > 0 && node_at (self, i)->n_leaves > 0 ? node_at (self, i)->stored / sum : 0;
}

static void
read_nodes (VotumTrial *self)
{
  for (guint i = 0; i < self->things->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (self->things, i);
      VotumDecimal weight = { 1, 0 };
      TrialNode node = { .parent = votum_standing_find (self->things, votum_thing_get_ref (thing, VOTUM_CRITERION_PARENT)),
                         .group = votum_thing_get_choice (thing, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP };

      votum_thing_get_decimal (thing, VOTUM_CRITERION_WEIGHT, &weight);
      node.stored = votum_decimal_to_double (weight);
      node.first = node.stored;
      g_array_append_val (self->nodes, node);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    for (int at = node_at (self, i)->group ? -1 : (int) i; at >= 0; at = node_at (self, at)->parent)
      node_at (self, at)->n_leaves++;
  for (int parent = -1; parent < (int) self->nodes->len && !self->points; parent++)
    normalise (self, parent);
}

/**
 * votum_trial_new:
 * @self: a case
 * @class_thing: (nullable): a class
 * @error: return location
 *
 * Returns: (transfer full): the weights of the class as they are stored, or %NULL where there is no rule
 */
VotumTrial *
votum_trial_new (VotumCase   *self,
                 VotumThing  *class_thing,
                 GError     **error)
{
  VotumRule *rule = votum_case_get_rule (self, class_thing);
  VotumStanding standing = { .class = class_thing };
  VotumTrial *trial;
  g_autoptr(VotumTerms) terms = NULL;

  if (rule == NULL)
    return NULL;
  terms = votum_rule_get_terms (rule, error);
  if (terms == NULL)
    return NULL;

  trial = g_new0 (VotumTrial, 1);
  g_atomic_ref_count_init (&trial->refs);
  g_set_object (&trial->class_thing, class_thing);
  trial->points = terms->weighting == VOTUM_WEIGHTING_FACTORS;
  votum_standing_collect_criteria (&standing, self);
  g_ptr_array_unref (standing.leaves);
  trial->things = standing.nodes;
  trial->nodes = g_array_new (FALSE, TRUE, sizeof (TrialNode));
  read_nodes (trial);
  votum_trial_reset (trial);

  return trial;
}

VotumTrial *
votum_trial_ref (VotumTrial *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
votum_trial_unref (VotumTrial *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_object (&self->class_thing);
  g_ptr_array_unref (self->things);
  g_array_unref (self->nodes);
  g_free (self);
}

guint
votum_trial_n_nodes (VotumTrial *self)
{
  return self->nodes->len;
}

VotumThing *
votum_trial_get_thing (VotumTrial *self,
                       guint       node)
{
  return g_ptr_array_index (self->things, node);
}

/**
 * votum_trial_get_parent:
 * @self: weights
 * @node: a criterion or group, in the order of the tree
 *
 * Returns: the group it is in, -1: at the top
 */
int
votum_trial_get_parent (VotumTrial *self,
                        guint       node)
{
  return node_at (self, node)->parent;
}

gboolean
votum_trial_is_group (VotumTrial *self,
                      guint       node)
{
  return node_at (self, node)->group;
}

/**
 * votum_trial_is_points:
 * @self: weights
 *
 * Returns: whether the weights are points that multiply marks, not shares of a whole
 */
gboolean
votum_trial_is_points (VotumTrial *self)
{
  return self->points;
}

static gboolean
is_below (VotumTrial *self,
          guint       leaf,
          guint       node)
{
  int at = leaf;

  while (at > (int) node)
    at = node_at (self, at)->parent;

  return at == (int) node;
}

static double
weight_of (VotumTrial *self,
           guint       node,
           gboolean    first)
{
  double value = 1;

  if (!self->points)
    {
      for (int at = node; at >= 0; at = node_at (self, at)->parent)
        value *= first ? node_at (self, at)->first : node_at (self, at)->local;
      return value;
    }

  value = 0;
  for (guint leaf = node; leaf < self->nodes->len; leaf++)
    if (!node_at (self, leaf)->group && is_below (self, leaf, node))
      value += first ? node_at (self, leaf)->first : node_at (self, leaf)->local;

  return value;
}

/**
 * votum_trial_get:
 * @self: weights
 * @node: a criterion or group
 *
 * Returns: what it weighs: its share of the whole, 0 to 1, or its points
 */
double
votum_trial_get (VotumTrial *self,
                 guint       node)
{
  return weight_of (self, node, FALSE);
}

/**
 * votum_trial_get_stored:
 * @self: weights
 * @node: a criterion or group
 *
 * Returns: what it weighs in the case, as votum_trial_get()
 */
double
votum_trial_get_stored (VotumTrial *self,
                        guint       node)
{
  return weight_of (self, node, TRUE);
}

/**
 * votum_trial_get_limit:
 * @self: weights
 * @node: a criterion or group
 *
 * Returns: the most that is worth trying: the whole, or twice the largest points
 */
double
votum_trial_get_limit (VotumTrial *self,
                       guint       node)
{
  double most = POINTS_AT_LEAST;

  if (!self->points)
    return 1;
  for (guint i = 0; i < self->nodes->len; i++)
    if (!node_at (self, i)->group)
      most = fmax (most, 2 * node_at (self, i)->first);

  return node_at (self, node)->group ? fmax (most, weight_of (self, node, FALSE)) : most;
}

/**
 * votum_trial_can_move:
 * @self: weights
 * @node: a criterion or group
 *
 * Returns: whether another weight would mean something: not where it is alone, and groups have no points of their own
 */
gboolean
votum_trial_can_move (VotumTrial *self,
                      guint       node)
{
  guint all = 0;

  if (self->points)
    return !node_at (self, node)->group;
  for (guint i = 0; i < self->nodes->len; i++)
    all += node_at (self, i)->group ? 0 : 1;

  return node_at (self, node)->n_leaves > 0 && node_at (self, node)->n_leaves < all;
}

/* Shares among siblings that come to @leaves in the whole. A group that weighs nothing keeps its inner proportions. */
static void
take_leaves (VotumTrial   *self,
             const double *leaves)
{
  g_autofree double *sums = g_new0 (double, self->nodes->len + 1);
  double *whole = sums + 1;

  for (guint i = 0; i < self->nodes->len; i++)
    for (int at = node_at (self, i)->group ? -2 : (int) i; at >= -1; at = at >= 0 ? node_at (self, at)->parent : -2)
      whole[at] += leaves[i];
  for (guint i = 0; i < self->nodes->len; i++)
    if (whole[node_at (self, i)->parent] > TINY)
      node_at (self, i)->local = whole[i] / whole[node_at (self, i)->parent];
}

/* What a leaf weighs in a part of the tree that itself weighs nothing. */
static double
inner_share (VotumTrial *self,
             guint       leaf,
             guint       node)
{
  double value = 1;

  for (int at = leaf; at != (int) node; at = node_at (self, at)->parent)
    value *= node_at (self, at)->local;

  return value;
}

/**
 * votum_trial_move:
 * @self: weights
 * @node: a criterion or group
 * @value: what it weighs from now on, as votum_trial_get()
 *
 * Tries another weight. Of a whole, all others make room in proportion.
 */
void
votum_trial_move (VotumTrial *self,
                  guint       node,
                  double      value)
{
  g_autofree double *leaves = NULL;
  double now = votum_trial_get (self, node);
  double stored_rest = 1 - votum_trial_get_stored (self, node);

  g_return_if_fail (node < self->nodes->len);

  if (!votum_trial_can_move (self, node))
    return;
  if (self->points)
    {
      node_at (self, node)->local = fmax (value, 0);
      return;
    }

  value = fmin (fmax (value, 0), 1);
  leaves = g_new0 (double, self->nodes->len);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (node_at (self, i)->group)
        continue;
      if (is_below (self, i, node))
        leaves[i] = now > TINY ? votum_trial_get (self, i) * value / now : value * inner_share (self, i, node);
      else if (1 - now > TINY)
        leaves[i] = votum_trial_get (self, i) * (1 - value) / (1 - now);
      else if (stored_rest > TINY)
        leaves[i] = votum_trial_get_stored (self, i) * (1 - value) / stored_rest;
    }
  take_leaves (self, leaves);
}

/**
 * votum_trial_reset:
 * @self: weights
 *
 * Goes back to the weights of the case.
 */
void
votum_trial_reset (VotumTrial *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    node_at (self, i)->local = node_at (self, i)->first;
}

/**
 * votum_trial_is_moved:
 * @self: weights
 *
 * Returns: whether they differ from those of the case
 */
gboolean
votum_trial_is_moved (VotumTrial *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (fabs (votum_trial_get (self, i) - votum_trial_get_stored (self, i)) > SAME)
      return TRUE;

  return FALSE;
}

/**
 * votum_trial_equal:
 * @self: weights
 * @other: others
 *
 * Returns: whether the case had the same criteria and weights when the two were made
 */
gboolean
votum_trial_equal (VotumTrial *self,
                   VotumTrial *other)
{
  if (self->class_thing != other->class_thing || self->points != other->points || self->nodes->len != other->nodes->len)
    return FALSE;
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_ptr_array_index (self->things, i) != g_ptr_array_index (other->things, i) ||
        node_at (self, i)->parent != node_at (other, i)->parent || node_at (self, i)->group != node_at (other, i)->group ||
        fabs (node_at (self, i)->stored - node_at (other, i)->stored) > TINY)
      return FALSE;

  return TRUE;
}

/**
 * votum_trial_typed:
 * @self: weights
 *
 * Returns: (transfer full) (nullable) (element-type VotumThing VotumDecimal): the weights as #VotumLook takes them, or %NULL as long as
 *   they are those of the case
 */
GHashTable *
votum_trial_typed (VotumTrial *self)
{
  GHashTable *typed;

  if (!votum_trial_is_moved (self))
    return NULL;

  typed = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      VotumDecimal *weight = g_new (VotumDecimal, 1);

      *weight = votum_decimal_normalize ((VotumDecimal) { llround (node_at (self, i)->local * TYPED_UNIT), TYPED_DECIMALS });
      g_hash_table_insert (typed, g_ptr_array_index (self->things, i), weight);
    }

  return typed;
}

/**
 * votum_trial_leaves:
 * @self: weights
 *
 * Returns: (transfer full) (element-type double): what the criteria that have values weigh, in the order of a standing's leaves
 */
GArray *
votum_trial_leaves (VotumTrial *self)
{
  GArray *leaves = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->nodes->len; i++)
    if (!node_at (self, i)->group)
      {
        double weight = votum_trial_get (self, i);

        g_array_append_val (leaves, weight);
      }

  return leaves;
}

/* A tenth of a per cent of the whole: weights that sum to 100 get one decimal, to 7 three. */
static guint
decimals_for (double sum)
{
  guint decimals = 1;

  for (double whole = 100; sum < whole && decimals < 4; whole /= 10)
    decimals++;

  return decimals;
}

/* The largest remainders are rounded up, so that the weights sum to what they did. */
static void
round_siblings (VotumTrial *self,
                int         parent,
                GPtrArray  *criteria,
                GArray     *weights)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *exact = g_new0 (double, self->nodes->len + 1);
  g_autofree gint64 *digits = g_new0 (gint64, self->nodes->len + 1);
  double sum = 0, unit;
  gint64 left;
  gboolean moved = FALSE;
  guint decimals;

  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->parent == parent && node_at (self, i)->n_leaves > 0)
      {
        g_array_append_val (members, i);
        sum += node_at (self, i)->stored;
        moved |= fabs (node_at (self, i)->local - node_at (self, i)->first) > SAME;
      }
  if (!moved)
    return;

  decimals = decimals_for (sum);
  unit = pow (10, decimals);
  left = llround (sum * unit);
  for (guint i = 0; i < members->len; i++)
    {
      TrialNode *node = node_at (self, g_array_index (members, guint, i));

      exact[i] = (self->points ? node->local : node->local * sum) * unit;
      digits[i] = self->points ? llround (exact[i]) : (gint64) floor (exact[i]);
      left -= digits[i];
    }
  for (; left > 0 && !self->points; left--)
    {
      guint best = 0;

      for (guint i = 1; i < members->len; i++)
        if (exact[i] - digits[i] > exact[best] - digits[best])
          best = i;
      digits[best]++;
    }

  for (guint i = 0; i < members->len; i++)
    {
      VotumDecimal weight = votum_decimal_normalize ((VotumDecimal) { digits[i], decimals });
      guint node = g_array_index (members, guint, i);

      /* points stand for themselves, and those that nobody moved stay as they were written */
      if (self->points && fabs (node_at (self, node)->local - node_at (self, node)->first) <= SAME)
        continue;
      g_ptr_array_add (criteria, g_ptr_array_index (self->things, node));
      g_array_append_val (weights, weight);
    }
}

/**
 * votum_trial_round:
 * @self: weights
 * @criteria: (element-type VotumThing): the criteria whose weights would change are added
 * @weights: (element-type VotumDecimal): and here their weights
 *
 * Rounds the weights as a jury would write them down: criteria beside each other sum to what they did before.
 */
void
votum_trial_round (VotumTrial *self,
                   GPtrArray  *criteria,
                   GArray     *weights)
{
  for (int parent = -1; parent < (int) self->nodes->len; parent++)
    round_siblings (self, parent, criteria, weights);
}

/**
 * votum_trial_adopt:
 * @self: weights
 * @votum_case: the case
 * @reason: (nullable): why they change although marking has begun
 * @error: return location
 *
 * Makes the weights, rounded, those of the case, in one step that can be undone.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_trial_adopt (VotumTrial  *self,
                   VotumCase   *votum_case,
                   const char  *reason,
                   GError     **error)
{
  g_autoptr(GPtrArray) criteria = g_ptr_array_new ();
  g_autoptr(GArray) weights = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));

  votum_trial_round (self, criteria, weights);

  return votum_case_set_weights (votum_case, criteria, weights, reason, error);
}
