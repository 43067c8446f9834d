#include "votum-config.h"

#include "votum-opinions-private.h"

#include <math.h>
#include <stdlib.h>

/* What the methods work from: each juror's own order, and the panel's marks, both over the rounds so far as the rule
 * weighs them. */

/* What each round so far counts after @round; revotes nothing. */
static mpq_t *
round_weights (const VotumResult *result, guint round)
{
  mpq_t *weights = votum_rationals_new (round + 1);

  for (guint k = 0; k <= round; k++)
    if (!votum_sheet_is_revote (result->sheet, k))
      votum_result_round_weight (result, result->counting[round], result->counting[k], weights[k]);
  return weights;
}

/* The mean of the juror's own totals. */
static gboolean
own_total (VotumPreferences *preferences, const mpq_t *weights, guint round, guint entrant, guint juror, mpq_ptr total)
{
  gboolean any;
  mpq_t own, sum;

  mpq_inits (own, sum, NULL);
  mpq_set_ui (total, 0, 1);
  for (guint k = 0; k <= round; k++)
    {
      if (mpq_sgn (weights[k]) <= 0 || !votum_preferences_total (preferences, k, entrant, juror, own))
        continue;
      mpq_mul (own, own, weights[k]);
      mpq_add (total, total, own);
      mpq_add (sum, sum, weights[k]);
    }
  any = mpq_sgn (sum) > 0;
  if (any)
    mpq_div (total, total, sum);
  mpq_clears (own, sum, NULL);
  return any;
}

static void
rank_totals (const VotumResult *result, const mpq_t *totals, const gboolean *has, guint *ranks)
{
  gboolean lowest_first = result->terms->method == VOTUM_METHOD_BORDA || votum_result_has_lowest_first (result);

  for (guint i = 0; i < result->n_entrants; i++)
    {
      ranks[i] = has[i] ? 1 : 0;
      for (guint k = 0; k < result->n_entrants && has[i]; k++)
        {
          int cmp = has[k] ? mpq_cmp (totals[k], totals[i]) : 0;

          ranks[i] += lowest_first ? cmp < 0 : cmp > 0;
        }
    }
}

/**
 * votum_opinions_read_pairs:
 * @self: opinions
 *
 * Hands in a ballot for every juror who has marks for at least two of those who are ranked.
 */
void
votum_opinions_read_pairs (VotumOpinions *self)
{
  const VotumResult *result = self->result;
  g_autoptr(VotumPreferences) preferences = votum_preferences_new (result);
  mpq_t *weights = round_weights (result, self->round);
  mpq_t *totals = votum_rationals_new (self->n_entrants);
  g_autofree gboolean *has = g_new (gboolean, MAX (self->n_entrants, 1));
  g_autofree guint *ranks = g_new (guint, MAX (self->n_entrants, 1));

  self->pairs = votum_pairwise_new (self->n_entrants);
  for (guint juror = 0; juror < result->n_jurors; juror++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n_entrants; i++)
        {
          has[i] = result->positions[votum_result_at (result, self->round, i)] > 0 &&
                   own_total (preferences, (const mpq_t *) weights, self->round, i, juror, totals[i]);
          n += has[i];
        }
      if (n < 2)
        continue;
      rank_totals (result, (const mpq_t *) totals, has, ranks);
      votum_pairwise_add_ballot (self->pairs, ranks, 1);
      self->n_jurors++;
    }
  votum_rationals_free (totals, self->n_entrants);
  votum_rationals_free (weights, self->round + 1);
}

/**
 * votum_opinions_read_panels:
 * @result: a result by marks
 * @round: index of a round
 * @panels: (array): [entrant][leaf], set to what enters the tree, averaged over the rounds so far; %NAN where there is none
 */
void
votum_opinions_read_panels (const VotumResult *result, guint round, double *panels)
{
  mpq_t *weights = round_weights (result, round);

  for (guint i = 0; i < result->n_entrants; i++)
    for (guint leaf = 0; leaf < result->n_leaves; leaf++)
      {
        double sum = 0, value = 0;

        for (guint k = 0; k <= round; k++)
          if (mpq_sgn (weights[k]) > 0 && result->has_panel[votum_result_at_leaf (result, k, i, leaf)])
            {
              value += mpq_get_d (weights[k]) * mpq_get_d (result->panels[votum_result_at_leaf (result, k, i, leaf)]);
              sum += mpq_get_d (weights[k]);
            }
        panels[(gsize) i * result->n_leaves + leaf] = sum > 0 ? value / sum : NAN;
      }
  votum_rationals_free (weights, round + 1);
}
