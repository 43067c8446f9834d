#include "votum-config.h"

#include "votum-survey.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

static double
normal_quantile (double confidence)
{
  return gsl_cdf_ugaussian_Pinv ((1 + confidence) / 2);
}

/**
 * votum_nps_of_counts:
 * @promoters: who answered 9 or 10
 * @passives: who answered 7 or 8
 * @detractors: who answered 0 to 6
 * @confidence: of the interval, as 0.95
 *
 * Net Promoter Score with the standard error of a multinomial sample, 100 sqrt ((p + d - (p - d)^2) / n) (reference case
 * G02). With few answers, or all alike, the interval is too narrow; votum_widest_interval() is not.
 *
 * Returns: the score; %NAN without answers
 */
VotumNps
votum_nps_of_counts (guint promoters, guint passives, guint detractors, double confidence)
{
  VotumNps nps = { promoters + passives + detractors, promoters, passives, detractors, { NAN, NAN, NAN }, NAN };
  double p, d, z = normal_quantile (confidence);

  if (nps.n == 0)
    return nps;
  p = (double) promoters / nps.n;
  d = (double) detractors / nps.n;
  nps.nps.value = 100 * (p - d);
  nps.se = 100 * sqrt (MAX (p + d - (p - d) * (p - d), 0) / nps.n);
  nps.nps.low = nps.nps.value - z * nps.se;
  nps.nps.high = nps.nps.value + z * nps.se;
  return nps;
}

/**
 * votum_nps_of_answers:
 * @answers: (array length=n): how likely to recommend, 0 to 10; %NAN where not answered
 * @n: how many
 * @confidence: of the interval
 *
 * Returns: the score of the answers there are
 */
VotumNps
votum_nps_of_answers (const double *answers, guint n, double confidence)
{
  guint promoters = 0, passives = 0, detractors = 0;

  for (guint i = 0; i < n; i++)
    {
      promoters += answers[i] >= 9;
      passives += answers[i] >= 7 && answers[i] < 9;
      detractors += answers[i] < 7;
    }
  return votum_nps_of_counts (promoters, passives, detractors, confidence);
}

/**
 * votum_wilson:
 * @yes: how many said yes
 * @n: how many said yes or no
 * @confidence: of the interval, as 0.95
 *
 * The score interval of Wilson (1927), without continuity correction (reference case G01).
 *
 * Returns: the rate, 0 to 1; %NAN without answers
 */
VotumEstimate
votum_wilson (double yes, double n, double confidence)
{
  double z = normal_quantile (confidence), rate = yes / n, middle, half;
  VotumEstimate estimate = { NAN, NAN, NAN };

  if (!(n > 0))
    return estimate;
  middle = (rate + z * z / (2 * n)) / (1 + z * z / n);
  half = z / (1 + z * z / n) * sqrt (rate * (1 - rate) / n + z * z / (4 * n * n));
  estimate.value = rate;
  /* exactly: the formula gives a last bit beside it */
  estimate.low = yes <= 0 ? 0 : middle - half;
  estimate.high = yes >= n ? 1 : middle + half;
  return estimate;
}

/**
 * votum_widest_interval:
 * @value: a mean of answers
 * @min: the lowest possible answer
 * @max: the highest possible answer
 * @n: how many answered
 * @confidence: of the interval, as 0.95
 *
 * How unsure a mean can be at most, where only the number of answers is known: answers between @min and
 * @max with this mean spread no more than if all were at the ends (Bhatia and Davis, 2000), and then the mean is a rate. For a
 * rate itself this is its Wilson interval.
 *
 * Returns: @value with that interval, in the unit of @value; %NAN without answers, or outside the ends
 */
VotumEstimate
votum_widest_interval (double value, double min, double max, double n, double confidence)
{
  VotumEstimate rate;

  if (!(max > min) || !(value >= min && value <= max))
    return (VotumEstimate) { value, NAN, NAN };
  rate = votum_wilson ((value - min) / (max - min) * n, n, confidence);
  return (VotumEstimate) { value, min + rate.low * (max - min), min + rate.high * (max - min) };
}

/**
 * votum_newcombe:
 * @a: a rate, or a mean, with its interval
 * @b: another, in the same unit
 *
 * The difference of two independent ones from their own intervals (Newcombe, Statistics in Medicine 17, 873-890, 1998, method
 * 10, where both are Wilson's). Intervals may overlap although the difference is more than chance; this tells.
 *
 * Returns: @a minus @b, and the interval of the difference
 */
VotumEstimate
votum_newcombe (VotumEstimate a, VotumEstimate b)
{
  double difference = a.value - b.value;

  return (VotumEstimate) { difference, difference - hypot (a.value - a.low, b.high - b.value),
                           difference + hypot (a.high - a.value, b.value - b.low) };
}

/**
 * votum_index_of_answers:
 * @answers: (array length=n): answers, or means of a respondent's answers; %NAN where there is none
 * @n: how many
 * @min: the lowest possible answer
 * @max: the highest possible answer
 * @confidence: of the interval, as 0.95
 *
 * 100 (mean - min) / (max - min), with the standard error of the mean and Student's interval (reference case G03).
 *
 * Returns: the index; %NAN without answers
 */
VotumIndex
votum_index_of_answers (const double *answers, guint n, double min, double max, double confidence)
{
  VotumIndex index = { 0, { NAN, NAN, NAN }, NAN };
  double unit = 100 / (max - min), mean = 0, squares = 0, t;

  g_return_val_if_fail (max > min, index);

  for (guint i = 0; i < n; i++)
    if (!isnan (answers[i]))
      {
        mean += answers[i];
        index.n++;
      }
  if (index.n == 0)
    return index;
  mean /= index.n;
  index.index.value = unit * (mean - min);
  for (guint i = 0; i < n; i++)
    squares += isnan (answers[i]) ? 0 : (answers[i] - mean) * (answers[i] - mean);
  if (index.n < 2)
    return index;
  gsl_set_error_handler_off ();
  t = gsl_cdf_tdist_Pinv ((1 + confidence) / 2, index.n - 1);
  index.se = unit * sqrt (squares / (index.n - 1) / index.n);
  index.index.low = index.index.value - t * index.se;
  index.index.high = index.index.value + t * index.se;
  return index;
}

/**
 * votum_mean_of_items:
 * @items: (array): [respondent][item], %NAN where not answered
 * @n: number of respondents
 * @n_items: number of items
 * @least: items a respondent must have answered
 * @means: (array length=n): set to each respondent's mean, %NAN with fewer than @least
 */
void
votum_mean_of_items (const double *items, guint n, guint n_items, guint least, double *means)
{
  for (guint i = 0; i < n; i++)
    {
      double sum = 0;
      guint answered = 0;

      for (guint item = 0; item < n_items; item++)
        if (!isnan (items[(gsize) i * n_items + item]))
          {
            sum += items[(gsize) i * n_items + item];
            answered++;
          }
      means[i] = answered >= MAX (least, 1) ? sum / answered : NAN;
    }
}

/**
 * votum_composite:
 * @values: (array length=n): values of measures, %NAN where there is none
 * @weights: (array length=n): their weights
 * @n: how many
 * @weight_present: (out) (optional): the weights of those that are there
 *
 * A composite index: a missing measure drops out, and its weight goes to the others (reference case G03).
 *
 * Returns: the weighted mean; %NAN where nothing with a weight is there
 */
double
votum_composite (const double *values, const double *weights, guint n, double *weight_present)
{
  double sum = 0, weight = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        sum += weights[i] * values[i];
        weight += weights[i];
      }
  if (weight_present != NULL)
    *weight_present = weight;
  return weight > 0 ? sum / weight : NAN;
}
