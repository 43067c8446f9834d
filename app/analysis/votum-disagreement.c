#include "votum-config.h"

#include "votum-disagreement.h"
#include "votum-distributions.h"
#include "votum-statistics.h"

#include <gsl/gsl_errno.h>
#include <stdlib.h>

/* Squared deviations from the mean of each cell, and the degrees of freedom they have. */
typedef struct {
  double squares;
  guint  df;
  double widest;   /* variance of the cell that is the widest so far */
} Pool;

static void
add_cell (VotumSpread *spread, Pool *pool, const VotumSpread *cell, const Pool *cell_pool, guint other)
{
  if (cell->n_cells == 0)
    return;
  spread->n_cells++;
  spread->n_marks += cell->n_marks;
  spread->range += cell->range;
  pool->squares += cell_pool->squares;
  pool->df += cell_pool->df;
  /* where several lie as far apart, those of whom more do */
  if (spread->n_cells == 1 || cell->range > spread->widest_range + 1e-9 ||
      (cell->range > spread->widest_range - 1e-9 && cell_pool->squares / cell_pool->df > pool->widest + 1e-9))
    {
      spread->widest = other;
      spread->widest_range = cell->range;
      pool->widest = cell_pool->squares / cell_pool->df;
    }
}

static void
finish (VotumSpread *spread, const Pool *pool, double confidence)
{
  double tail = (1 - confidence) / 2;

  spread->spread = (VotumEstimate) { NAN, NAN, NAN };
  if (pool->df == 0)
    return;
  spread->range /= spread->n_cells;
  spread->spread.value = sqrt (pool->squares / pool->df);
  spread->spread.low = sqrt (pool->squares / votum_chi2_quantile (1 - tail, pool->df));
  spread->spread.high = sqrt (pool->squares / votum_chi2_quantile (tail, pool->df));
}

static void
read_cell (const double *marks, guint n_jurors, double width, VotumSpread *cell, Pool *pool)
{
  double mean = 0, low = INFINITY, high = -INFINITY;
  guint n = 0;

  *cell = (VotumSpread) { .n_cells = 0 };
  *pool = (Pool) { 0, 0, 0 };
  for (guint juror = 0; juror < n_jurors; juror++)
    if (!isnan (marks[juror]))
      {
        mean += marks[juror] / width;
        low = MIN (low, marks[juror] / width);
        high = MAX (high, marks[juror] / width);
        n++;
      }
  if (n < 2)
    return;
  mean /= n;
  for (guint juror = 0; juror < n_jurors && high > low; juror++)
    if (!isnan (marks[juror]))
      pool->squares += (marks[juror] / width - mean) * (marks[juror] / width - mean);
  pool->df = n - 1;
  cell->n_cells = 1;
  cell->n_marks = n;
  cell->range = cell->widest_range = high - low;
}

/**
 * votum_disagreement_compute:
 * @marks: (array): [entrant][leaf][juror], %NAN where there is none
 * @n_entrants: number of entrants
 * @n_leaves: number of criteria that are marked
 * @n_jurors: number of jurors
 * @widths: (array length=n_leaves): from the lowest to the highest mark of each criterion's scale, above 0
 * @confidence: of the intervals, as 0.95
 * @criteria: (array length=n_leaves): set to the spread of each criterion
 * @entrants: (array length=n_entrants): set to the spread of each entrant
 * @cells: (array): [entrant][leaf], set to the spread of each cell
 *
 * Where the jurors disagree: the standard deviation between them (n - 1), pooled over the cells of a criterion or an
 * entrant. The interval is that of a variance of normal errors, so for marks it is a guide. Informs only.
 */
void
votum_disagreement_compute (const double *marks, guint n_entrants, guint n_leaves, guint n_jurors, const double *widths,
                            double confidence, VotumSpread *criteria, VotumSpread *entrants, VotumSpread *cells)
{
  g_autofree Pool *of_criteria = g_new0 (Pool, MAX (n_leaves, 1));
  g_autofree Pool *of_entrants = g_new0 (Pool, MAX (n_entrants, 1));

  gsl_set_error_handler_off ();
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    criteria[leaf] = (VotumSpread) { .n_cells = 0 };
  for (guint i = 0; i < n_entrants; i++)
    entrants[i] = (VotumSpread) { .n_cells = 0 };
  for (guint i = 0; i < n_entrants; i++)
    for (guint leaf = 0; leaf < n_leaves; leaf++)
      {
        gsize at = (gsize) i * n_leaves + leaf;
        Pool pool;

        read_cell (marks + at * n_jurors, n_jurors, widths[leaf], &cells[at], &pool);
        add_cell (&criteria[leaf], &of_criteria[leaf], &cells[at], &pool, i);
        add_cell (&entrants[i], &of_entrants[i], &cells[at], &pool, leaf);
        finish (&cells[at], &pool, confidence);
      }
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    finish (&criteria[leaf], &of_criteria[leaf], confidence);
  for (guint i = 0; i < n_entrants; i++)
    finish (&entrants[i], &of_entrants[i], confidence);
}

/* Standard deviations that differ in the last bits only are equal. */
static int
compare_spreads (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const VotumSpread *spreads = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  double left = votum_score_rounded (spreads[x].spread.value), right = votum_score_rounded (spreads[y].spread.value);

  if (isnan (left) != isnan (right))
    return isnan (left) ? 1 : -1;
  if (left != right && !isnan (left))
    return left > right ? -1 : 1;
  if (votum_score_rounded (spreads[x].range) != votum_score_rounded (spreads[y].range))
    return spreads[x].range > spreads[y].range ? -1 : 1;
  return x < y ? -1 : x > y;
}

/**
 * votum_disagreement_order:
 * @spreads: (array length=n): of criteria, entrants or cells
 * @n: how many
 *
 * Returns: (transfer full): their indices, those most disagreed on first; then by the range, then as given; those without
 *   two marks come last
 */
guint *
votum_disagreement_order (const VotumSpread *spreads, guint n)
{
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_spreads, (gpointer) spreads);
  return order;
}
