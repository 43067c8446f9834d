#include "votum-config.h"

#include "votum-smaa-private.h"

#include <string.h>

/* One block of draws after the other: weights, totals, ranks, counts. Nothing is allocated here. */

#define BLOCK VOTUM_SMAA_BLOCK

/* Two draws side by side; the compiler makes of it what the processor has. */
typedef double  Lanes __attribute__ ((vector_size (16), aligned (8)));
typedef gint64  Masks __attribute__ ((vector_size (16), aligned (8)));
#define N_LANES 2

/**
 * votum_smaa_work_init:
 * @work: (out caller-allocates): working memory
 * @model: the values; must outlive @work
 */
void
votum_smaa_work_init (VotumSmaaWork *work, const VotumWhatIf *model)
{
  guint n = 0;

  *work = (VotumSmaaWork) { .model = model };
  work->ranked = g_new (guint, MAX (model->n_entrants, 1));
  for (guint i = 0; i < model->n_entrants; i++)
    if (model->ranked[i])
      work->ranked[n++] = i;
  work->n_ranked = n;
  work->values = g_new0 (double, (gsize) n * model->n_leaves + 1);
  for (guint i = 0; i < model->rows->len; i++)
    {
      const VotumWhatIfPart *row = &g_array_index (model->rows, VotumWhatIfPart, i);

      work->any_missing = work->any_missing || row->pattern != 0;
      for (guint k = 0; k < n && row->pattern == 0; k++)
        if (work->ranked[k] == row->entrant)
          memcpy (work->values + (gsize) k * model->n_leaves, row->values, model->n_leaves * sizeof (double));
    }
  for (gsize i = 0; i < (gsize) n * model->n_leaves && model->falling; i++)
    work->values[i] = -work->values[i];
  work->weights = g_new0 (double, (gsize) model->n_leaves * BLOCK + 1);
  work->scales = g_new0 (double, BLOCK);
  work->totals = g_new0 (double, (gsize) n * BLOCK + 1);
  work->column = g_new0 (double, MAX (model->n_leaves, 1));
  work->effective = g_new0 (double, (gsize) model->patterns->len * model->n_leaves + 1);
  work->scratch = g_new0 (double, 2 * (model->n_nodes + 1));
  work->ranks = g_new0 (guint32, (gsize) n * BLOCK + 1);
  work->counts = g_new0 (guint64, (gsize) n * n + 1);
  work->sums = g_new0 (double, (gsize) n * model->n_leaves + 1);
}

/**
 * votum_smaa_work_clear:
 * @work: working memory
 */
void
votum_smaa_work_clear (VotumSmaaWork *work)
{
  g_free (work->ranked);
  g_free (work->values);
  g_free (work->weights);
  g_free (work->scales);
  g_free (work->totals);
  g_free (work->column);
  g_free (work->effective);
  g_free (work->scratch);
  g_free (work->ranks);
  g_free (work->counts);
  g_free (work->sums);
}

/**
 * votum_smaa_draw:
 * @work: working memory
 * @draws: where the numbers come from
 *
 * Draws a block of weights, uniform on the simplex: exponentials, to be divided by their sums.
 */
void
votum_smaa_draw (VotumSmaaWork *work, VotumDraws *draws)
{
  guint n = work->model->n_leaves * BLOCK;
  double *weights = work->weights;

  for (guint i = 0; i < n; i++)
    weights[i] = votum_draws_exponential (draws);
}

/**
 * votum_smaa_order:
 * @work: working memory with a block of weights
 * @importance: (array): per leaf how important it is, 0 first
 *
 * Sorts each draw, so that the more important leaf has the larger weight. Among equally important ones the draw says who
 * has more, as it would without sorting.
 */
void
votum_smaa_order (VotumSmaaWork *work, const guint *importance)
{
  guint n = work->model->n_leaves;
  double *sorted = work->column;

  for (guint d = 0; d < BLOCK; d++)
    {
      for (guint i = 0; i < n; i++)
        {
          double weight = work->weights[(gsize) i * BLOCK + d];
          guint at = i;

          for (; at > 0 && sorted[at - 1] < weight; at--)
            sorted[at] = sorted[at - 1];
          sorted[at] = weight;
        }
      /* the place of a leaf: how many come before it */
      for (guint i = 0; i < n; i++)
        work->scratch[i] = work->weights[(gsize) i * BLOCK + d];
      for (guint i = 0; i < n; i++)
        {
          guint place = 0;

          for (guint k = 0; k < n; k++)
            place += importance[k] < importance[i] ||
                     (importance[k] == importance[i] &&
                      (work->scratch[k] > work->scratch[i] || (work->scratch[k] == work->scratch[i] && k < i)));
          work->weights[(gsize) i * BLOCK + d] = sorted[place];
        }
    }
}

static void
sum_weights (VotumSmaaWork *work)
{
  const double *weights = work->weights;
  double *scales = work->scales;

  memset (scales, 0, BLOCK * sizeof (double));
  for (guint i = 0; i < work->model->n_leaves; i++, weights += BLOCK)
    for (guint d = 0; d < BLOCK; d++)
      scales[d] += weights[d];
  for (guint d = 0; d < BLOCK; d++)
    scales[d] = 1 / scales[d];
}

/* Who lacks nothing: the plain weighted sum. Its scale is the same for all of a draw and does not matter for the order. */
static void
add_up_two (const double *values, guint n_leaves, guint step, const double *weights, double *totals)
{
  const double *other = values + (step > 0 ? n_leaves : 0);

  for (guint d = 0; d < BLOCK; d += 2 * N_LANES)
    {
      Lanes a = { 0 }, b = { 0 }, c = { 0 }, e = { 0 };

      for (guint i = 0; i < n_leaves; i++)
        {
          Lanes w = *(const Lanes *) (gconstpointer) (weights + (gsize) i * BLOCK + d);
          Lanes v = *(const Lanes *) (gconstpointer) (weights + (gsize) i * BLOCK + d + N_LANES);

          a += w * values[i];
          b += v * values[i];
          c += w * other[i];
          e += v * other[i];
        }
      *(Lanes *) (gpointer) (totals + d) = a;
      *(Lanes *) (gpointer) (totals + d + N_LANES) = b;
      *(Lanes *) (gpointer) (totals + step + d) = c;
      *(Lanes *) (gpointer) (totals + step + d + N_LANES) = e;
    }
}

/* Who lacks something: the rows that lack, one draw at a time. */
static void
add_missing (VotumSmaaWork *work)
{
  const VotumWhatIf *model = work->model;
  guint n = model->n_leaves;

  for (guint d = 0; d < BLOCK; d++)
    {
      guint k = 0;

      for (guint i = 0; i < n; i++)
        work->column[i] = work->weights[(gsize) i * BLOCK + d];
      for (guint p = 1; p < model->patterns->len; p++)
        votum_what_if_effective (model, work->column, p, work->effective + (gsize) p * n, work->scratch);
      for (guint i = 0; i < model->rows->len; i++)
        {
          const VotumWhatIfPart *row = &g_array_index (model->rows, VotumWhatIfPart, i);
          const double *effective = work->effective + (gsize) row->pattern * n;
          double sum = 0;

          while (work->ranked[k] != row->entrant)
            k++;
          for (guint leaf = 0; leaf < n && row->pattern != 0; leaf++)
            sum += row->values[leaf] * effective[leaf];
          /* the others are still to be divided by the sum of the weights; points are effective as they are */
          if (!model->points)
            sum /= work->scales[d];
          work->totals[(gsize) k * BLOCK + d] += model->falling ? -sum : sum;
        }
    }
}

static void
find_ranks (VotumSmaaWork *work)
{
  for (guint d = 0; d < BLOCK; d += 2 * N_LANES)
    for (guint i = 0; i < work->n_ranked; i++)
      {
        const Lanes *own = (const Lanes *) (gconstpointer) (work->totals + (gsize) i * BLOCK + d);
        const Lanes *other = (const Lanes *) (gconstpointer) (work->totals + d);
        guint32 *ranks = work->ranks + (gsize) d * work->n_ranked + i;
        Lanes a = own[0];
        Lanes b = own[1];
        Masks better_than_a = { 0 };
        Masks better_than_b = { 0 };

        for (; other < own; other += BLOCK / N_LANES)
          {
            better_than_a += other[0] >= a;
            better_than_b += other[1] >= b;
          }
        other += BLOCK / N_LANES;
        for (guint k = i + 1; k < work->n_ranked; k++, other += BLOCK / N_LANES)
          {
            better_than_a += other[0] > a;
            better_than_b += other[1] > b;
          }
        ranks[0] = (guint32) -better_than_a[0];
        ranks[work->n_ranked] = (guint32) -better_than_a[1];
        ranks[2 * work->n_ranked] = (guint32) -better_than_b[0];
        ranks[3 * work->n_ranked] = (guint32) -better_than_b[1];
      }
}

/**
 * votum_smaa_evaluate:
 * @work: working memory with a block of weights
 * @add_up: whether to work out the totals, which else are there already
 *
 * Works out the totals of the block and who has which rank. Of those who are equal the first stands first.
 */
void
votum_smaa_evaluate (VotumSmaaWork *work, gboolean add_up)
{
  guint n = work->model->n_leaves;

  sum_weights (work);
  for (guint i = 0; add_up && i < work->n_ranked; i += 2)
    add_up_two (work->values + (gsize) i * n, n, i + 1 < work->n_ranked ? BLOCK : 0, work->weights,
                work->totals + (gsize) i * BLOCK);
  if (add_up && work->any_missing)
    add_missing (work);
  find_ranks (work);
}

/**
 * votum_smaa_count:
 * @work: working memory with a block that was evaluated
 * @n: how many draws of it count
 */
void
votum_smaa_count (VotumSmaaWork *work, guint n)
{
  guint n_leaves = work->model->n_leaves;

  for (guint d = 0; d < n; d++)
    {
      const guint32 *ranks = work->ranks + (gsize) d * work->n_ranked;
      const double *weights = work->weights + d;
      guint64 *counts = work->counts;
      double scale = work->scales[d];
      double *sums;
      guint first = 0;

      for (guint i = 0; i < work->n_ranked; i++, counts += work->n_ranked)
        {
          counts[ranks[i]]++;
          first = ranks[i] == 0 ? i : first;
        }
      sums = work->sums + (gsize) first * n_leaves;
      for (guint i = 0; i < n_leaves; i++)
        sums[i] += weights[(gsize) i * BLOCK] * scale;
    }
}
