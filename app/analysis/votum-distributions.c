#include "votum-config.h"

#include "votum-distributions.h"

#include <gsl/gsl_cdf.h>

static double
cdf (double x, double df1, double df2)
{
  return df2 > 0 ? gsl_cdf_fdist_P (x, df1, df2) : gsl_cdf_chisq_P (x, df1);
}

/* Halves until it has it. @df2 is 0 for chi-square. */
static double
find (double p, double df1, double df2)
{
  double low = 0, high = 1;

  while (cdf (high, df1, df2) < p && high < 1e12)
    high *= 2;
  for (guint i = 0; i < 200 && high - low > 1e-14 * high; i++)
    {
      double middle = (low + high) / 2;

      if (cdf (middle, df1, df2) < p)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

/* The value below which F with @df1 and @df2 degrees of freedom lies with probability @p. */
double
votum_f_quantile (double p, double df1, double df2)
{
  return find (p, df1, df2);
}

/* The same of chi-square. */
double
votum_chi2_quantile (double p, double df)
{
  return find (p, df, 0);
}
