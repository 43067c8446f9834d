#include "votum-config.h"

#include "votum-alpha.h"
#include "votum-error.h"
#include "votum-statistics.h"
#include "votum-z-scores.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

/* Krippendorff's alpha is 1 - Do / De, from a table of how often each two values meet in a unit. The table is kept by
 * blocks of units, so that a resample of blocks is a sum of tables. */

/* Values lower than higher, by their numbers; a pair counts 1 / (values in the unit - 1) each way. */
typedef struct {
  guint  low;
  guint  high;
  double count;
} Meeting;

typedef struct {
  GArray *meetings;  /* of Meeting, of two different values */
  double *margins;   /* [value]: how often it stands in the units of the block */
} Block;

struct _VotumAlpha {
  guint   n_values;  /* different ones */
  double *values;    /* ascending */
  guint   n_blocks;
  Block  *blocks;
  guint   n_units;
  guint   n_paired;
};

static void
collect_values (VotumAlpha *self, const double *scores, gsize n_scores)
{
  guint n = 0, kept = 0;

  self->values = g_new (double, MAX (n_scores, 1));
  for (gsize i = 0; i < n_scores; i++)
    if (!isnan (scores[i]))
      self->values[n++] = votum_score_rounded (scores[i]);
  qsort (self->values, n, sizeof (double), votum_compare_doubles);
  for (guint i = 0; i < n; i++)
    if (kept == 0 || self->values[i] != self->values[kept - 1])
      self->values[kept++] = self->values[i];
  self->n_values = kept;
}

static guint
number_of (const VotumAlpha *self, double score)
{
  double value = votum_score_rounded (score);
  const double *found = bsearch (&value, self->values, self->n_values, sizeof (double), votum_compare_doubles);

  return (guint) (found - self->values);
}

static void
add_unit (VotumAlpha *self, Block *block, const double *unit, guint n_jurors)
{
  g_autofree guint *numbers = g_new (guint, n_jurors);
  guint n = 0;

  for (guint juror = 0; juror < n_jurors; juror++)
    if (!isnan (unit[juror]))
      numbers[n++] = number_of (self, unit[juror]);
  if (n < 2)
    return;
  self->n_units++;
  self->n_paired += n;
  for (guint a = 0; a < n; a++)
    {
      block->margins[numbers[a]] += 1;
      for (guint b = a + 1; b < n; b++)
        {
          Meeting meeting = { MIN (numbers[a], numbers[b]), MAX (numbers[a], numbers[b]), 2.0 / (n - 1) };

          if (meeting.low != meeting.high)
            g_array_append_val (block->meetings, meeting);
        }
    }
}

static int
compare_meetings (const void *a, const void *b)
{
  const Meeting *x = a, *y = b;

  return x->low != y->low ? (x->low > y->low) - (x->low < y->low) : (x->high > y->high) - (x->high < y->high);
}

/* The same two values meet often: once is enough to go through. */
static void
gather (GArray *meetings)
{
  guint kept = 0;

  g_array_sort (meetings, compare_meetings);
  for (guint i = 0; i < meetings->len; i++)
    {
      Meeting meeting = g_array_index (meetings, Meeting, i);

      if (kept > 0 && compare_meetings (&meeting, &g_array_index (meetings, Meeting, kept - 1)) == 0)
        g_array_index (meetings, Meeting, kept - 1).count += meeting.count;
      else
        g_array_index (meetings, Meeting, kept++) = meeting;
    }
  g_array_set_size (meetings, kept);
}

static void
block_clear (Block *block)
{
  g_clear_pointer (&block->meetings, g_array_unref);
  g_clear_pointer (&block->margins, g_free);
}

/* Blocks in which no two jurors meet would only dilute a resample. */
static void
drop_empty_blocks (VotumAlpha *self)
{
  guint kept = 0;

  for (guint block = 0; block < self->n_blocks; block++)
    {
      gboolean empty = TRUE;

      for (guint i = 0; i < self->n_values; i++)
        empty = empty && self->blocks[block].margins[i] == 0;
      if (empty)
        block_clear (&self->blocks[block]);
      else
        self->blocks[kept++] = self->blocks[block];
    }
  self->n_blocks = kept;
}

/* Places of the values on the line on which their squared difference is their distance. */
static void
fill_places (const VotumAlpha *self, VotumAlphaMetric metric, const double *margins, double *places)
{
  double below = 0;

  for (guint i = 0; i < self->n_values; i++)
    {
      places[i] = metric == VOTUM_ALPHA_ORDINAL ? below + margins[i] / 2 : self->values[i];
      below += margins[i];
    }
}

static double
distance (VotumAlphaMetric metric, double a, double b)
{
  switch (metric)
    {
    case VOTUM_ALPHA_NOMINAL:
      return a != b;
    case VOTUM_ALPHA_RATIO:
      return a + b != 0 ? (a - b) * (a - b) / ((a + b) * (a + b)) : 0;
    case VOTUM_ALPHA_ORDINAL:
    case VOTUM_ALPHA_INTERVAL:
    default:
      return (a - b) * (a - b);
    }
}

/* Expected by chance: every value against every other. Squared differences need no pairs, only their spread about the mean. */
static double
expected (const VotumAlpha *self, VotumAlphaMetric metric, const double *margins, const double *places)
{
  double n = 0, squares = 0, mean = 0, sum = 0;
  guint n_present = 0;

  for (guint i = 0; i < self->n_values; i++)
    {
      n += margins[i];
      squares += margins[i] * margins[i];
      mean += margins[i] * places[i];
      n_present += margins[i] > 0;
    }
  if (n_present < 2)
    return 0;
  if (metric == VOTUM_ALPHA_NOMINAL)
    return n * n - squares;
  if (metric == VOTUM_ALPHA_RATIO)
    {
      for (guint low = 0; low < self->n_values; low++)
        for (guint high = low + 1; high < self->n_values && margins[low] > 0; high++)
          sum += 2 * margins[low] * margins[high] * distance (metric, places[low], places[high]);
      return sum;
    }
  mean /= n;
  for (guint i = 0; i < self->n_values; i++)
    sum += margins[i] * (places[i] - mean) * (places[i] - mean);
  return 2 * n * sum;
}

/* @times: how often each block is in the sample; NULL: once. @scratch: room for twice the number of values. */
static double
alpha_of (const VotumAlpha *self, VotumAlphaMetric metric, const guint *times, double *scratch)
{
  double *margins = scratch, *places = scratch + self->n_values;
  double observed = 0, chance, n = 0;

  for (guint i = 0; i < self->n_values; i++)
    margins[i] = 0;
  for (guint block = 0; block < self->n_blocks; block++)
    for (guint i = 0; i < self->n_values && (times == NULL || times[block] > 0); i++)
      margins[i] += self->blocks[block].margins[i] * (times != NULL ? times[block] : 1);
  for (guint i = 0; i < self->n_values; i++)
    n += margins[i];
  fill_places (self, metric, margins, places);
  for (guint block = 0; block < self->n_blocks; block++)
    {
      const GArray *meetings = self->blocks[block].meetings;
      double sum = 0;

      for (guint i = 0; i < meetings->len && (times == NULL || times[block] > 0); i++)
        {
          const Meeting *meeting = &g_array_index (meetings, Meeting, i);

          sum += meeting->count * distance (metric, places[meeting->low], places[meeting->high]);
        }
      observed += sum * (times != NULL ? times[block] : 1);
    }
  chance = expected (self, metric, margins, places);
  return chance > 0 ? 1 - (n - 1) * observed / chance : NAN;
}

/**
 * votum_alpha_new:
 * @scores: (array): [unit][juror], %NAN where there is no mark
 * @n_units: what is marked: entrants, or each entrant on each criterion
 * @n_jurors: number of jurors
 * @blocks: (nullable) (array): [unit]: which block it belongs to, from 0; units that a resample takes together. %NULL: each by itself
 * @error: return location for a #GError
 *
 * Krippendorff's alpha (Computing Krippendorff's Alpha-Reliability, 2011; reference case C02), with any marks
 * missing. Units with fewer than two marks take no part. Informs only.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT where no unit has two marks, or all marks are the same.
 *
 * Returns: (transfer full): the tables; %NULL on error
 */
VotumAlpha *
votum_alpha_new (const double *scores, guint n_units, guint n_jurors, const guint *blocks, GError **error)
{
  g_autoptr(VotumAlpha) self = g_new0 (VotumAlpha, 1);

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!votum_scores_check (scores, (gsize) n_units * n_jurors, error))
    return NULL;
  collect_values (self, scores, (gsize) n_units * n_jurors);
  for (guint i = 0; i < n_units; i++)
    self->n_blocks = MAX (self->n_blocks, blocks != NULL ? blocks[i] + 1 : i + 1);
  self->blocks = g_new0 (Block, MAX (self->n_blocks, 1));
  for (guint i = 0; i < self->n_blocks; i++)
    {
      self->blocks[i].meetings = g_array_new (FALSE, FALSE, sizeof (Meeting));
      self->blocks[i].margins = g_new0 (double, MAX (self->n_values, 1));
    }
  for (guint i = 0; i < n_units; i++)
    add_unit (self, &self->blocks[blocks != NULL ? blocks[i] : i], scores + (gsize) i * n_jurors, n_jurors);
  for (guint i = 0; i < self->n_blocks; i++)
    gather (self->blocks[i].meetings);
  drop_empty_blocks (self);
  if (self->n_units == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("No two jurors have marked the same thing yet, so there is nothing to compare."));
      return NULL;
    }
  if (isnan (votum_alpha_value (self, VOTUM_ALPHA_NOMINAL)))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("All marks are the same, so there is nothing that the jurors could agree or disagree on."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * votum_alpha_free:
 * @self: (nullable) (transfer full): tables
 */
void
votum_alpha_free (VotumAlpha *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; self->blocks != NULL && i < self->n_blocks; i++)
    block_clear (&self->blocks[i]);
  g_free (self->blocks);
  g_free (self->values);
  g_free (self);
}

/**
 * votum_alpha_n_units:
 * @self: tables
 *
 * Returns: how many units have two marks or more
 */
guint
votum_alpha_n_units (const VotumAlpha *self)
{
  return self->n_units;
}

/**
 * votum_alpha_n_values:
 * @self: tables
 *
 * Returns: how many marks those units have together
 */
guint
votum_alpha_n_values (const VotumAlpha *self)
{
  return self->n_paired;
}

/**
 * votum_alpha_n_blocks:
 * @self: tables
 *
 * Returns: how many blocks of units a resample is drawn from
 */
guint
votum_alpha_n_blocks (const VotumAlpha *self)
{
  return self->n_blocks;
}

/**
 * votum_alpha_value:
 * @self: tables
 * @metric: how far apart two values are
 *
 * Returns: 1 where all agree, 0 where they agree as by chance; %NAN where nothing is expected to differ
 */
double
votum_alpha_value (const VotumAlpha *self, VotumAlphaMetric metric)
{
  g_autofree double *scratch = g_new (double, 2 * (gsize) self->n_values + 1);

  return alpha_of (self, metric, NULL, scratch);
}

/**
 * votum_alpha_bootstrap:
 * @self: tables
 * @metric: how far apart two values are
 * @n_draws: how many resamples
 * @seed: the same seed gives the same interval
 * @confidence: of the interval, as 0.95
 * @cancellable: (nullable): to stop it
 * @estimate: (out caller-allocates): set to alpha and its interval; the interval is %NAN where fewer than two blocks have marks
 * @error: return location for a #GError
 *
 * The percentile interval over whole blocks drawn with replacement (Zapf and others, BMC Medical Research
 * Methodology 16:93, 2016). Resamples in which all marks are the same say nothing and are drawn again, up to twice
 * @n_draws in all.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
votum_alpha_bootstrap (const VotumAlpha *self, VotumAlphaMetric metric, guint n_draws, gulong seed, double confidence,
                       GCancellable *cancellable, VotumEstimate *estimate, GError **error)
{
  g_autofree double *scratch = g_new (double, 2 * (gsize) self->n_values + 1);
  g_autofree double *alphas = g_new (double, MAX (n_draws, 1));
  g_autofree guint *times = g_new (guint, MAX (self->n_blocks, 1));
  gsl_rng *random;
  guint n = 0;

  *estimate = (VotumEstimate) { alpha_of (self, metric, NULL, scratch), NAN, NAN };
  if (self->n_blocks < 2 || n_draws == 0)
    return TRUE;
  random = gsl_rng_alloc (gsl_rng_mt19937);
  gsl_rng_set (random, seed);
  for (guint draw = 0; draw < 2 * n_draws && n < n_draws; draw++)
    {
      if (draw % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          gsl_rng_free (random);
          return FALSE;
        }
      for (guint i = 0; i < self->n_blocks; i++)
        times[i] = 0;
      for (guint i = 0; i < self->n_blocks; i++)
        times[gsl_rng_uniform_int (random, self->n_blocks)]++;
      alphas[n] = alpha_of (self, metric, times, scratch);
      n += !isnan (alphas[n]);
    }
  gsl_rng_free (random);
  if (n < n_draws / 2)
    return TRUE;
  qsort (alphas, n, sizeof (double), votum_compare_doubles);
  estimate->low = votum_quantile (alphas, n, (1 - confidence) / 2);
  estimate->high = votum_quantile (alphas, n, (1 + confidence) / 2);
  return TRUE;
}
