#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* What several of the informing figures need. Only inside app/analysis. */

static inline int
votum_compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Equal scores are equal, whatever sums they come from: rounded to the ninth decimal. NAN stays. */
static inline double
votum_score_rounded (double score)
{
  return fabs (score) < 1e6 ? round (score * 1e9) / 1e9 : score;
}

/* Linear interpolation between the order statistics (Hyndman and Fan's type 7); @sorted ascending, n > 0. */
static inline double
votum_quantile (const double *sorted, guint n, double p)
{
  double h = (n - 1) * p;
  guint low = (guint) h;

  return low + 1 < n ? sorted[low] + (h - low) * (sorted[low + 1] - sorted[low]) : sorted[n - 1];
}

G_END_DECLS
