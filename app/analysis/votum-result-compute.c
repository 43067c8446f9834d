#include "votum-config.h"

#include "votum-error.h"
#include "votum-result-private.h"
#include "votum-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What computing one entrant after the other needs, and keeps between them. */
typedef struct {
  VotumResult *result;
  VotumPanel   panel;
  guint8      *known;       /* [leaf]: the leaves present that @weights belong to */
  gboolean     is_known;
  gboolean     any;
  mpq_t       *weights;     /* [leaf] */
  mpq_t        term;
  mpq_t        weight;
} Work;

static void
work_init (Work *work, VotumResult *result)
{
  *work = (Work) { .result = result };
  votum_panel_init (&work->panel, result->terms, result->n_jurors);
  work->known = g_new0 (guint8, MAX (result->n_leaves, 1));
  work->weights = votum_rationals_new (result->n_leaves);
  mpq_inits (work->term, work->weight, NULL);
}

static void
work_clear (Work *work)
{
  mpq_clears (work->term, work->weight, NULL);
  votum_rationals_free (work->weights, work->result->n_leaves);
  g_free (work->known);
  votum_panel_clear (&work->panel);
}

static void
round_to (mpq_ptr value, int decimals, VotumRounding mode)
{
  if (decimals != VOTUM_EXACT)
    votum_rational_round (value, (guint) decimals, mode);
}

/**
 * votum_result_margin:
 * @self: a result
 * @round: index of a round
 *
 * Margins are counted by rounds that count, so that a revote in between moves none of them; a revote
 * has the margin of the round before.
 *
 * Returns: the margin of the round, 0 if there is none
 */
VotumDecimal
votum_result_margin (const VotumResult *self, guint round)
{
  guint n = self->terms->margins->len;
  guint index = (guint) MAX (self->counting[round], 0);

  return n > 0 ? g_array_index (self->terms->margins, VotumDecimal, MIN (index, n - 1)) : (VotumDecimal) { 0, 0 };
}

/**
 * votum_result_apply_value:
 * @self: a result
 * @leaf: index of a leaf
 * @value: put through the leaf's value function, if it has one
 */
void
votum_result_apply_value (const VotumResult *self, guint leaf, mpq_ptr value)
{
  const VotumSheetNode *node = votum_sheet_node (self->sheet, votum_sheet_leaf_node (self->sheet, leaf));

  if (node->xs != NULL && node->xs->len > 0)
    votum_value_apply ((const VotumDecimal *) (gpointer) node->xs->data,
                       (const VotumDecimal *) (gpointer) node->ys->data,
                       node->xs->len, node->extrapolate, value, value);
}

/**
 * votum_result_has_lowest_first:
 * @self: a result
 *
 * Returns: whether the lowest result is the best one
 */
gboolean
votum_result_has_lowest_first (const VotumResult *self)
{
  return self->terms->method == VOTUM_METHOD_RANK_SUM ||
         (self->terms->method == VOTUM_METHOD_MARKS && votum_sheet_is_falling (self->sheet));
}

/**
 * votum_result_too_wide:
 * @self: a result
 * @entrant: index of an entrant
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %VOTUM_ERROR_NO_RESULT
 */
gboolean
votum_result_too_wide (const VotumResult *self, guint entrant, GError **error)
{
  const char *name = votum_sheet_name (self->sheet, entrant);
  g_autofree char *number = g_strdup_printf ("%u", entrant + 1);

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
               _("The marks for %s differ too much in size and decimals to be counted exactly. Use marks with fewer digits."),
               name != NULL ? name : number);
  return FALSE;
}

static gboolean
compute_measure (Work *work, guint entrant, guint leaf, gsize at)
{
  VotumResult *self = work->result;
  VotumDecimal measure;

  if (!votum_sheet_measure (self->sheet, entrant, leaf, &measure))
    return FALSE;
  votum_decimal_to_rational (measure, self->panels[at]);
  return TRUE;
}

/* One leaf of one entrant: what was agreed, mean or measure, value function, rounding. */
static VotumPanelState
compute_leaf (Work *work, guint round, guint entrant, guint leaf)
{
  VotumResult *self = work->result;
  gsize at = votum_result_at_leaf (self, round, entrant, leaf);
  VotumPanelState state;
  VotumDecimal agreed;

  if (votum_sheet_node (self->sheet, votum_sheet_leaf_node (self->sheet, leaf))->measured)
    state = compute_measure (work, entrant, leaf, at) ? VOTUM_PANEL_MEAN : VOTUM_PANEL_EMPTY;
  else
    {
      state = votum_panel_read (&work->panel, votum_sheet_panel (self->sheet, round, entrant, leaf),
                                self->n_jurors, votum_result_margin (self, round));
      self->n_marks[at] = work->panel.n_marks;
      if (votum_sheet_agreed (self->sheet, round, entrant, leaf, &agreed))
        {
          votum_decimal_to_rational (agreed, self->panels[at]);
          self->n_marks[at] = MAX (self->n_marks[at], 1);
          state = VOTUM_PANEL_MEAN;
        }
      else if (state == VOTUM_PANEL_MEAN)
        self->n_marks[at] = votum_panel_mean (&work->panel, self->panels[at]);
    }
  self->has_panel[at] = state == VOTUM_PANEL_MEAN;
  if (self->has_panel[at])
    {
      votum_result_apply_value (self, leaf, self->panels[at]);
      round_to (self->panels[at], self->terms->round_panel, self->terms->rounding);
    }
  return state;
}

/* Entrants mostly lack the same leaves, or none: the weights are worked out when that changes. */
static gboolean
find_weights (Work *work, const guint8 *present)
{
  VotumResult *self = work->result;

  if (!work->is_known || memcmp (present, work->known, self->n_leaves) != 0)
    {
      memcpy (work->known, present, self->n_leaves);
      work->is_known = TRUE;
      work->any = votum_weights_effective (self->weights, work->known, work->weights);
    }
  return work->any;
}

static gboolean
add_up (Work *work, guint round, guint entrant)
{
  VotumResult *self = work->result;
  gsize at = votum_result_at (self, round, entrant);
  gsize first = votum_result_at_leaf (self, round, entrant, 0);

  if (!find_weights (work, self->has_panel + first))
    return FALSE;
  for (guint i = 0; i < self->n_leaves; i++)
    {
      if (!self->has_panel[first + i])
        continue;
      mpq_mul (self->weighted[first + i], self->panels[first + i], work->weights[i]);
      round_to (self->weighted[first + i], self->terms->round_weighted, self->terms->rounding);
      mpq_add (self->rounds[at], self->rounds[at], self->weighted[first + i]);
    }
  round_to (self->rounds[at], self->terms->round_result, self->terms->rounding);
  self->has_round[at] = TRUE;
  return TRUE;
}

/* Measures alone are no verdict: where the jury has something to judge, it must have marked something. */
static VotumStandingState
find_state (gboolean any_judged, gboolean any_mark, gboolean too_few)
{
  if (any_judged && !any_mark)
    return VOTUM_STANDING_NO_MARKS;
  return too_few ? VOTUM_STANDING_TOO_FEW : VOTUM_STANDING_RANKED;
}

static gboolean
compute_entrant (Work *work, guint round, guint entrant, GError **error)
{
  VotumResult *self = work->result;
  gsize at = votum_result_at (self, round, entrant);
  gboolean any_judged = FALSE;
  gboolean any_mark = FALSE;
  gboolean too_few = FALSE;

  for (guint i = 0; i < self->n_leaves; i++)
    {
      const VotumSheetNode *node = votum_sheet_node (self->sheet, votum_sheet_leaf_node (self->sheet, i));
      gboolean weighs = mpq_sgn (votum_weights_leaf (self->weights, i)) > 0;
      VotumPanelState state = compute_leaf (work, round, entrant, i);

      if (state == VOTUM_PANEL_TOO_WIDE)
        return votum_result_too_wide (self, entrant, error);
      if (node->measured || !weighs)
        continue;
      any_judged = TRUE;
      too_few = too_few || state == VOTUM_PANEL_TOO_FEW;
      any_mark = any_mark || self->n_marks[votum_result_at_leaf (self, round, entrant, i)] > 0;
    }
  self->states[at] = find_state (any_judged, any_mark, too_few);
  if (self->states[at] == VOTUM_STANDING_RANKED && !add_up (work, round, entrant))
    self->states[at] = VOTUM_STANDING_NO_MARKS;
  return TRUE;
}

static gboolean
compute_round (Work *work, guint round, GCancellable *cancellable, GError **error)
{
  VotumResult *self = work->result;

  if (self->terms->method != VOTUM_METHOD_MARKS)
    {
      votum_places_compute_round (self, round);
      return !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  for (guint i = 0; i < self->n_entrants; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!votum_sheet_in_round (self->sheet, round, i))
        self->states[votum_result_at (self, round, i)] = VOTUM_STANDING_NOT_IN_ROUND;
      else if (!compute_entrant (work, round, i, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * votum_result_round_weight:
 * @self: a result
 * @after: number of a counting round
 * @of: number of a counting round, the same or an earlier one
 * @weight: an initialised rational, set to what @of weighs in the total after @after; without declared weights only
 *   the round itself counts
 */
void
votum_result_round_weight (const VotumResult *self, int after, int of, mpq_ptr weight)
{
  guint n_rows = self->terms->round_weights->len;
  GArray *row;

  mpq_set_ui (weight, after == of ? 1 : 0, 1);
  if (n_rows == 0)
    return;
  row = self->terms->round_weights->pdata[MIN ((guint) after, n_rows - 1)];
  if ((guint) of < row->len)
    votum_decimal_to_rational (g_array_index (row, VotumDecimal, of), weight);
  else
    mpq_set_ui (weight, 0, 1);
}

/* sum(w r) / sum(w) over the rounds so far that the entrant has a result of. */
static gboolean
compute_total (Work *work, guint round, guint entrant)
{
  VotumResult *self = work->result;
  gsize at = votum_result_at (self, round, entrant);
  mpq_t sum;

  mpq_init (sum);
  for (guint k = 0; k <= round; k++)
    {
      gsize earlier = votum_result_at (self, k, entrant);

      if (votum_sheet_is_revote (self->sheet, k) || !self->has_round[earlier])
        continue;
      votum_result_round_weight (self, self->counting[round], self->counting[k], work->weight);
      mpq_mul (work->term, work->weight, self->rounds[earlier]);
      mpq_add (self->totals[at], self->totals[at], work->term);
      mpq_add (sum, sum, work->weight);
    }
  self->has_total[at] = mpq_sgn (sum) > 0;
  if (self->has_total[at])
    {
      mpq_div (self->totals[at], self->totals[at], sum);
      round_to (self->totals[at], self->terms->round_total, self->terms->rounding);
    }
  mpq_clear (sum);
  return self->has_total[at];
}

static void
compute_totals (Work *work, guint round)
{
  VotumResult *self = work->result;

  for (guint i = 0; i < self->n_entrants; i++)
    {
      gsize at = votum_result_at (self, round, i);

      if (self->has_round[at] && !compute_total (work, round, i))
        self->states[at] = VOTUM_STANDING_TOO_FEW;
    }
}

/* After a revote stands what stood before it, with the ties it has settled. */
static void
repeat_standing (VotumResult *self, guint revote, guint round)
{
  for (guint i = 0; i < self->n_entrants; i++)
    {
      gsize to = votum_result_at (self, revote, i);
      gsize from = votum_result_at (self, round, i);

      self->states[to] = self->states[from];
      self->has_total[to] = self->has_total[from];
      mpq_set (self->totals[to], self->totals[from]);
      self->positions[to] = self->positions[from];
      self->shared[to] = self->shared[from];
    }
  g_ptr_array_unref (self->splits->pdata[revote]);
  self->splits->pdata[revote] = g_ptr_array_ref (self->splits->pdata[round]);
}

static gboolean
compute (Work *work, GCancellable *cancellable, GError **error)
{
  VotumResult *self = work->result;
  int standing = -1;

  for (guint i = 0; i < self->n_rounds; i++)
    if (!compute_round (work, i, cancellable, error))
      return FALSE;
  for (guint i = 0; i < self->n_rounds; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!votum_sheet_is_revote (self->sheet, i))
        {
          standing = (int) i;
          compute_totals (work, i);
          votum_ranking_compute_round (self, i);
        }
      else if (standing >= 0)
        repeat_standing (self, i, (guint) standing);
      else /* a revote about nothing ranks nobody */
        for (guint k = 0; k < self->n_entrants; k++)
          self->states[votum_result_at (self, i, k)] = VOTUM_STANDING_NOT_IN_ROUND;
    }
  return TRUE;
}

static VotumResult *
result_new (VotumSheet *sheet, const VotumTerms *terms)
{
  VotumResult *self = g_new0 (VotumResult, 1);
  gsize n_standings, n_panels;
  int counting = -1;

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->sheet = votum_sheet_ref (sheet);
  self->terms = votum_terms_copy (terms);
  self->weights = votum_weights_new (sheet, terms->weighting, terms->missing);
  self->n_rounds = votum_sheet_n_rounds (sheet);
  self->n_entrants = votum_sheet_n_entrants (sheet);
  self->n_jurors = votum_sheet_n_jurors (sheet);
  self->n_leaves = votum_sheet_n_leaves (sheet);
  n_standings = (gsize) self->n_rounds * self->n_entrants;
  n_panels = n_standings * self->n_leaves;

  self->has_panel = g_new0 (guint8, MAX (n_panels, 1));
  self->panels = votum_rationals_new (n_panels);
  self->weighted = votum_rationals_new (n_panels);
  self->n_marks = g_new0 (guint, MAX (n_panels, 1));
  self->states = g_new0 (guint8, MAX (n_standings, 1));
  self->has_round = g_new0 (guint8, MAX (n_standings, 1));
  self->rounds = votum_rationals_new (n_standings);
  self->has_total = g_new0 (guint8, MAX (n_standings, 1));
  self->totals = votum_rationals_new (n_standings);
  self->positions = g_new0 (guint, MAX (n_standings, 1));
  self->shared = g_new0 (guint8, MAX (n_standings, 1));
  self->counting = g_new0 (int, MAX (self->n_rounds, 1));
  self->splits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->n_rounds; i++)
    {
      self->counting[i] = votum_sheet_is_revote (sheet, i) ? counting : ++counting;
      g_ptr_array_add (self->splits, g_ptr_array_new_with_free_func ((GDestroyNotify) votum_tie_split_free));
    }
  return self;
}

static gboolean
check (const VotumSheet *sheet, const VotumTerms *terms, GError **error)
{
  if (!votum_terms_check (terms, error) || !votum_ranking_check (sheet, terms, error))
    return FALSE;
  return terms->method == VOTUM_METHOD_MARKS || votum_places_check (sheet, terms, error);
}

static gboolean
check_weights (const VotumResult *self, GError **error)
{
  if (self->terms->method != VOTUM_METHOD_MARKS || self->n_leaves == 0)
    return TRUE;
  for (guint i = 0; i < self->n_leaves; i++)
    if (mpq_sgn (votum_weights_leaf (self->weights, i)) > 0)
      return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                       _("None of the criteria has a weight above zero, so the marks add up to nothing. Give at least one criterion and its groups a weight."));
  return FALSE;
}

/**
 * votum_result_compute:
 * @sheet: the marks
 * @terms: the rule
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Executes @terms on @sheet for every round, in exact rational arithmetic with the rule's own rounding;
 * never touches binary floating point, and gives the same result every time. May run on any thread.
 *
 * The numbers of a round stand for "after that round": the result of the round itself, and the total over
 * the rounds so far.
 *
 * - Recused, not observed and missing marks are left out, never zero. A leaf with fewer marks than the
 *   minimum gives the entrant no result; where the minimum is 1, a leaf without any mark passes its weight
 *   on instead.
 * - A leaf's panel mark is the mean of the corrected marks, put through the value function and then
 *   rounded; a measure goes the same way. Weights are those of votum_weights_new().
 * - The total is sum(w r) / sum(w) over the rounds so far of which the entrant has a result. Margins and
 *   rows of round weights are counted by rounds that count; revotes have none of their own.
 * - After a revote stands what stood before it; the revote only settles ties, if the rule says so, and
 *   the round before shows them settled.
 *
 * Errors: %VOTUM_ERROR_INVALID for terms that don't fit each other or the sheet; %VOTUM_ERROR_NO_RESULT
 * if no criterion has a weight, or marks differ by more than 24 digits; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the result; %NULL on error
 */
VotumResult *
votum_result_compute (VotumSheet *sheet, const VotumTerms *terms, GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumResult) self = NULL;
  gboolean done;
  Work work;

  g_return_val_if_fail (sheet != NULL, NULL);
  g_return_val_if_fail (terms != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check (sheet, terms, error))
    return NULL;
  self = result_new (sheet, terms);
  if (!check_weights (self, error))
    return NULL;
  work_init (&work, self);
  done = compute (&work, cancellable, error);
  work_clear (&work);
  return done ? g_steal_pointer (&self) : NULL;
}
