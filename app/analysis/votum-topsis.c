#include "votum-config.h"

#include "votum-topsis.h"

#include <math.h>

/* Each column over the root of its squares, times its weight. */
static void
normalise (const double *values, guint n_entrants, const double *weights, guint n_criteria, double *normalised)
{
  double sum = 0;

  for (guint j = 0; j < n_criteria; j++)
    sum += weights[j];
  for (guint j = 0; j < n_criteria; j++)
    {
      double squares = 0;

      for (guint i = 0; i < n_entrants; i++)
        squares += values[(gsize) i * n_criteria + j] * values[(gsize) i * n_criteria + j];
      for (guint i = 0; i < n_entrants; i++)
        {
          gsize at = (gsize) i * n_criteria + j;

          normalised[at] = squares > 0 && sum > 0 ? values[at] / sqrt (squares) * weights[j] / sum : 0;
        }
    }
}

/**
 * votum_topsis:
 * @values: (array): [entrant][criterion]
 * @n_entrants: number of entrants
 * @weights: (array): [criterion], need not sum to 1
 * @falling: (nullable) (array): [criterion]: whether less is better
 * @n_criteria: number of criteria
 * @closeness: (array): [entrant], set to the distance from the worst over that from the best and the worst together: 1 is the best
 *   there could be. Where all are alike on everything, 0.5
 * @normalised: (array): [entrant][criterion], set to the weighted, normalised values
 *
 * TOPSIS (Hwang and Yoon 1981) with vector normalisation and Euclidean distances (reference case E03). Informs only.
 *
 * Returns: %FALSE where a value is missing, since there is no distance then
 */
gboolean
votum_topsis (const double *values, guint n_entrants, const double *weights, const gboolean *falling, guint n_criteria,
              double *closeness, double *normalised)
{
  for (gsize i = 0; i < (gsize) n_entrants * n_criteria; i++)
    if (!isfinite (values[i]))
      return FALSE;
  normalise (values, n_entrants, weights, n_criteria, normalised);
  for (guint i = 0; i < n_entrants; i++)
    {
      double from_best = 0, from_worst = 0;

      for (guint j = 0; j < n_criteria; j++)
        {
          double own = normalised[(gsize) i * n_criteria + j];
          double low = own, high = own;
          double down, up;

          for (guint k = 0; k < n_entrants; k++)
            {
              low = MIN (low, normalised[(gsize) k * n_criteria + j]);
              high = MAX (high, normalised[(gsize) k * n_criteria + j]);
            }
          down = falling != NULL && falling[j] ? own - low : high - own;
          up = high - low - down;
          from_best += down * down;
          from_worst += up * up;
        }
      from_best = sqrt (from_best);
      from_worst = sqrt (from_worst);
      closeness[i] = from_best + from_worst > 0 ? from_worst / (from_best + from_worst) : 0.5;
    }
  return TRUE;
}
