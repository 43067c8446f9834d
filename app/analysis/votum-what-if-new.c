#include "votum-config.h"

#include "votum-error.h"
#include "votum-result-private.h"
#include "votum-what-if-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How a model of the values is made, from a result or from plain numbers. */

static VotumWhatIf *
what_if_new (guint n_entrants, guint n_leaves, guint n_nodes)
{
  VotumWhatIf *self = g_new0 (VotumWhatIf, 1);
  guint8 *all = g_malloc (MAX (n_leaves, 1));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_entrants = n_entrants;
  self->n_leaves = n_leaves;
  self->n_nodes = n_nodes;
  self->parents = g_new (int, MAX (n_nodes, 1));
  self->leaf_of = g_new (int, MAX (n_nodes, 1));
  self->stored = g_new0 (double, MAX (n_leaves, 1));
  self->ranked = g_new0 (guint8, MAX (n_entrants, 1));
  self->places = g_new0 (guint, MAX (n_entrants, 1));
  self->round_weighted = self->round_result = self->round_total = VOTUM_EXACT;
  self->patterns = g_ptr_array_new_with_free_func (g_free);
  memset (all, TRUE, MAX (n_leaves, 1));
  g_ptr_array_add (self->patterns, all);
  self->parts = g_array_new (FALSE, TRUE, sizeof (VotumWhatIfPart));
  self->rows = g_array_new (FALSE, TRUE, sizeof (VotumWhatIfPart));
  return self;
}

static guint
find_pattern (VotumWhatIf *self, const guint8 *present)
{
  for (guint i = 0; i < self->patterns->len; i++)
    if (memcmp (g_ptr_array_index (self->patterns, i), present, self->n_leaves) == 0)
      return i;
  g_ptr_array_add (self->patterns, g_memdup2 (present, self->n_leaves));
  return self->patterns->len - 1;
}

/* What an unrounded total is summed from: one row for all rounds in which the same leaves are there. */
static void
add_row (VotumWhatIf *self, const VotumWhatIfPart *part)
{
  VotumWhatIfPart row = { part->entrant, part->pattern, 0, NULL };

  VotumWhatIfPart *own = NULL;

  for (guint i = self->rows->len; i-- > 0 && own == NULL;)
    {
      VotumWhatIfPart *other = &g_array_index (self->rows, VotumWhatIfPart, i);

      if (other->entrant != part->entrant)
        break;
      if (other->pattern == part->pattern)
        own = other;
    }
  if (own == NULL)
    {
      row.values = g_new0 (double, MAX (self->n_leaves, 1));
      g_array_append_val (self->rows, row);
      own = &g_array_index (self->rows, VotumWhatIfPart, self->rows->len - 1);
    }
  own->weight += part->weight;
  for (guint i = 0; i < self->n_leaves; i++)
    own->values[i] += part->weight * part->values[i];
}

static void
add_part (VotumWhatIf *self, guint entrant, double weight, const guint8 *present, double *values)
{
  VotumWhatIfPart part = { entrant, find_pattern (self, present), weight, values };

  g_array_append_val (self->parts, part);
  add_row (self, &part);
}

static double *
round_values (const VotumResult *result, guint round, guint entrant)
{
  double *values = g_new0 (double, MAX (result->n_leaves, 1));

  for (guint i = 0; i < result->n_leaves; i++)
    {
      gsize at = votum_result_at_leaf (result, round, entrant, i);

      if (result->has_panel[at])
        values[i] = mpq_get_d (result->panels[at]);
    }
  return values;
}

/* The rounds so far that the entrant has a result of, weighed as in the total; as votum_result_compute() does it. */
static void
add_rounds (VotumWhatIf *self, const VotumResult *result, guint round, guint entrant)
{
  g_autofree double *weights = g_new0 (double, round + 1);
  double sum = 0;
  mpq_t weight;

  mpq_init (weight);
  for (guint k = 0; k <= round; k++)
    {
      if (votum_sheet_is_revote (result->sheet, k) || !result->has_round[votum_result_at (result, k, entrant)])
        continue;
      votum_result_round_weight (result, result->counting[round], result->counting[k], weight);
      weights[k] = mpq_get_d (weight);
      sum += weights[k];
    }
  mpq_clear (weight);
  for (guint k = 0; k <= round; k++)
    if (weights[k] > 0)
      add_part (self, entrant, weights[k] / sum, result->has_panel + votum_result_at_leaf (result, k, entrant, 0),
                round_values (result, k, entrant));
}

static void
read_tree (VotumWhatIf *self, const VotumResult *result)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const VotumSheetNode *node = votum_sheet_node (result->sheet, i);

      self->parents[i] = node->parent;
      self->leaf_of[i] = node->leaf;
    }
  for (guint i = 0; i < self->n_leaves; i++)
    self->stored[i] = mpq_get_d (votum_weights_leaf (result->weights, i));
}

/* The round whose standing is that after @round: a revote repeats the one before it. */
static gboolean
find_counting_round (const VotumResult *result, guint round, guint *counting)
{
  for (guint k = round + 1; k-- > 0;)
    if (!votum_sheet_is_revote (result->sheet, k))
      {
        *counting = k;
        return TRUE;
      }
  return FALSE;
}

/**
 * votum_what_if_new:
 * @result: a result by marks
 * @round: index of a round; the totals are those after it
 * @error: return location for a #GError
 *
 * Errors: %VOTUM_ERROR_NO_RESULT where no criteria are weighed, or nobody is ranked after the round.
 *
 * Returns: (transfer full): the model; %NULL on error
 */
VotumWhatIf *
votum_what_if_new (const VotumResult *result, guint round, GError **error)
{
  g_autoptr(VotumWhatIf) self = NULL;
  guint counting = 0;

  g_return_val_if_fail (result != NULL && round < result->n_rounds, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (result->terms->method != VOTUM_METHOD_MARKS)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("This rule ranks by the jurors’ places and weighs no criteria, so there are no weights to try out."));
      return NULL;
    }
  self = what_if_new (result->n_entrants, result->n_leaves, votum_sheet_n_nodes (result->sheet));
  read_tree (self, result);
  self->points = result->terms->weighting == VOTUM_WEIGHTING_FACTORS;
  self->missing = result->terms->missing;
  self->falling = votum_result_has_lowest_first (result);
  self->round_weighted = result->terms->round_weighted;
  self->round_result = result->terms->round_result;
  self->round_total = result->terms->round_total;
  self->rounding = result->terms->rounding;
  for (guint i = 0; find_counting_round (result, round, &counting) && i < self->n_entrants; i++)
    {
      self->ranked[i] = result->has_total[votum_result_at (result, counting, i)];
      self->places[i] = result->positions[votum_result_at (result, counting, i)];
      if (self->ranked[i])
        add_rounds (self, result, counting, i);
    }
  if (self->parts->len == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("Nobody has a result in this round yet, so there is nothing to weigh differently."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * votum_what_if_new_plain:
 * @values: (array): one value per entrant and leaf, the leaves of an entrant in a row; NAN where there is none
 * @n_entrants: how many entrants
 * @n_leaves: how many leaves, without groups
 * @weights: (array length=n_leaves): their weights, with a sum above zero
 *
 * Returns: (transfer full): a model of plain numbers, the highest best, without rounding
 */
VotumWhatIf *
votum_what_if_new_plain (const double *values, guint n_entrants, guint n_leaves, const double *weights)
{
  VotumWhatIf *self;
  g_autofree guint8 *present = NULL;
  double sum = 0;

  g_return_val_if_fail (values != NULL && weights != NULL, NULL);

  self = what_if_new (n_entrants, n_leaves, n_leaves);
  present = g_new0 (guint8, MAX (n_leaves, 1));
  for (guint i = 0; i < n_leaves; i++)
    sum += weights[i];
  for (guint i = 0; i < n_leaves; i++)
    {
      self->parents[i] = -1;
      self->leaf_of[i] = (int) i;
      self->stored[i] = weights[i] / sum;
    }
  for (guint i = 0; i < n_entrants; i++)
    {
      double *own = g_memdup2 (values + (gsize) i * n_leaves, MAX (n_leaves, 1) * sizeof (double));

      for (guint k = 0; k < n_leaves; k++)
        {
          present[k] = !isnan (own[k]);
          own[k] = present[k] ? own[k] : 0;
          self->ranked[i] |= present[k];
        }
      self->places[i] = i + 1;
      if (self->ranked[i])
        add_part (self, i, 1, present, own);
      else
        g_free (own);
    }
  return self;
}
