#include "votum-config.h"

#include "votum-case-weights.h"

#include <string.h>

#include "votum-case-standing-private.h"
#include "votum-weights.h"

#define SPREAD_DECIMALS 2  /* of weights that do not come out even */

struct _VotumCaseWeights {
  VotumSheet   *sheet;
  VotumWeights *weights;
  GPtrArray    *nodes;    /* of VotumThing, as in the sheet */
};

/**
 * votum_case_weights_new:
 * @self: a case
 * @class_thing: (nullable): a class, or %NULL for the award's own criteria
 * @rule: (nullable): the rule that weighs them, which need not be stored; %NULL: as shares
 * @typed: (nullable) (element-type VotumThing VotumDecimal): weights to take instead of those of the case
 *
 * Returns: (transfer full): what the criteria weigh in the whole
 */
VotumCaseWeights *
votum_case_weights_new (VotumCase  *self,
                        VotumThing *class_thing,
                        VotumRule  *rule,
                        GHashTable *typed)
{
  VotumCaseWeights *weights = g_new0 (VotumCaseWeights, 1);
  VotumStanding *standing = g_new0 (VotumStanding, 1);
  gboolean factors = rule != NULL && votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_WEIGHTING) == VOTUM_RULE_WEIGHTING_FACTORS;

  g_set_object (&standing->class, class_thing);
  standing->sheet = votum_sheet_new (1, 1, 1);
  votum_standing_collect_criteria (standing, self);
  votum_standing_add_nodes (standing, self, typed);

  weights->sheet = votum_sheet_ref (standing->sheet);
  weights->nodes = g_ptr_array_ref (standing->nodes);
  weights->weights = votum_weights_new (weights->sheet, factors ? VOTUM_WEIGHTING_FACTORS : VOTUM_WEIGHTING_SHARES, VOTUM_MISSING_LOCAL);
  votum_standing_free (standing);

  return weights;
}

void
votum_case_weights_free (VotumCaseWeights *self)
{
  votum_weights_free (self->weights);
  votum_sheet_unref (self->sheet);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

static gboolean
is_below (VotumCaseWeights *self,
          guint             leaf,
          int               node)
{
  int at = (int) votum_sheet_leaf_node (self->sheet, leaf);

  while (at > node)
    at = votum_sheet_node (self->sheet, at)->parent;

  return at == node;
}

/**
 * votum_case_weights_share:
 * @self: weights
 * @criterion: a criterion or a group
 * @decimals: how many, 0 to 18
 *
 * Returns: (transfer full) (nullable): its share of the whole in per cent, "12.5"; %NULL where it does not count, since it is
 *   observed by contacts, or nothing weighs anything
 */
char *
votum_case_weights_share (VotumCaseWeights *self,
                          VotumThing       *criterion,
                          guint             decimals)
{
  int node = votum_standing_find (self->nodes, votum_thing_get_id (criterion));
  char *text = NULL;
  mpq_t sum, whole;

  if (node < 0)
    return NULL;

  mpq_inits (sum, whole, NULL);
  for (guint leaf = 0; leaf < votum_sheet_n_leaves (self->sheet); leaf++)
    {
      mpq_add (whole, whole, votum_weights_leaf (self->weights, leaf));
      if (is_below (self, leaf, node))
        mpq_add (sum, sum, votum_weights_leaf (self->weights, leaf));
    }
  if (mpq_sgn (whole) > 0)
    {
      mpq_div (sum, sum, whole);
      mpq_set_ui (whole, 100, 1);
      mpq_mul (sum, sum, whole);
      text = votum_rational_to_string (sum, decimals, VOTUM_ROUNDING_HALF_UP);
    }
  mpq_clears (sum, whole, NULL);

  return text;
}

/**
 * votum_case_criteria_below:
 * @self: a case
 * @class_thing: (nullable): a class, or %NULL for the award's own criteria
 * @parent: (nullable): a group, or %NULL for the top of the tree
 *
 * Returns: (transfer full) (element-type VotumThing): the criteria that stand beside each other there, in order
 */
GPtrArray *
votum_case_criteria_below (VotumCase  *self,
                           VotumThing *class_thing,
                           VotumThing *parent)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (self, VOTUM_KIND_CRITERION);
  GPtrArray *below = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 parent_id = parent != NULL ? votum_thing_get_id (parent) : 0;
  gint64 class_id = class_thing != NULL ? votum_thing_get_id (class_thing) : 0;

  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (all, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) == parent_id &&
          (parent_id != 0 || votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS) == class_id))
        g_ptr_array_add (below, g_object_ref (criterion));
    }

  return below;
}

/**
 * votum_case_has_criteria:
 * @self: a case
 * @class_thing: (nullable): a class, or %NULL for the award
 *
 * Returns: whether it has criteria of its own
 */
gboolean
votum_case_has_criteria (VotumCase  *self,
                         VotumThing *class_thing)
{
  g_autoptr(GPtrArray) below = votum_case_criteria_below (self, class_thing, NULL);

  return below->len > 0;
}

/* What is observed has no place in a jury's result, and its weight none in a sum. */
static gboolean
weight_of (VotumThing *criterion,
           GHashTable *typed,
           mpq_ptr     weight)
{
  VotumDecimal *own = typed != NULL ? g_hash_table_lookup (typed, criterion) : NULL;
  VotumDecimal decimal = { 1, 0 };

  if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_OBSERVED)
    return FALSE;
  votum_thing_get_decimal (criterion, VOTUM_CRITERION_WEIGHT, &decimal);
  votum_decimal_to_rational (own != NULL ? *own : decimal, weight);

  return TRUE;
}

static void
sum_up (GPtrArray  *criteria,
        GHashTable *typed,
        mpq_ptr     sum)
{
  mpq_t weight;

  mpq_init (weight);
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < criteria->len; i++)
    if (weight_of (g_ptr_array_index (criteria, i), typed, weight))
      mpq_add (sum, sum, weight);
  mpq_clear (weight);
}

static void
strip_zeros (char *text)
{
  gsize length = strlen (text);

  if (strchr (text, '.') == NULL)
    return;
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  text[length] = '\0';
}

/**
 * votum_case_sum_weights:
 * @criteria: (element-type VotumThing): criteria that stand beside each other
 * @typed: (nullable) (element-type VotumThing VotumDecimal): weights to take instead of those of the case
 *
 * Returns: (transfer full): the exact sum of their weights: "97.5"
 */
char *
votum_case_sum_weights (GPtrArray  *criteria,
                        GHashTable *typed)
{
  char *text;
  mpq_t sum;

  mpq_init (sum);
  sum_up (criteria, typed, sum);
  text = votum_rational_to_string (sum, VOTUM_DECIMAL_MAX_SCALE, VOTUM_ROUNDING_HALF_UP);
  mpq_clear (sum);
  strip_zeros (text);

  return text;
}

static VotumDecimal
weight_of_group (VotumThing *group,
                 GHashTable *typed)
{
  VotumDecimal *own = typed != NULL ? g_hash_table_lookup (typed, group) : NULL;
  VotumDecimal weight = { 1, 0 };

  votum_thing_get_decimal (group, VOTUM_CRITERION_WEIGHT, &weight);

  return own != NULL ? *own : weight;
}

/* Whether some group beside @group holds weights that sum to its own: 15, 12 and 8 in a group of 35. */
static gboolean
counts_within (VotumCase  *self,
               VotumThing *class_thing,
               VotumThing *group)
{
  g_autoptr(GPtrArray) beside = votum_case_criteria_below (self, class_thing,
                                                           votum_case_lookup (self, votum_thing_get_ref (group, VOTUM_CRITERION_PARENT)));

  for (guint i = 0; i < beside->len; i++)
    {
      VotumThing *other = g_ptr_array_index (beside, i);
      g_autoptr(GPtrArray) below = votum_case_criteria_below (self, class_thing, other);
      g_autofree char *sum = votum_case_sum_weights (below, NULL);
      VotumDecimal decimal;

      if (other != group && below->len > 0 && votum_decimal_parse (sum, &decimal, NULL) &&
          votum_decimal_compare (decimal, weight_of_group (other, NULL)) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_case_expected_sum:
 * @self: a case
 * @class_thing: (nullable): a class, or %NULL for the award's own criteria
 * @group: (nullable): a group, or %NULL for the top of the tree
 * @typed: (nullable) (element-type VotumThing VotumDecimal): weights to take instead of those of the case
 *
 * What people expect the weights in @group to sum to. Any sum is legal, since shares are taken of it; but juries write
 * either 100, or what the group itself weighs.
 *
 * Returns: 100, or the weight of @group where that is nearer
 */
VotumDecimal
votum_case_expected_sum (VotumCase  *self,
                         VotumThing *class_thing,
                         VotumThing *group,
                         GHashTable *typed)
{
  VotumDecimal hundred = { 100, 0 };
  VotumDecimal weight;
  g_autoptr(GPtrArray) below = NULL;
  gboolean nearer;
  mpq_t sum, own, other;

  if (group == NULL)
    return hundred;
  weight = weight_of_group (group, typed);
  below = votum_case_criteria_below (self, class_thing, group);
  if (weight.digits <= 0 || (below->len == 0 && !counts_within (self, class_thing, group)))
    return hundred;

  mpq_inits (sum, own, other, NULL);
  sum_up (below, typed, sum);
  votum_decimal_to_rational (weight, own);
  votum_decimal_to_rational (hundred, other);
  mpq_sub (own, own, sum);
  mpq_sub (other, other, sum);
  mpq_abs (own, own);
  mpq_abs (other, other);
  nearer = mpq_cmp (own, other) < 0;
  mpq_clears (sum, own, other, NULL);

  return nearer ? weight : hundred;
}

/* ---- spreading ---- */

/* total w / sum in units of 10^-decimals; where @how is equal, every weight is one. */
static void
portions (GPtrArray    *criteria,
          VotumSpread   how,
          VotumDecimal  total,
          guint         decimals,
          mpq_t        *shares)
{
  mpq_t sum, weight;

  mpq_inits (sum, weight, NULL);
  for (guint i = 0; i < criteria->len; i++)
    {
      if (!weight_of (g_ptr_array_index (criteria, i), NULL, shares[i]))
        continue;
      if (how == VOTUM_SPREAD_EQUALLY)
        mpq_set_ui (shares[i], 1, 1);
      mpq_add (sum, sum, shares[i]);
    }
  mpz_ui_pow_ui (mpq_numref (weight), 10, decimals);
  mpz_set_ui (mpq_denref (weight), 1);
  if (mpq_sgn (sum) > 0)
    mpq_div (weight, weight, sum);
  votum_decimal_to_rational (total, sum);
  mpq_mul (weight, weight, sum);
  for (guint i = 0; i < criteria->len; i++)
    mpq_mul (shares[i], shares[i], weight);
  mpq_clears (sum, weight, NULL);
}

static gboolean
are_whole (mpq_t *shares,
           guint  n)
{
  for (guint i = 0; i < n; i++)
    if (mpz_cmp_ui (mpq_denref (shares[i]), 1) != 0)
      return FALSE;

  return TRUE;
}

/* Rounds down, and gives what is left over to the largest remainders, one unit each, the first of equal ones first. */
static guint
round_portions (mpq_t  *shares,
                guint   n,
                gint64 *units)
{
  g_autofree gboolean *raised = g_new0 (gboolean, n + 1);
  mpq_t left, best;
  guint n_raised = 0;

  mpq_inits (left, best, NULL);
  for (guint i = 0; i < n; i++)
    {
      mpz_fdiv_q (mpq_numref (best), mpq_numref (shares[i]), mpq_denref (shares[i]));
      mpz_set_ui (mpq_denref (best), 1);
      units[i] = mpz_get_si (mpq_numref (best));
      mpq_sub (shares[i], shares[i], best);
      mpq_add (left, left, shares[i]);
    }
  for (; mpz_cmp_ui (mpq_numref (left), n_raised) > 0; n_raised++)
    {
      int at = -1;

      for (guint i = 0; i < n; i++)
        if (!raised[i] && (at < 0 || mpq_cmp (shares[i], shares[at]) > 0))
          at = (int) i;
      g_return_val_if_fail (at >= 0, n_raised);
      raised[at] = TRUE;
      units[at]++;
    }
  mpq_clears (left, best, NULL);

  return n_raised;
}

/**
 * votum_case_spread_weights:
 * @criteria: (element-type VotumThing): criteria that stand beside each other
 * @how: how
 * @total: what they are to sum to, above zero
 * @n_raised: (out): how many of them got one @unit more than their even share, since it does not come out even
 * @unit: (out): the last digit: 0.01
 *
 * Works out weights that sum to exactly @total, with as few decimals as they come out even with, else two.
 *
 * Returns: (transfer full) (element-type VotumDecimal): a weight for each of @criteria; those of observed ones are zero and
 *   not to be used
 */
GArray *
votum_case_spread_weights (GPtrArray    *criteria,
                           VotumSpread   how,
                           VotumDecimal  total,
                           guint        *n_raised,
                           VotumDecimal *unit)
{
  GArray *weights = g_array_new (FALSE, TRUE, sizeof (VotumDecimal));
  g_autofree mpq_t *shares = g_new (mpq_t, criteria->len + 1);
  g_autofree gint64 *units = g_new0 (gint64, criteria->len + 1);
  guint decimals = total.scale;

  for (guint i = 0; i < criteria->len; i++)
    mpq_init (shares[i]);
  portions (criteria, how, total, decimals, shares);
  while (!are_whole (shares, criteria->len) && decimals < MAX (SPREAD_DECIMALS, total.scale))
    portions (criteria, how, total, ++decimals, shares);

  *n_raised = round_portions (shares, criteria->len, units);
  *unit = (VotumDecimal) { 1, decimals };
  for (guint i = 0; i < criteria->len; i++)
    {
      VotumDecimal weight = votum_decimal_normalize ((VotumDecimal) { units[i], decimals });

      g_array_append_val (weights, weight);
      mpq_clear (shares[i]);
    }

  return weights;
}

/**
 * votum_case_set_weights:
 * @self: a case
 * @criteria: (element-type VotumThing): criteria
 * @weights: (element-type VotumDecimal): a weight for each
 * @unlock_reason: (nullable): why they change although marking has begun
 * @error: return location
 *
 * Changes several weights in one step. What is observed keeps its own.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_set_weights (VotumCase   *self,
                        GPtrArray   *criteria,
                        GArray      *weights,
                        const char  *unlock_reason,
                        GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  VotumThing *parent = NULL;
  gint64 parent_id = -1;
  g_autofree char *subject = NULL;

  g_return_val_if_fail (criteria->len == weights->len, FALSE);

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *text = votum_decimal_to_string (g_array_index (weights, VotumDecimal, i));
      g_autoptr(VotumThing) before = votum_thing_copy (criterion);
      g_autoptr(VotumThing) after = votum_thing_copy (criterion);

      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_OBSERVED)
        continue;
      if (!votum_thing_set_from_text (after, VOTUM_CRITERION_WEIGHT, text, error))
        return FALSE;
      if (!votum_thing_equal (before, after))
        votum_changes_thing (changes, before, after);
      /* in several groups, it is a change of the award's weights */
      parent_id = parent_id == -1 || parent_id == votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT)
                    ? votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) : 0;
    }
  if (votum_changes_is_empty (changes))
    return TRUE;
  parent = parent_id > 0 ? votum_case_lookup (self, parent_id) : votum_case_get_award (self);
  subject = parent != NULL ? votum_case_name_of (self, parent, g_get_language_names ()[0]) : g_strdup ("");

  return votum_case_apply (self, changes, "weigh-criteria", subject, unlock_reason, NULL, error);
}
