#include "votum-config.h"

#include "votum-distributions.h"
#include "votum-error.h"
#include "votum-icc.h"
#include "votum-z-scores.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_errno.h>
#include <math.h>

/* A ratio of mean squares to the share of variance that lies between entrants: (F - 1) / (F + m), where m is k - 1 for
 * one juror and 0 for the mean of all. */
static double
share_of (double f, double m)
{
  return isinf (f) ? 1 : (f - 1) / (f + m);
}

/* Interval of the first and the third model, which hang on one F alone. */
static void
fill_by_f (VotumEstimate *single, VotumEstimate *mean, double f, double df1, double df2, double tail, guint k)
{
  double low = f / votum_f_quantile (1 - tail, df1, df2);
  double high = f * votum_f_quantile (1 - tail, df2, df1);

  *single = (VotumEstimate) { share_of (f, k - 1.0), share_of (low, k - 1.0), share_of (high, k - 1.0) };
  *mean = (VotumEstimate) { share_of (f, 0), share_of (low, 0), share_of (high, 0) };
}

/* The mean of k jurors from one of them, by Spearman and Brown. Of jurors who agree far less than chance it has no lower end. */
static double
stepped_up (double single, guint k)
{
  double room = 1 + single * (k - 1);

  return room > 0 ? single * k / room : -INFINITY;
}

/* The second model mixes mean squares, and so takes its degrees of freedom from Satterthwaite. */
static void
fill_second (VotumIcc *icc, double tail)
{
  double n = icc->n_entrants, k = icc->n_jurors;
  double b = icc->bms, j = icc->jms, e = icc->ems;
  double single = (b - e) / (b + (k - 1) * e + k * (j - e) / n);
  double first, second, df, f_low, f_high, low, high;

  /* both sides of the fraction times e^2, so that jurors without any error need no infinite F */
  first = k * single * j;
  second = (n * (1 + (k - 1) * single) - k * single) * e;
  df = (n - 1) * (k - 1) * (first + second) * (first + second) / ((n - 1) * first * first + second * second);
  if (!(df > 0))
    df = k - 1;
  f_low = votum_f_quantile (1 - tail, n - 1, df);
  f_high = votum_f_quantile (1 - tail, df, n - 1);
  low = n * (b - f_low * e) / (f_low * (k * j + (k * n - k - n) * e) + n * b);
  high = n * (f_high * b - e) / (k * j + (k * n - k - n) * e + n * f_high * b);
  icc->forms[VOTUM_ICC_2_1] = (VotumEstimate) { single, low, high };
  icc->forms[VOTUM_ICC_2_K] = (VotumEstimate) { stepped_up (single, icc->n_jurors), stepped_up (low, icc->n_jurors), stepped_up (high, icc->n_jurors) };
}

static void
fill_squares (VotumIcc *icc, const double *scores)
{
  guint n = icc->n_entrants, k = icc->n_jurors;
  g_autofree double *jurors = g_new0 (double, k);
  double grand = 0, between = 0, within = 0, of_jurors = 0;

  for (guint i = 0; i < n; i++)
    for (guint juror = 0; juror < k; juror++)
      {
        grand += scores[(gsize) i * k + juror] / n / k;
        jurors[juror] += scores[(gsize) i * k + juror] / n;
      }
  for (guint i = 0; i < n; i++)
    {
      double mean = 0;

      for (guint juror = 0; juror < k; juror++)
        mean += scores[(gsize) i * k + juror] / k;
      between += k * (mean - grand) * (mean - grand);
      for (guint juror = 0; juror < k; juror++)
        within += (scores[(gsize) i * k + juror] - mean) * (scores[(gsize) i * k + juror] - mean);
    }
  for (guint juror = 0; juror < k; juror++)
    of_jurors += n * (jurors[juror] - grand) * (jurors[juror] - grand);
  icc->bms = between / (n - 1);
  icc->wms = within / n / (k - 1);
  icc->jms = of_jurors / (k - 1);
  icc->ems = MAX (within - of_jurors, 0) / (n - 1) / (k - 1);
  /* what is left of equal marks after the rounding of doubles is no disagreement */
  if (icc->ems < 1e-14 * MAX (icc->bms, icc->jms))
    icc->ems = 0;
}

static gboolean
check (const double *scores, guint n_entrants, guint n_jurors, GError **error)
{
  double low = INFINITY, high = -INFINITY;

  if (n_entrants < 2 || n_jurors < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("How far the jurors agree can be told when at least two of them have marked the same two finalists."));
      return FALSE;
    }
  if (!votum_scores_check (scores, (gsize) n_entrants * n_jurors, error))
    return FALSE;
  for (gsize i = 0; i < (gsize) n_entrants * n_jurors; i++)
    {
      low = MIN (low, scores[i]);
      high = MAX (high, scores[i]);
    }
  if (!(high > low))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("All marks are the same, so there is nothing that the jurors could agree or disagree on."));
      return FALSE;
    }
  return TRUE;
}

/**
 * votum_icc_compute:
 * @scores: (array): [entrant][juror], complete
 * @n_entrants: number of entrants
 * @n_jurors: number of jurors
 * @confidence: of the intervals, as 0.95
 * @icc: (out caller-allocates): set to all six forms
 * @error: return location for a #GError
 *
 * Intraclass correlations by Shrout and Fleiss (1979), intervals of the second model by McGraw and Wong
 * (1996) (reference case C01). Informs only. A form below 0 is as it should be: the jurors agree less than chance.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT with fewer than two entrants or jurors, or where all marks are the same.
 *
 * Returns: %FALSE on error
 */
gboolean
votum_icc_compute (const double *scores, guint n_entrants, guint n_jurors, double confidence, VotumIcc *icc, GError **error)
{
  double tail = (1 - confidence) / 2;
  double n = n_entrants, k = n_jurors;

  g_return_val_if_fail (icc != NULL && confidence > 0 && confidence < 1, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check (scores, n_entrants, n_jurors, error))
    return FALSE;
  /* the handler of GSL would abort the program */
  gsl_set_error_handler_off ();
  icc->n_entrants = n_entrants;
  icc->n_jurors = n_jurors;
  fill_squares (icc, scores);
  fill_by_f (&icc->forms[VOTUM_ICC_1_1], &icc->forms[VOTUM_ICC_1_K], icc->bms / icc->wms, n - 1, n * (k - 1), tail, n_jurors);
  /* jurors who differ by a constant alone, over entrants of one mark: no variance to share out, and 0 / 0 */
  fill_by_f (&icc->forms[VOTUM_ICC_3_1], &icc->forms[VOTUM_ICC_3_K], icc->bms / icc->ems, n - 1, (n - 1) * (k - 1), tail, n_jurors);
  fill_second (icc, tail);
  return TRUE;
}
