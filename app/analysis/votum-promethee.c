#include "votum-config.h"

#include "votum-promethee.h"

#include <math.h>

/* PROMETHEE II (Brans and Vincke 1985, Management Science 31, 647-656). Informs only. */

/**
 * votum_preference_degree:
 * @criterion: a criterion
 * @difference: how much more somebody has on it than somebody else, in its unit
 *
 * Returns: how much that is preferred, 0 to 1
 */
double
votum_preference_degree (const VotumPrometheeCriterion *criterion, double difference)
{
  double d = criterion->falling ? -difference : difference;

  if (!(d > 0))
    return 0;
  switch (criterion->preference)
    {
    case VOTUM_PREFERENCE_U_SHAPE:
      return d > criterion->q;
    case VOTUM_PREFERENCE_V_SHAPE:
      return d < criterion->p ? d / criterion->p : 1;
    case VOTUM_PREFERENCE_LEVEL:
      return d > criterion->p ? 1 : d > criterion->q ? 0.5 : 0;
    case VOTUM_PREFERENCE_LINEAR:
      return d <= criterion->q ? 0 : d < criterion->p ? (d - criterion->q) / (criterion->p - criterion->q) : 1;
    case VOTUM_PREFERENCE_GAUSSIAN:
      return 1 - exp (-d * d / (2 * criterion->p * criterion->p));
    case VOTUM_PREFERENCE_USUAL:
    default:
      return 1;
    }
}

static double
sum_weights (const VotumPrometheeCriterion *criteria, guint n_criteria)
{
  double sum = 0;

  for (guint j = 0; j < n_criteria; j++)
    sum += criteria[j].weight;
  return sum;
}

/* A criterion on which either has no value compares nobody. */
static double
weighted_degree (const double *values, guint n_criteria, const VotumPrometheeCriterion *criteria, guint j, guint a, guint b, double weights)
{
  double of_a = values[(gsize) a * n_criteria + j];
  double of_b = values[(gsize) b * n_criteria + j];

  if (isnan (of_a) || isnan (of_b) || !(weights > 0))
    return 0;
  return criteria[j].weight / weights * votum_preference_degree (&criteria[j], of_a - of_b);
}

/**
 * votum_promethee:
 * @values: (array): [entrant][criterion], %NAN where there is none
 * @n_entrants: number of entrants
 * @criteria: (array): how each criterion is compared; the weights need not sum to 1
 * @n_criteria: number of criteria
 * @pi: (optional) (array): [a][b], set to how much a is preferred to b
 * @plus: (optional) (array): [entrant], set to the mean of its preferences over the n - 1 others
 * @minus: (optional) (array): [entrant], set to the mean of the others' preferences over it
 * @net: (optional) (array): [entrant], set to the difference: the highest is first
 *
 * The flows of PROMETHEE II (reference cases E01 and E02).
 */
void
votum_promethee (const double *values, guint n_entrants, const VotumPrometheeCriterion *criteria, guint n_criteria,
                 double *pi, double *plus, double *minus, double *net)
{
  double weights = sum_weights (criteria, n_criteria);
  g_autofree double *leaving = g_new0 (double, MAX (n_entrants, 1));
  g_autofree double *entering = g_new0 (double, MAX (n_entrants, 1));

  for (guint a = 0; a < n_entrants; a++)
    for (guint b = 0; b < n_entrants; b++)
      {
        double preferred = 0;

        for (guint j = 0; j < n_criteria && a != b; j++)
          preferred += weighted_degree (values, n_criteria, criteria, j, a, b, weights);
        if (pi != NULL)
          pi[(gsize) a * n_entrants + b] = preferred;
        leaving[a] += preferred;
        entering[b] += preferred;
      }
  for (guint i = 0; i < n_entrants; i++)
    {
      double others = n_entrants > 1 ? n_entrants - 1 : 1;

      if (plus != NULL)
        plus[i] = leaving[i] / others;
      if (minus != NULL)
        minus[i] = entering[i] / others;
      if (net != NULL)
        net[i] = leaving[i] / others - entering[i] / others;
    }
}

/**
 * votum_promethee_profile:
 * @values: (array): [entrant][criterion], %NAN where there is none
 * @n_entrants: number of entrants
 * @criteria: (array): how each criterion is compared
 * @n_criteria: number of criteria
 * @flows: (array): [entrant][criterion], set to what the criterion gives to the entrant's net flow, its weight included
 *
 * Where a net flow comes from: the criteria of an entrant sum to it.
 */
void
votum_promethee_profile (const double *values, guint n_entrants, const VotumPrometheeCriterion *criteria, guint n_criteria, double *flows)
{
  double weights = sum_weights (criteria, n_criteria);
  double others = n_entrants > 1 ? n_entrants - 1 : 1;

  for (guint a = 0; a < n_entrants; a++)
    for (guint j = 0; j < n_criteria; j++)
      {
        double flow = 0;

        for (guint b = 0; b < n_entrants; b++)
          if (a != b)
            flow += weighted_degree (values, n_criteria, criteria, j, a, b, weights) -
                    weighted_degree (values, n_criteria, criteria, j, b, a, weights);
        flows[(gsize) a * n_criteria + j] = flow / others;
      }
}
