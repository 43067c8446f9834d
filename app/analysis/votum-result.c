#include "votum-config.h"

#include "votum-result-private.h"

static gboolean
has_standing (const VotumResult *self, guint round, guint entrant)
{
  return round < self->n_rounds && entrant < self->n_entrants;
}

static gboolean
has_leaf (const VotumResult *self, guint round, guint entrant, guint leaf)
{
  return has_standing (self, round, entrant) && leaf < self->n_leaves;
}

static char *
show (mpq_srcptr value, guint decimals)
{
  return votum_rational_to_string (value, decimals, VOTUM_ROUNDING_HALF_UP);
}

/**
 * votum_result_ref:
 * @self: a result
 *
 * Returns: (transfer full): @self with one more reference
 */
VotumResult *
votum_result_ref (VotumResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * votum_result_unref:
 * @self: (nullable) (transfer full): a result
 *
 * Gives a reference back; the last one frees the result.
 */
void
votum_result_unref (VotumResult *self)
{
  gsize n_standings, n_panels;

  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  n_standings = (gsize) self->n_rounds * self->n_entrants;
  n_panels = n_standings * self->n_leaves;
  votum_rationals_free (self->panels, n_panels);
  votum_rationals_free (self->weighted, n_panels);
  votum_rationals_free (self->rounds, n_standings);
  votum_rationals_free (self->totals, n_standings);
  g_free (self->has_panel);
  g_free (self->n_marks);
  g_free (self->states);
  g_free (self->has_round);
  g_free (self->has_total);
  g_free (self->positions);
  g_free (self->shared);
  g_free (self->counting);
  g_ptr_array_unref (self->splits);
  votum_preferences_free (self->preferences);
  g_mutex_clear (&self->lock);
  votum_weights_free (self->weights);
  votum_terms_free (self->terms);
  votum_sheet_unref (self->sheet);
  g_free (self);
}

/**
 * votum_result_sheet:
 * @self: a result
 *
 * Returns: (transfer none): what it was computed from
 */
VotumSheet *
votum_result_sheet (const VotumResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sheet;
}

/**
 * votum_result_terms:
 * @self: a result
 *
 * Returns: (transfer none): the rule it was computed by
 */
const VotumTerms *
votum_result_terms (const VotumResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->terms;
}

/**
 * votum_result_state:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 *
 * Returns: whether the entrant is ranked after the round, or why not; after a revote that is as it was
 *   before it
 */
VotumStandingState
votum_result_state (const VotumResult *self, guint round, guint entrant)
{
  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), VOTUM_STANDING_NOT_IN_ROUND);
  return self->states[votum_result_at (self, round, entrant)];
}

/**
 * votum_result_position:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 *
 * Returns: the position after the round, 1 is best, equal ones share it (1-2-2-4); 0 if not ranked
 */
guint
votum_result_position (const VotumResult *self, guint round, guint entrant)
{
  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), 0);
  return self->positions[votum_result_at (self, round, entrant)];
}

/**
 * votum_result_is_shared:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 *
 * Returns: whether others have the same position after the round
 */
gboolean
votum_result_is_shared (const VotumResult *self, guint round, guint entrant)
{
  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), FALSE);
  return self->shared[votum_result_at (self, round, entrant)];
}

/**
 * votum_result_total:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @decimals: how many decimals to show, 0 to 18
 *
 * Returns: (transfer full) (nullable): the total over the rounds so far; %NULL if not ranked
 */
char *
votum_result_total (const VotumResult *self, guint round, guint entrant, guint decimals)
{
  gsize at;

  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), NULL);

  at = votum_result_at (self, round, entrant);
  return self->has_total[at] ? show (self->totals[at], decimals) : NULL;
}

/**
 * votum_result_exact_total:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 *
 * Returns: (transfer full) (nullable): the total as a fraction in lowest terms, "1234/567" or "7";
 *   %NULL if not ranked
 */
char *
votum_result_exact_total (const VotumResult *self, guint round, guint entrant)
{
  g_autofree char *text = NULL;
  gsize at;

  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), NULL);

  at = votum_result_at (self, round, entrant);
  if (!self->has_total[at])
    return NULL;
  text = g_malloc (mpz_sizeinbase (mpq_numref (self->totals[at]), 10) +
                   mpz_sizeinbase (mpq_denref (self->totals[at]), 10) + 3);
  mpq_get_str (text, 10, self->totals[at]);
  return g_steal_pointer (&text);
}

/**
 * votum_result_round:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @decimals: how many decimals to show, 0 to 18
 *
 * Returns: (transfer full) (nullable): the result of the round itself; %NULL if there is none
 */
char *
votum_result_round (const VotumResult *self, guint round, guint entrant, guint decimals)
{
  gsize at;

  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), NULL);

  at = votum_result_at (self, round, entrant);
  return self->has_round[at] ? show (self->rounds[at], decimals) : NULL;
}

/**
 * votum_result_panel:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @leaf: index of a leaf
 * @decimals: how many decimals to show, 0 to 18
 *
 * Returns: (transfer full) (nullable): the leaf's value as it enters the tree: the mean of the corrected
 *   marks, or the measure, after value function and rounding; %NULL if there is none
 */
char *
votum_result_panel (const VotumResult *self, guint round, guint entrant, guint leaf, guint decimals)
{
  gsize at;

  g_return_val_if_fail (self != NULL && has_leaf (self, round, entrant, leaf), NULL);

  at = votum_result_at_leaf (self, round, entrant, leaf);
  return self->has_panel[at] ? show (self->panels[at], decimals) : NULL;
}

/**
 * votum_result_weighted:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @leaf: index of a leaf
 * @decimals: how many decimals to show, 0 to 18
 *
 * Returns: (transfer full) (nullable): what the leaf adds to the round's result: its panel mark times the
 *   weight that it has for this entrant, rounded as the rule says; %NULL if it adds nothing
 */
char *
votum_result_weighted (const VotumResult *self, guint round, guint entrant, guint leaf, guint decimals)
{
  gsize at;

  g_return_val_if_fail (self != NULL && has_leaf (self, round, entrant, leaf), NULL);

  at = votum_result_at_leaf (self, round, entrant, leaf);
  if (!self->has_panel[at] || !self->has_round[votum_result_at (self, round, entrant)])
    return NULL;
  return show (self->weighted[at], decimals);
}

/**
 * votum_result_node:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @node: index of a node
 * @decimals: how many decimals to show, 0 to 18
 *
 * Returns: (transfer full) (nullable): a leaf's panel mark, or the weighted mean of what is below a group,
 *   which the rule never rounds; %NULL if nothing there has a value or a weight
 */
char *
votum_result_node (const VotumResult *self, guint round, guint entrant, guint node, guint decimals)
{
  gsize first;
  char *text = NULL;
  mpq_t value;

  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), NULL);
  g_return_val_if_fail (node < votum_sheet_n_nodes (self->sheet), NULL);

  first = votum_result_at_leaf (self, round, entrant, 0);
  mpq_init (value);
  if (votum_weights_node_value (self->weights, node, self->has_panel + first,
                                (const mpq_t *) self->panels + first, value))
    text = show (value, decimals);
  mpq_clear (value);
  return text;
}

/**
 * votum_result_corrected:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @juror: index of a juror
 * @leaf: index of a leaf
 * @decimals: how many decimals to show, 0 to 18
 *
 * Returns: (transfer full) (nullable): the juror's mark as it was counted; %NULL if there is none, if it was
 *   dropped, or if the panel has too few marks for a result
 */
char *
votum_result_corrected (const VotumResult *self, guint round, guint entrant, guint juror, guint leaf, guint decimals)
{
  VotumPanel panel;
  char *text = NULL;
  mpq_t mark;

  g_return_val_if_fail (self != NULL && has_leaf (self, round, entrant, leaf), NULL);
  g_return_val_if_fail (juror < self->n_jurors, NULL);

  if (!self->has_panel[votum_result_at_leaf (self, round, entrant, leaf)])
    return NULL;
  mpq_init (mark);
  votum_panel_init (&panel, self->terms, self->n_jurors);
  if (self->terms->method != VOTUM_METHOD_MARKS)
    {
      const VotumCell *cell = votum_sheet_cell (self->sheet, round, entrant, juror, leaf);

      if (cell->state == VOTUM_CELL_VALUE)
        {
          votum_decimal_to_rational (cell->value, mark);
          text = show (mark, decimals);
        }
    }
  else if (votum_panel_read (&panel, votum_sheet_panel (self->sheet, round, entrant, leaf), self->n_jurors,
                             votum_result_margin (self, round)) == VOTUM_PANEL_MEAN &&
           votum_panel_corrected (&panel, juror, mark))
    text = show (mark, decimals);
  votum_panel_clear (&panel);
  mpq_clear (mark);
  return text;
}

/**
 * votum_result_n_marks:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @leaf: index of a leaf
 *
 * Returns: how many marks were counted; dropped ones are not. Where there are too few for a result, how many
 *   there are
 */
guint
votum_result_n_marks (const VotumResult *self, guint round, guint entrant, guint leaf)
{
  g_return_val_if_fail (self != NULL && has_leaf (self, round, entrant, leaf), 0);
  return self->n_marks[votum_result_at_leaf (self, round, entrant, leaf)];
}

/**
 * votum_result_leaf_weight:
 * @self: a result
 * @leaf: index of a leaf
 * @decimals: how many decimals to show, 0 to 18
 *
 * Returns: (transfer full): the leaf's share in the whole when nothing is missing, "0.15", or its factor
 */
char *
votum_result_leaf_weight (const VotumResult *self, guint leaf, guint decimals)
{
  g_return_val_if_fail (self != NULL && leaf < self->n_leaves, NULL);
  return show (votum_weights_leaf (self->weights, leaf), decimals);
}

/**
 * votum_result_order:
 * @self: a result
 * @round: index of a round
 *
 * Returns: (transfer full) (element-type guint): the ranked entrants by their position after the round, then as
 *   in the sheet
 */
GArray *
votum_result_order (const VotumResult *self, guint round)
{
  g_autofree guint *first = NULL;
  GArray *order;
  guint n_ranked = 0;

  g_return_val_if_fail (self != NULL && round < self->n_rounds, NULL);

  /* first[p]: where the next entrant with position p goes. Positions are 1-2-2-4, so p - 1 are before it. */
  first = g_new (guint, self->n_entrants + 1);
  for (guint i = 0; i <= self->n_entrants; i++)
    first[i] = i > 0 ? i - 1 : 0;
  for (guint i = 0; i < self->n_entrants; i++)
    n_ranked += self->positions[votum_result_at (self, round, i)] != 0;
  order = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_ranked);
  g_array_set_size (order, n_ranked);
  for (guint i = 0; i < self->n_entrants; i++)
    {
      guint position = self->positions[votum_result_at (self, round, i)];

      if (position != 0)
        g_array_index (order, guint, first[position]++) = i;
    }
  return order;
}

/**
 * votum_result_splits:
 * @self: a result
 * @round: index of a round
 *
 * Returns: (transfer none) (element-type VotumTieSplit): the ties that were settled, wholly or in part, in the
 *   order in which it happened
 */
GPtrArray *
votum_result_splits (const VotumResult *self, guint round)
{
  g_return_val_if_fail (self != NULL && round < self->n_rounds, NULL);
  return self->splits->pdata[round];
}

/**
 * votum_result_juror_total:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @juror: index of a juror
 * @total: (out): the weighted mean (factors: sum) of the juror's own marks
 *
 * Without correction and rounding; informs only, for charts.
 *
 * Returns: %FALSE if the juror has no marks for the entrant there
 */
gboolean
votum_result_juror_total (const VotumResult *self, guint round, guint entrant, guint juror, double *total)
{
  VotumResult *scratch = (VotumResult *) self;
  gboolean has;
  mpq_t exact;

  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant), FALSE);
  g_return_val_if_fail (juror < self->n_jurors && total != NULL, FALSE);

  mpq_init (exact);
  g_mutex_lock (&scratch->lock);
  if (scratch->preferences == NULL)
    scratch->preferences = votum_preferences_new (self);
  has = votum_preferences_total (scratch->preferences, round, entrant, juror, exact);
  g_mutex_unlock (&scratch->lock);
  if (has)
    *total = mpq_get_d (exact);
  mpq_clear (exact);
  return has;
}

/**
 * votum_result_total_double:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @total: (out): the total over the rounds so far
 *
 * For drawing.
 *
 * Returns: %FALSE if the entrant is not ranked
 */
gboolean
votum_result_total_double (const VotumResult *self, guint round, guint entrant, double *total)
{
  gsize at;

  g_return_val_if_fail (self != NULL && has_standing (self, round, entrant) && total != NULL, FALSE);

  at = votum_result_at (self, round, entrant);
  if (self->has_total[at])
    *total = mpq_get_d (self->totals[at]);
  return self->has_total[at];
}

/**
 * votum_result_panel_double:
 * @self: a result
 * @round: index of a round
 * @entrant: index of an entrant
 * @leaf: index of a leaf
 * @value: (out): the leaf's value as it enters the tree
 *
 * For drawing.
 *
 * Returns: %FALSE if there is none
 */
gboolean
votum_result_panel_double (const VotumResult *self, guint round, guint entrant, guint leaf, double *value)
{
  gsize at;

  g_return_val_if_fail (self != NULL && has_leaf (self, round, entrant, leaf) && value != NULL, FALSE);

  at = votum_result_at_leaf (self, round, entrant, leaf);
  if (self->has_panel[at])
    *value = mpq_get_d (self->panels[at]);
  return self->has_panel[at];
}
