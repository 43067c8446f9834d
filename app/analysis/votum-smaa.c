#include "votum-config.h"

#include "votum-smaa-private.h"

#include <math.h>
#include <string.h>

/* Between looks at the cancellable, in blocks. */
#define BLOCKS_A_LOOK 64

static VotumSmaa *
smaa_new (const VotumWhatIf *model, guint n_draws)
{
  VotumSmaa *self = g_new0 (VotumSmaa, 1);

  self->n_entrants = model->n_entrants;
  self->n_leaves = model->n_leaves;
  self->n_draws = n_draws;
  self->acceptability = g_new0 (double, (gsize) model->n_entrants * model->n_entrants + 1);
  self->central = g_new (double, (gsize) model->n_entrants * model->n_leaves + 1);
  self->confidence = g_new (double, MAX (model->n_entrants, 1));
  for (gsize i = 0; i < (gsize) model->n_entrants * model->n_leaves; i++)
    self->central[i] = NAN;
  for (guint i = 0; i < model->n_entrants; i++)
    self->confidence[i] = NAN;
  return self;
}

/**
 * votum_smaa_free:
 * @self: (nullable) (transfer full): what came of it
 */
void
votum_smaa_free (VotumSmaa *self)
{
  if (self == NULL)
    return;
  g_free (self->acceptability);
  g_free (self->central);
  g_free (self->confidence);
  g_free (self);
}

/* Values that are not certain are drawn for each set of weights. Within a block that is one after the other. */
static void
sample_totals (VotumSmaaWork *work, const VotumSmaaOptions *options, VotumDraws *draws)
{
  guint n = work->model->n_leaves;

  for (guint i = 0; i < work->n_ranked; i++)
    for (guint d = 0; d < VOTUM_SMAA_BLOCK; d++)
      {
        double total = 0;

        options->sample (draws, work->ranked[i], work->column, options->sample_data);
        for (guint k = 0; k < n; k++)
          total += work->column[k] * work->weights[(gsize) k * VOTUM_SMAA_BLOCK + d];
        work->totals[(gsize) i * VOTUM_SMAA_BLOCK + d] = work->model->falling ? -total : total;
      }
}

static gboolean
run (VotumSmaaWork *work, const VotumSmaaOptions *options, VotumDraws *draws, GCancellable *cancellable, GError **error)
{
  guint done = 0;

  for (guint block = 0; done < options->n_draws; block++)
    {
      guint n = MIN (VOTUM_SMAA_BLOCK, options->n_draws - done);

      if (block % BLOCKS_A_LOOK == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (options->progress != NULL)
            options->progress ((double) done / options->n_draws, options->progress_data);
        }
      votum_smaa_draw (work, draws);
      if (options->importance != NULL)
        votum_smaa_order (work, options->importance);
      if (options->sample != NULL)
        sample_totals (work, options, draws);
      votum_smaa_evaluate (work, options->sample == NULL);
      votum_smaa_count (work, n);
      done += n;
    }
  return TRUE;
}

static gboolean
has_same_row (const VotumSmaaWork *work, const VotumWhatIfPart *row, guint entrant)
{
  for (guint i = 0; i < work->model->rows->len; i++)
    {
      const VotumWhatIfPart *other = &g_array_index (work->model->rows, VotumWhatIfPart, i);
      gboolean same = other->entrant == entrant && other->pattern == row->pattern;

      for (guint k = 0; same && k < work->model->n_leaves; k++)
        same = fabs (other->values[k] - row->values[k]) <= VOTUM_WHAT_IF_EQUAL;
      if (same)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_all_rows (const VotumSmaaWork *work, guint of, guint in)
{
  for (guint i = 0; i < work->model->rows->len; i++)
    {
      const VotumWhatIfPart *row = &g_array_index (work->model->rows, VotumWhatIfPart, i);

      if (row->entrant == of && !has_same_row (work, row, in))
        return FALSE;
    }
  return TRUE;
}

/* Two who have the same values are equal under all weights: they share their ranks. */
static gboolean
are_alike (const VotumSmaaWork *work, guint a, guint b)
{
  return has_all_rows (work, work->ranked[a], work->ranked[b]) && has_all_rows (work, work->ranked[b], work->ranked[a]);
}

static void
share_among_alike (VotumSmaaWork *work, gboolean certain, VotumSmaa *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, work->n_ranked + 1);
  g_autofree guint *alike = g_new (guint, work->n_ranked + 1);

  for (guint i = 0; i < work->n_ranked; i++)
    {
      guint n_alike = 0;

      for (guint k = i; k < work->n_ranked && !seen[i]; k++)
        if (k == i || (certain && are_alike (work, i, k)))
          alike[n_alike++] = k;
      for (guint k = 0; k < n_alike; k++)
        seen[alike[k]] = TRUE;
      for (guint rank = 0; rank < work->n_ranked && n_alike > 0; rank++)
        {
          double sum = 0;

          for (guint k = 0; k < n_alike; k++)
            sum += work->counts[(gsize) alike[k] * work->n_ranked + rank];
          for (guint k = 0; k < n_alike; k++)
            self->acceptability[(gsize) work->ranked[alike[k]] * self->n_entrants + rank] = sum / n_alike / self->n_draws;
        }
      for (guint leaf = 0; leaf < self->n_leaves && n_alike > 0; leaf++)
        {
          double sum = 0;
          double firsts = 0;

          for (guint k = 0; k < n_alike; k++)
            {
              sum += work->sums[(gsize) alike[k] * self->n_leaves + leaf];
              firsts += work->counts[(gsize) alike[k] * work->n_ranked];
            }
          for (guint k = 0; k < n_alike && firsts > 0; k++)
            self->central[(gsize) work->ranked[alike[k]] * self->n_leaves + leaf] = sum / firsts;
        }
    }
}

/* How often the entrant is first with its own central weights: when the values are certain, always or never. */
static gboolean
find_confidence (VotumSmaaWork *work, const VotumSmaaOptions *options, guint ranked, VotumDraws *draws, VotumSmaa *self,
                 GCancellable *cancellable, GError **error)
{
  const double *central = self->central + (gsize) work->ranked[ranked] * self->n_leaves;
  guint n_draws = options->sample != NULL ? options->n_draws : 1;
  guint first = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->n_leaves; i++)
    for (guint d = 0; d < VOTUM_SMAA_BLOCK; d++)
      work->weights[(gsize) i * VOTUM_SMAA_BLOCK + d] = central[i];
  for (guint done = 0; done < n_draws; done += VOTUM_SMAA_BLOCK)
    {
      if (options->sample != NULL)
        sample_totals (work, options, draws);
      votum_smaa_evaluate (work, options->sample == NULL);
      for (guint d = 0; d < MIN (VOTUM_SMAA_BLOCK, n_draws - done); d++)
        {
          double own = work->totals[(gsize) ranked * VOTUM_SMAA_BLOCK + d];
          guint better = 0;

          for (guint k = 0; k < work->n_ranked; k++)
            better += work->totals[(gsize) k * VOTUM_SMAA_BLOCK + d] > own + VOTUM_WHAT_IF_EQUAL * MAX (1, fabs (own));
          first += better == 0;
        }
    }
  self->confidence[work->ranked[ranked]] = (double) first / n_draws;
  return TRUE;
}

/**
 * votum_smaa_compute:
 * @model: the values, with those who are ranked
 * @options: how
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Draws weights uniformly from all there are (Dirichlet with all parameters 1), or from all that have the order
 * of importance, and counts who gets which rank. May run on any thread.
 *
 * Returns: (transfer full): what came of it; %NULL when cancelled
 */
VotumSmaa *
votum_smaa_compute (const VotumWhatIf *model, const VotumSmaaOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumSmaa) self = NULL;
  g_autofree VotumDraws *draws = NULL;
  VotumSmaaWork work;
  gboolean done;

  g_return_val_if_fail (model != NULL && options != NULL && options->n_draws > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = smaa_new (model, options->n_draws);
  draws = g_new (VotumDraws, 1);
  votum_draws_init (draws, options->seed);
  votum_smaa_work_init (&work, model);
  done = run (&work, options, draws, cancellable, error);
  if (done)
    share_among_alike (&work, options->sample == NULL, self);
  for (guint i = 0; i < work.n_ranked && done; i++)
    if (!isnan (self->central[(gsize) work.ranked[i] * self->n_leaves]))
      done = find_confidence (&work, options, i, draws, self, cancellable, error);
  votum_smaa_work_clear (&work);
  return done ? g_steal_pointer (&self) : NULL;
}
