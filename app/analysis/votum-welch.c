#include "votum-config.h"

#include "votum-error.h"
#include "votum-welch.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

/* The mean, and the variance of the mean. */
static double
mean_of (const double *values, guint n, double *variance)
{
  double mean = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    mean += values[i] / n;
  for (guint i = 0; i < n; i++)
    squares += (values[i] - mean) * (values[i] - mean);
  *variance = squares / (n - 1) / n;
  return mean;
}

/**
 * votum_welch_compute:
 * @a: (array length=n_a): figures of one
 * @n_a: how many
 * @b: (array length=n_b): figures of another
 * @n_b: how many
 * @confidence: of the interval, as 0.95
 * @welch: (out caller-allocates): set to the test
 * @error: return location for a #GError
 *
 * The difference of two means with unequal variances, by Welch (1947) with Satterthwaite's degrees of freedom (reference
 * cases H01 and H02). Informs only.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT with fewer than two figures of either, or where no figures differ.
 *
 * Returns: %FALSE on error
 */
gboolean
votum_welch_compute (const double *a, guint n_a, const double *b, guint n_b, double confidence, VotumWelch *welch, GError **error)
{
  double variance_a, variance_b, variance, difference, t;

  g_return_val_if_fail (welch != NULL && confidence > 0 && confidence < 1, FALSE);

  if (n_a < 2 || n_b < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("The difference between two can be judged when each has two figures or more."));
      return FALSE;
    }
  difference = mean_of (a, n_a, &variance_a) - mean_of (b, n_b, &variance_b);
  variance = variance_a + variance_b;
  if (!(variance > 0))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("The figures of each of the two are all the same, so chance has no part in their difference."));
      return FALSE;
    }
  gsl_set_error_handler_off ();
  welch->t = difference / sqrt (variance);
  welch->df = variance * variance / (variance_a * variance_a / (n_a - 1) + variance_b * variance_b / (n_b - 1));
  welch->p_one_sided = gsl_cdf_tdist_Q (welch->t, welch->df);
  welch->p_two_sided = 2 * gsl_cdf_tdist_Q (fabs (welch->t), welch->df);
  t = gsl_cdf_tdist_Pinv ((1 + confidence) / 2, welch->df);
  welch->difference = (VotumEstimate) { difference, difference - t * sqrt (variance), difference + t * sqrt (variance) };
  return TRUE;
}
