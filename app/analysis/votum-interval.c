#include "votum-interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/**
 * votum_interval_of_mean:
 * @values: what was observed; NAN is left out
 * @n: how many
 * @level: between 0 and 1: 0.9
 * @low: (out): the lower end
 * @high: (out): the upper end
 *
 * Student's interval for the mean of those that the observed are taken to be drawn from. It is wide with few, and that is
 * the finding. It informs and never decides.
 *
 * Returns: whether there is one: it takes two observed values
 */
gboolean
votum_interval_of_mean (const double *values,
                        guint         n,
                        double        level,
                        double       *low,
                        double       *high)
{
  double mean = 0, squares = 0, half;
  guint k = 0;

  g_return_val_if_fail (level > 0 && level < 1, FALSE);

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        mean += values[i];
        k++;
      }
  if (k < 2)
    return FALSE;
  mean /= k;
  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      squares += (values[i] - mean) * (values[i] - mean);
  half = gsl_cdf_tdist_Pinv (0.5 + level / 2, k - 1) * sqrt (squares / (k - 1) / k);
  *low = mean - half;
  *high = mean + half;

  return TRUE;
}
