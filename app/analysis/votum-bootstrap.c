#include "votum-config.h"

#include "votum-bootstrap-private.h"

#include "votum-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EQUAL 1e-9

/* Between looks at the cancellable. */
#define RESAMPLES_A_LOOK 512

/* A lead and how often it occurs. */
typedef struct {
  double lead;
  double weight;
} Lead;

typedef struct {
  const VotumBootstrapOptions *options;
  guint    n_entrants, n_jurors;
  double  *scores;       /* [juror][entrant] */
  double  *there;        /* [juror][entrant]: 1 where there is a score; NULL if all are there */
  double  *means;        /* [entrant], turned so that the highest is best */
  double  *sums;         /* [entrant] */
  double  *n_there;      /* [entrant] */
  guint   *times;        /* [juror] */
  guint   *order;        /* [entrant] */
  GArray  *leads;        /* of Lead; NULL: nobody asks */
  double   weight;       /* of the resamples so far */
  double   without;
  guint    n;
} Work;

static VotumBootstrap *
bootstrap_new (guint n_entrants, guint n_jurors)
{
  VotumBootstrap *self = g_new0 (VotumBootstrap, 1);

  self->n_entrants = n_entrants;
  self->n_jurors = n_jurors;
  self->probability = g_new0 (double, (gsize) n_entrants * n_entrants + 1);
  self->mean = g_new0 (double, MAX (n_entrants, 1));
  return self;
}

/**
 * votum_bootstrap_free:
 * @self: (nullable) (transfer full): what came of it
 */
void
votum_bootstrap_free (VotumBootstrap *self)
{
  if (self == NULL)
    return;
  g_free (self->probability);
  g_free (self->mean);
  g_free (self);
}

static void
work_init (Work *work, const double *scores, guint n_entrants, guint n_jurors, const VotumBootstrapOptions *options)
{
  gboolean all = TRUE;

  *work = (Work) { .options = options, .n_entrants = n_entrants, .n_jurors = n_jurors };
  work->scores = g_new0 (double, (gsize) n_jurors * n_entrants + 1);
  work->there = g_new0 (double, (gsize) n_jurors * n_entrants + 1);
  for (guint i = 0; i < n_entrants && scores != NULL; i++)
    for (guint k = 0; k < n_jurors; k++)
      {
        double score = scores[(gsize) i * n_jurors + k];
        gsize at = (gsize) k * n_entrants + i;

        all = all && !isnan (score);
        work->there[at] = !isnan (score);
        work->scores[at] = isnan (score) ? 0 : options->falling ? -score : score;
      }
  if (all)
    g_clear_pointer (&work->there, g_free);
  work->means = g_new0 (double, n_entrants + 1);
  work->sums = g_new0 (double, n_entrants + 1);
  work->n_there = g_new0 (double, n_entrants + 1);
  work->times = g_new0 (guint, n_jurors + 1);
  work->order = g_new0 (guint, n_entrants + 1);
  for (guint i = 0; i < n_entrants; i++)
    work->order[i] = i;
  if (options->first != options->second)
    work->leads = g_array_sized_new (FALSE, FALSE, sizeof (Lead), options->n_draws);
}

static void
work_clear (Work *work)
{
  g_free (work->scores);
  g_free (work->there);
  g_free (work->means);
  g_free (work->sums);
  g_free (work->n_there);
  g_free (work->times);
  g_free (work->order);
  g_clear_pointer (&work->leads, g_array_unref);
}

/* Entrants from the best on. The order hardly changes between resamples: insertion into the last one is quick. */
static void
sort_entrants (Work *work)
{
  for (guint i = 1; i < work->n_entrants; i++)
    {
      guint entrant = work->order[i];
      double mean = work->means[entrant];
      guint at = i;

      for (; at > 0 && work->means[work->order[at - 1]] < mean; at--)
        work->order[at] = work->order[at - 1];
      work->order[at] = entrant;
    }
}

/* Ranks @first to @end - 1 are shared by those who stand there. */
static void
share_ranks (const Work *work, guint first, guint end, double weight, VotumBootstrap *self)
{
  for (guint i = first; i < end; i++)
    for (guint rank = first; rank < end; rank++)
      self->probability[(gsize) work->order[i] * self->n_entrants + rank] += weight / (end - first);
}

/* Takes one resample in, whose means are there. */
static void
take_in (Work *work, double weight, VotumBootstrap *self)
{
  guint first = 0;

  for (guint i = 0; i < work->n_entrants; i++)
    if (isnan (work->means[i]))
      {
        work->without += weight;
        return;
      }
  work->n++;
  work->weight += weight;
  sort_entrants (work);
  for (guint i = 1; i <= work->n_entrants; i++)
    if (i == work->n_entrants || work->means[work->order[first]] - work->means[work->order[i]] > EQUAL)
      {
        if (i - first == 1)
          self->probability[(gsize) work->order[first] * self->n_entrants + first] += weight;
        else
          share_ranks (work, first, i, weight, self);
        first = i;
      }
  for (guint i = 0; i < work->n_entrants; i++)
    self->mean[i] += weight * work->means[i];
  if (work->leads != NULL)
    {
      Lead lead = { work->means[work->options->first] - work->means[work->options->second], weight };

      g_array_append_val (work->leads, lead);
    }
}

static void
divide (Work *work, double n)
{
  for (guint i = 0; i < work->n_entrants; i++)
    {
      double count = work->there != NULL ? work->n_there[i] : n;

      work->means[i] = count > 0 ? work->sums[i] / count : NAN;
    }
}

static void
ask (Work *work)
{
  work->options->score (work->times, work->means, work->options->score_data);
  for (guint i = 0; i < work->n_entrants && work->options->falling; i++)
    work->means[i] = -work->means[i];
}

/* Means of the resample in which each juror is there work->times[] times. */
static void
score_times (Work *work)
{
  if (work->options->score != NULL)
    {
      ask (work);
      return;
    }
  memset (work->sums, 0, work->n_entrants * sizeof (double));
  memset (work->n_there, 0, work->n_entrants * sizeof (double));
  for (guint k = 0; k < work->n_jurors; k++)
    for (guint i = 0; i < work->n_entrants && work->times[k] > 0; i++)
      {
        work->sums[i] += work->times[k] * work->scores[(gsize) k * work->n_entrants + i];
        work->n_there[i] += work->there != NULL ? work->times[k] * work->there[(gsize) k * work->n_entrants + i] : 0;
      }
  divide (work, work->n_jurors);
}

static void
draw_one (Work *work, VotumDraws *draws)
{
  memset (work->times, 0, work->n_jurors * sizeof (guint));
  for (guint k = 0; k < work->n_jurors; k++)
    work->times[votum_draws_below (draws, work->n_jurors)]++;
  score_times (work);
}

static gboolean
look_up (const Work *work, double fraction, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (work->options->progress != NULL)
    work->options->progress (fraction, work->options->progress_data);
  return TRUE;
}

/* One jury of a block. Where nobody is level that is a count a place; else the ranks are shared. */
static void
take_block_in (Work *work, const VotumBootstrapBlock *block, guint d, gboolean level, double weight, guint32 *counts,
               VotumBootstrap *self)
{
  const guint32 *ranks = block->ranks + (gsize) d * work->n_entrants;

  if (level)
    {
      for (guint i = 0; i < work->n_entrants; i++)
        work->means[i] = block->means[(gsize) i * VOTUM_BOOTSTRAP_BLOCK + d];
      take_in (work, weight, self);
      return;
    }
  work->n++;
  work->weight += weight;
  for (guint i = 0; i < work->n_entrants; i++)
    counts[(gsize) i * work->n_entrants + ranks[i]]++;
}

static void
add_leads (Work *work, const VotumBootstrapBlock *block, const guint8 *level, guint n, double weight)
{
  const double *first = block->means + (gsize) work->options->first * VOTUM_BOOTSTRAP_BLOCK;
  const double *second = block->means + (gsize) work->options->second * VOTUM_BOOTSTRAP_BLOCK;
  guint at = work->leads->len;

  g_array_set_size (work->leads, at + n);
  for (guint d = 0; d < n; d++)
    if (!level[d])
      g_array_index (work->leads, Lead, at++) = (Lead) { first[d] - second[d], weight };
  g_array_set_size (work->leads, at);
}

static void
add_means (Work *work, const VotumBootstrapBlock *block, const guint8 *level, guint n, double weight, VotumBootstrap *self)
{
  for (guint i = 0; i < work->n_entrants; i++)
    {
      const double *means = block->means + (gsize) i * VOTUM_BOOTSTRAP_BLOCK;
      double sum = 0;

      for (guint d = 0; d < n; d++)
        sum += level[d] ? 0 : means[d];
      self->mean[i] += weight * sum;
    }
  if (work->leads != NULL)
    add_leads (work, block, level, n, weight);
}

/* Where totals are plain means of scores that are all there. */
static gboolean
draw_blocks (Work *work, VotumDraws *draws, VotumBootstrap *self, GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumBootstrapBlock) block = votum_bootstrap_block_new (work->scores, work->n_entrants, work->n_jurors);
  g_autofree guint32 *counts = g_new0 (guint32, (gsize) work->n_entrants * work->n_entrants + 1);
  double weight = 1.0 / work->options->n_draws;
  guint8 level[VOTUM_BOOTSTRAP_BLOCK];

  for (guint done = 0; done < work->options->n_draws; done += VOTUM_BOOTSTRAP_BLOCK)
    {
      guint n = MIN (VOTUM_BOOTSTRAP_BLOCK, work->options->n_draws - done);

      if (done % RESAMPLES_A_LOOK == 0 && !look_up (work, (double) done / work->options->n_draws, cancellable, error))
        return FALSE;
      votum_bootstrap_block_draw (block, draws);
      votum_bootstrap_block_rank (block, EQUAL, level);
      for (guint d = 0; d < n; d++)
        take_block_in (work, block, d, level[d], weight, counts, self);
      add_means (work, block, level, n, weight, self);
    }
  for (gsize i = 0; i < (gsize) work->n_entrants * work->n_entrants; i++)
    self->probability[i] += weight * counts[i];
  return TRUE;
}

static gboolean
draw_all (Work *work, VotumBootstrap *self, GCancellable *cancellable, GError **error)
{
  g_autofree VotumDraws *draws = g_new (VotumDraws, 1);

  votum_draws_init (draws, work->options->seed);
  if (work->options->score == NULL && work->there == NULL)
    return draw_blocks (work, draws, self, cancellable, error);
  for (guint i = 0; i < work->options->n_draws; i++)
    {
      if (i % RESAMPLES_A_LOOK == 0 && !look_up (work, (double) i / work->options->n_draws, cancellable, error))
        return FALSE;
      draw_one (work, draws);
      take_in (work, 1.0 / work->options->n_draws, self);
    }
  return TRUE;
}

/* Goes through all ways to fill @left places with the jurors from @juror on; @ways of the m^m ordered resamples look so. */
static gboolean
go_through (Work *work, guint juror, guint left, double ways, guint64 all, guint64 *seen, VotumBootstrap *self,
            GCancellable *cancellable, GError **error)
{
  double chosen = ways;

  if (juror + 1 == work->n_jurors)
    {
      if ((*seen)++ % RESAMPLES_A_LOOK == 0 && !look_up (work, (double) *seen / all, cancellable, error))
        return FALSE;
      work->times[juror] = left;
      score_times (work);
      take_in (work, ways, self);
      return TRUE;
    }
  /* each time the juror is there once more, the ways are those to choose the places out of @left */
  for (guint times = 0; times <= left; times++)
    {
      work->times[juror] = times;
      if (!go_through (work, juror + 1, left - times, chosen, all, seen, self, cancellable, error))
        return FALSE;
      chosen = chosen * (left - times) / (times + 1);
    }
  return TRUE;
}

static int
compare_leads (gconstpointer a, gconstpointer b)
{
  const Lead *left = a;
  const Lead *right = b;

  return left->lead < right->lead ? -1 : left->lead > right->lead;
}

/* The smallest lead at which the shares add up to @share. */
static double
quantile (GArray *leads, double all, double share)
{
  double sum = 0;

  for (guint i = 0; i < leads->len; i++)
    {
      sum += g_array_index (leads, Lead, i).weight;
      if (sum >= share * all - 1e-12 * all)
        return g_array_index (leads, Lead, i).lead;
    }
  return NAN;
}

/* The same where all weigh the same: what would stand at a place if they were sorted (Hoare's selection). */
static double
select_lead (GArray *leads, double share)
{
  Lead *all = (Lead *) (gpointer) leads->data;
  gint64 low = 0, high = (gint64) leads->len - 1;
  gint64 at = CLAMP ((gint64) ceil (share * leads->len - 1e-9) - 1, 0, high);

  while (low < high)
    {
      double pivot = all[(low + high) / 2].lead;
      gint64 i = low, k = high;

      while (i <= k)
        {
          while (all[i].lead < pivot)
            i++;
          while (all[k].lead > pivot)
            k--;
          if (i <= k)
            {
              Lead swap = all[i];

              all[i++] = all[k];
              all[k--] = swap;
            }
        }
      if (at <= k)
        high = k;
      else if (at >= i)
        low = i;
      else
        break;
    }
  return all[at].lead;
}

static void
describe_lead (Work *work, VotumBootstrap *self)
{
  for (guint i = 0; i < work->leads->len; i++)
    {
      const Lead *lead = &g_array_index (work->leads, Lead, i);

      self->lead_mean += lead->weight * lead->lead / work->weight;
      if (lead->lead > EQUAL)
        self->lead_above += lead->weight / work->weight;
      else if (lead->lead >= -EQUAL)
        self->lead_none += lead->weight / work->weight;
    }
  if (!self->exact)
    {
      self->lead_low = select_lead (work->leads, 0.025);
      self->lead_high = select_lead (work->leads, 0.975);
      return;
    }
  g_array_sort (work->leads, compare_leads);
  self->lead_low = quantile (work->leads, work->weight, 0.025);
  self->lead_high = quantile (work->leads, work->weight, 0.975);
}

static void
finish (Work *work, VotumBootstrap *self)
{
  self->n_resamples = work->n;
  self->without = work->without / (work->without + work->weight);
  for (gsize i = 0; i < (gsize) self->n_entrants * self->n_entrants; i++)
    self->probability[i] /= work->weight;
  for (guint i = 0; i < self->n_entrants; i++)
    self->mean[i] *= (work->options->falling ? -1 : 1) / work->weight;
  if (work->leads != NULL)
    describe_lead (work, self);
}

/**
 * votum_bootstrap_n_resamples:
 * @n_jurors: how many jurors
 *
 * Returns: how many different resamples they have, C(2m - 1, m); %G_MAXUINT64 when that is more than a number holds
 */
guint64
votum_bootstrap_n_resamples (guint n_jurors)
{
  guint64 n = 1;

  for (guint64 i = 1; i <= n_jurors; i++)
    {
      if (n > G_MAXUINT64 / (n_jurors - 1 + i))
        return G_MAXUINT64;
      n = n * (n_jurors - 1 + i) / i;
    }
  return n;
}

/**
 * votum_bootstrap_compute:
 * @scores: (nullable): one per entrant and juror, the jurors of an entrant in a row; NAN where there is none. A total is the
 *   mean of those there are. %NULL where the options have a function for the totals
 * @n_entrants: how many entrants, at least 1
 * @n_jurors: how many jurors, at least 1
 * @options: how
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Where there are few different resamples, all are gone through and the result is exact; else they are drawn. May run on
 * any thread.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT where in no resample all entrants have a total; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): what came of it; %NULL on error
 */
VotumBootstrap *
votum_bootstrap_compute (const double *scores, guint n_entrants, guint n_jurors,
                         const VotumBootstrapOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumBootstrap) self = NULL;
  guint64 all = votum_bootstrap_n_resamples (n_jurors);
  guint64 seen = 0;
  gboolean done;
  Work work;

  g_return_val_if_fail (options != NULL && (scores != NULL || options->score != NULL), NULL);
  g_return_val_if_fail (n_entrants > 0 && n_jurors > 0, NULL);
  g_return_val_if_fail (options->first < n_entrants && options->second < n_entrants, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = bootstrap_new (n_entrants, n_jurors);
  self->exact = !options->always_draw && all <= VOTUM_BOOTSTRAP_EXACT;
  work_init (&work, scores, n_entrants, n_jurors, options);
  done = self->exact ? go_through (&work, 0, n_jurors, 1, all, &seen, self, cancellable, error)
                     : draw_all (&work, self, cancellable, error);
  if (done && work.n == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("Too many of the jurors are recused to tell how stable the order is: whichever of them are drawn, somebody has no marks."));
      done = FALSE;
    }
  if (done)
    finish (&work, self);
  work_clear (&work);
  return done ? g_steal_pointer (&self) : NULL;
}
