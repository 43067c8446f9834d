#include "votum-config.h"

#include "votum-concordance.h"
#include "votum-error.h"
#include "votum-statistics.h"
#include "votum-z-scores.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>

/* How many orders are looked at: all of them if they are not more than this, otherwise so many drawn ones. */
#define MAX_EXACT 2000000.0
#define N_DRAWS 100000

/**
 * votum_average_ranks:
 * @scores: (array): the first of them
 * @n: how many
 * @stride: from one to the next
 * @ranks: (array length=n): set to their ranks from 1 for the lowest; equal scores share the mean of their ranks
 */
void
votum_average_ranks (const double *scores, guint n, guint stride, double *ranks)
{
  for (guint i = 0; i < n; i++)
    {
      guint below = 0, equal = 0;

      for (guint k = 0; k < n; k++)
        {
          below += scores[(gsize) k * stride] < scores[(gsize) i * stride];
          equal += scores[(gsize) k * stride] == scores[(gsize) i * stride];
        }
      ranks[i] = below + (equal + 1) / 2.0;
    }
}

/* The sum of t^3 - t over the groups of equal ranks; each member of a group of t brings t^2 - 1. */
static double
ties_of (const double *ranks, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double t = 0;

      for (guint k = 0; k < n; k++)
        t += ranks[k] == ranks[i];
      sum += t * t - 1;
    }
  return sum;
}

/* @ranks is [juror][entrant]; @without: a juror who is left out, or n_jurors. NAN where nobody is put before anybody. */
static double
w_of (const double *ranks, guint n, guint m, guint without, double *s_out, double *t_out)
{
  double left = without < m ? m - 1 : m;
  double s = 0, t = 0, room;

  for (guint i = 0; i < n; i++)
    {
      double deviation = -left * (n + 1) / 2;

      for (guint juror = 0; juror < m; juror++)
        deviation += juror != without ? ranks[(gsize) juror * n + i] : 0;
      s += deviation * deviation;
    }
  for (guint juror = 0; juror < m; juror++)
    t += juror != without ? ties_of (ranks + (gsize) juror * n, n) : 0;
  if (s_out != NULL)
    *s_out = s;
  if (t_out != NULL)
    *t_out = t;
  room = left * left * ((double) n * n * n - n) - left * t;
  return room > 0 ? 12 * s / room : NAN;
}

static double
spearman_of (const double *a, const double *b, guint n)
{
  double mean = (n + 1) / 2.0, ab = 0, aa = 0, bb = 0;

  for (guint i = 0; i < n; i++)
    {
      ab += (a[i] - mean) * (b[i] - mean);
      aa += (a[i] - mean) * (a[i] - mean);
      bb += (b[i] - mean) * (b[i] - mean);
    }
  return aa > 0 && bb > 0 ? ab / sqrt (aa * bb) : NAN;
}

static void
fill_spearman (VotumConcordance *result, const double *ranks)
{
  guint n = result->n_entrants;
  double sum = 0;

  result->spearman_low = INFINITY;
  result->spearman_high = -INFINITY;
  for (guint a = 0; a < result->n_jurors; a++)
    for (guint b = a + 1; b < result->n_jurors; b++)
      {
        double rho = spearman_of (ranks + (gsize) a * n, ranks + (gsize) b * n, n);

        if (isnan (rho))
          continue;
        result->n_pairs++;
        sum += rho;
        result->spearman_low = MIN (result->spearman_low, rho);
        result->spearman_high = MAX (result->spearman_high, rho);
      }
  result->spearman = result->n_pairs > 0 ? sum / result->n_pairs : NAN;
  if (result->n_pairs == 0)
    result->spearman_low = result->spearman_high = NAN;
}

static void
fill_range (VotumConcordance *result, const double *ranks)
{
  result->w_low = result->w_high = NAN;
  for (guint juror = 0; juror < result->n_jurors && result->n_jurors > 2; juror++)
    {
      double w = w_of (ranks, result->n_entrants, result->n_jurors, juror, NULL, NULL);

      if (isnan (w))
        continue;
      result->w_low = isnan (result->w_low) ? w : MIN (result->w_low, w);
      result->w_high = isnan (result->w_high) ? w : MAX (result->w_high, w);
    }
}

/* The next order in which a juror could have put the entrants; FALSE after the last, back at the first. */
static gboolean
next_order (guint *order, guint n)
{
  guint pivot = n - 1, last = n - 1;

  while (pivot > 0 && order[pivot - 1] >= order[pivot])
    pivot--;
  if (pivot > 0)
    {
      guint swap = order[pivot - 1];

      while (order[last] <= swap)
        last--;
      order[pivot - 1] = order[last];
      order[last] = swap;
    }
  for (guint a = pivot, b = n - 1; a < b; a++, b--)
    {
      guint swap = order[a];

      order[a] = order[b];
      order[b] = swap;
    }
  return pivot > 0;
}

/* As large as what was seen, but for the rounding of doubles; rank sums are halves. */
static gboolean
reaches (const double *sums, guint n, guint m, double s)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += (sums[i] - m * (n + 1) / 2.0) * (sums[i] - m * (n + 1) / 2.0);
  return sum >= s - 1e-6;
}

/* The first juror stays: turning all jurors' orders alike changes nothing. */
static gboolean
count_all (VotumConcordance *result, const double *ranks, GCancellable *cancellable, GError **error)
{
  guint n = result->n_entrants, m = result->n_jurors;
  g_autofree guint *orders = g_new (guint, (gsize) m * n);
  g_autofree double *sums = g_new (double, (gsize) m * n);  /* of the jurors up to this one */
  guint changed = 1;
  double n_orders = 0, n_reached = 0;

  for (guint i = 0; i < m * n; i++)
    orders[i] = i % n;
  for (guint i = 0; i < n; i++)
    sums[i] = ranks[i];
  while (changed > 0)
    {
      for (guint juror = changed; juror < m; juror++)
        for (guint i = 0; i < n; i++)
          sums[juror * n + i] = sums[(juror - 1) * n + i] + ranks[(gsize) juror * n + orders[juror * n + i]];
      n_orders++;
      n_reached += reaches (sums + (gsize) (m - 1) * n, n, m, result->s);
      if (fmod (n_orders, 4096) == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      changed = m - 1;
      while (changed > 0 && !next_order (orders + (gsize) changed * n, n))
        changed--;
    }
  result->p = n_reached / n_orders;
  result->test = VOTUM_CONCORDANCE_EXACT;
  return TRUE;
}

static gboolean
count_some (VotumConcordance *result, const double *ranks, gulong seed, GCancellable *cancellable, GError **error)
{
  guint n = result->n_entrants, m = result->n_jurors;
  g_autofree double *shuffled = g_memdup2 (ranks, (gsize) m * n * sizeof (double));
  g_autofree double *sums = g_new (double, n);
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  guint n_reached = 0;
  gboolean stopped = FALSE;

  gsl_rng_set (random, seed);
  for (guint draw = 0; draw < N_DRAWS && !stopped; draw++)
    {
      for (guint i = 0; i < n; i++)
        sums[i] = shuffled[i];
      for (guint juror = 1; juror < m; juror++)
        {
          gsl_ran_shuffle (random, shuffled + (gsize) juror * n, n, sizeof (double));
          for (guint i = 0; i < n; i++)
            sums[i] += shuffled[(gsize) juror * n + i];
        }
      n_reached += reaches (sums, n, m, result->s);
      stopped = draw % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  gsl_rng_free (random);
  /* what was seen is one of the orders, too, so that a sample never says "impossible" */
  result->p = (n_reached + 1.0) / (N_DRAWS + 1.0);
  result->test = VOTUM_CONCORDANCE_SAMPLED;
  return !stopped;
}

static gboolean
fill_p (VotumConcordance *result, const double *ranks, gulong seed, GCancellable *cancellable, GError **error)
{
  double n_orders = pow (tgamma (result->n_entrants + 1.0), result->n_jurors - 1.0);

  result->chi2 = result->n_jurors * (result->n_entrants - 1.0) * result->w;
  result->df = result->n_entrants - 1;
  result->chi2_p = gsl_cdf_chisq_Q (result->chi2, result->df);
  if (result->n_entrants >= VOTUM_CONCORDANCE_MANY_ENTRANTS)
    {
      result->p = result->chi2_p;
      result->test = VOTUM_CONCORDANCE_CHI2;
      return TRUE;
    }
  if (n_orders <= MAX_EXACT)
    return count_all (result, ranks, cancellable, error);
  return count_some (result, ranks, seed, cancellable, error);
}

/**
 * votum_concordance_compute:
 * @scores: (array): [entrant][juror], complete
 * @n_entrants: number of entrants
 * @n_jurors: number of jurors
 * @seed: of the permutations, where not all of them are counted
 * @cancellable: (nullable): to stop it
 * @result: (out caller-allocates): set to the figures
 * @error: return location for a #GError
 *
 * How far the jurors put the entrants in the same order: Kendall's W corrected for ties, and the mean of Spearman's
 * correlations of all pairs of jurors (reference case C03). Scores count as equal from the ninth decimal on. Informs only.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT with fewer than two entrants or jurors, or where nobody is put before anybody;
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE on error
 */
gboolean
votum_concordance_compute (const double *scores, guint n_entrants, guint n_jurors, gulong seed,
                           GCancellable *cancellable, VotumConcordance *result, GError **error)
{
  g_autofree double *ranks = g_new (double, (gsize) n_entrants * n_jurors + 1);
  g_autofree double *rounded = g_new (double, (gsize) n_entrants * n_jurors + 1);

  g_return_val_if_fail (result != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *result = (VotumConcordance) { .n_entrants = n_entrants, .n_jurors = n_jurors };
  if (n_entrants < 2 || n_jurors < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("How far the jurors agree can be told when at least two of them have marked the same two finalists."));
      return FALSE;
    }
  if (!votum_scores_check (scores, (gsize) n_entrants * n_jurors, error))
    return FALSE;
  for (gsize i = 0; i < (gsize) n_entrants * n_jurors; i++)
    rounded[i] = votum_score_rounded (scores[i]);
  for (guint juror = 0; juror < n_jurors; juror++)
    votum_average_ranks (rounded + juror, n_entrants, n_jurors, ranks + (gsize) juror * n_entrants);
  result->w = w_of (ranks, n_entrants, n_jurors, n_jurors, &result->s, &result->t);
  if (isnan (result->w))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("No juror puts a finalist before another, so there are no orders to compare."));
      return FALSE;
    }
  result->w_uncorrected = 12 * result->s / ((double) n_jurors * n_jurors * ((double) n_entrants * n_entrants * n_entrants - n_entrants));
  fill_range (result, ranks);
  fill_spearman (result, ranks);
  return fill_p (result, ranks, seed, cancellable, error);
}
