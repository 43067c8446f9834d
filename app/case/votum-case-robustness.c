#include "votum-config.h"

#include "votum-case-robustness.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-case-what-if.h"
#include "votum-error.h"
#include "votum-first.h"
#include "votum-resample.h"
#include "votum-smaa.h"

#define N_DRAWS 100000
#define N_JURIES 10000

/* Weights nearer than this are equally important. */
#define EQUALLY_IMPORTANT 1e-9

typedef struct {
  const VotumStanding          *standing;
  const VotumRobustnessOptions *options;
  GCancellable                 *cancellable;
  VotumRobustness              *result;
  double                        done;  /* of all the work, 0 to 1 */
  double                        part;  /* that is being done */
} Work;

static void
tell (double   fraction,
      gpointer data)
{
  const Work *work = data;

  if (work->options->work != NULL && work->options->work->progress != NULL)
    work->options->work->progress (work->done + fraction * work->part, work->options->work->progress_data);
}

static void
begin (Work  *work,
       double part)
{
  work->done += work->part;
  work->part = part;
  tell (0, work);
}

static void
entrant_free (gpointer data)
{
  VotumRobustEntrant *self = data;

  g_object_unref (self->thing);
  g_free (self->ranks);
  g_free (self->central);
  g_free (self->juries);
  votum_smallest_change_free (self->change);
  g_free (self);
}

static void
criterion_free (gpointer data)
{
  VotumRobustCriterion *self = data;

  g_object_unref (self->thing);
  votum_crossovers_free (self->walk);
  g_free (self);
}

static void
without_free (gpointer data)
{
  VotumRobustWithout *self = data;

  g_object_unref (self->thing);
  g_free (self->refusal);
  g_free (self->places);
  g_clear_pointer (&self->swaps, g_array_unref);
  g_free (self);
}

void
votum_robustness_free (VotumRobustness *self)
{
  g_ptr_array_unref (self->entrants);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->without_juror);
  g_ptr_array_unref (self->without_entrant);
  g_clear_pointer (&self->model, votum_what_if_unref);
  g_clear_pointer (&self->juries, votum_bootstrap_free);
  g_free (self->no_weights);
  g_free (self->no_juries);
  g_free (self);
}

static VotumRobustEntrant *
entrant_at (const VotumRobustness *self,
            guint                  i)
{
  return g_ptr_array_index (self->entrants, i);
}

/**
 * votum_robustness_leader:
 * @self: how sure an order is
 *
 * Returns: (transfer none): who is first by the rule; of several who share it the first of the list
 */
const VotumRobustEntrant *
votum_robustness_leader (const VotumRobustness *self)
{
  g_return_val_if_fail (self != NULL && self->entrants->len > 0, NULL);

  return entrant_at (self, 0);
}

static void
add_entrants (Work *work)
{
  VotumRobustness *result = work->result;
  g_autoptr(GArray) order = votum_result_order (work->standing->result, result->round);

  result->n_ranked = order->len;
  for (guint i = 0; i < order->len; i++)
    {
      VotumRobustEntrant *entrant = g_new0 (VotumRobustEntrant, 1);

      entrant->index = g_array_index (order, guint, i);
      entrant->thing = g_object_ref (g_ptr_array_index (work->standing->entrants, entrant->index));
      entrant->place = votum_result_position (work->standing->result, result->round, entrant->index);
      entrant->ranks = g_new0 (double, order->len);
      entrant->juries = g_new0 (double, order->len);
      entrant->kept_first = entrant->likely_first = NAN;
      g_ptr_array_add (result->entrants, entrant);
    }
}

/* ---- weights ---- */

/* How important each leaf is: 0 for the heaviest. */
static guint *
find_importance (const VotumWhatIf *model)
{
  const double *stored = votum_what_if_stored (model);
  guint n = votum_what_if_n_leaves (model);
  guint *importance = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      importance[i] += stored[k] > stored[i] + EQUALLY_IMPORTANT;

  return importance;
}

static VotumSmaa *
draw_weights (Work         *work,
              const guint  *importance,
              GError      **error)
{
  const VotumSmaaOptions options = {
    .n_draws = work->result->n_draws,
    .seed = work->options->seed,
    .importance = importance,
    .progress = tell,
    .progress_data = work,
  };

  return votum_smaa_compute (work->result->model, &options, work->cancellable, error);
}

static gboolean
try_weights (Work    *work,
             GError **error)
{
  VotumRobustness *result = work->result;
  g_autofree guint *importance = find_importance (result->model);
  g_autoptr(VotumSmaa) all = NULL;
  g_autoptr(VotumSmaa) kept = NULL;

  begin (work, 0.25);
  all = draw_weights (work, NULL, error);
  if (all == NULL)
    return FALSE;
  begin (work, 0.25);
  kept = draw_weights (work, importance, error);
  if (kept == NULL)
    return FALSE;

  for (guint i = 0; i < result->entrants->len; i++)
    {
      VotumRobustEntrant *entrant = entrant_at (result, i);
      const double *central = all->central + (gsize) entrant->index * all->n_leaves;

      for (guint rank = 0; rank < result->n_ranked; rank++)
        entrant->ranks[rank] = all->acceptability[(gsize) entrant->index * all->n_entrants + rank];
      entrant->kept_first = kept->acceptability[(gsize) entrant->index * kept->n_entrants];
      if (all->n_leaves > 0 && !isnan (central[0]))
        entrant->central = g_memdup2 (central, all->n_leaves * sizeof (double));
    }

  return TRUE;
}

/* Who becomes first most easily. Somebody who is level already needs no change at all. */
static void
find_changes (Work *work)
{
  VotumRobustness *result = work->result;
  guint leader = votum_robustness_leader (result)->index;

  for (guint i = 1; i < result->entrants->len; i++)
    {
      VotumRobustEntrant *entrant = entrant_at (result, i);

      entrant->change = votum_smallest_change_compute (result->model, votum_what_if_stored (result->model), leader, entrant->index);
      if (entrant->change->possible &&
          (result->nearest < 0 || entrant->change->moved < entrant_at (result, (guint) result->nearest)->change->moved))
        result->nearest = (int) i;
    }
}

/* An only child of a group, and whatever has all the weight, has none to give or take. */
static gboolean
can_move (const VotumStanding *standing,
          guint                node)
{
  guint inside = 0;

  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      int at = (int) votum_sheet_leaf_node (standing->sheet, leaf);

      while (at > (int) node)
        at = votum_sheet_node (standing->sheet, (guint) at)->parent;
      inside += at == (int) node;
    }

  return inside > 0 && inside < standing->leaves->len;
}

static gboolean
walk_weights (Work    *work,
              GError **error)
{
  const VotumStanding *standing = work->standing;

  begin (work, 0.1);
  for (guint node = 0; node < standing->nodes->len; node++)
    {
      VotumRobustCriterion *criterion;

      if (g_cancellable_set_error_if_cancelled (work->cancellable, error))
        return FALSE;
      if (!can_move (standing, node))
        continue;
      criterion = g_new0 (VotumRobustCriterion, 1);
      criterion->thing = g_object_ref (g_ptr_array_index (standing->nodes, node));
      criterion->node = node;
      criterion->is_group = votum_sheet_node (standing->sheet, node)->leaf < 0;
      criterion->walk = votum_crossovers_compute (work->result->model, votum_what_if_stored (work->result->model), node);
      g_ptr_array_add (work->result->criteria, criterion);
      tell ((double) node / standing->nodes->len, work);
    }

  return TRUE;
}

/* ---- jurors ---- */

static guint
find_in (const VotumResample *rule,
         guint                entrant)
{
  for (guint i = 0; i < votum_resample_n_entrants (rule); i++)
    if (votum_resample_entrant (rule, i) == entrant)
      return i;

  return 0;
}

static gboolean
draw_juries (Work           *work,
             VotumResample  *rule,
             GError        **error)
{
  VotumRobustness *result = work->result;
  guint n = votum_resample_n_entrants (rule);
  gboolean plain = votum_resample_scores (rule) != NULL;
  const VotumBootstrapOptions options = {
    .n_draws = work->options->n_juries > 0 ? work->options->n_juries : N_JURIES,
    .seed = work->options->seed,
    .falling = votum_what_if_is_falling (result->model),
    .first = find_in (rule, entrant_at (result, 0)->index),
    .second = find_in (rule, entrant_at (result, MIN (1, result->n_ranked - 1))->index),
    .score = plain ? NULL : votum_resample_totals,
    .score_data = rule,
    .progress = tell,
    .progress_data = work,
  };
  g_autoptr(GError) local = NULL;

  result->juries = votum_bootstrap_compute (votum_resample_scores (rule), n, votum_resample_n_jurors (rule), &options, work->cancellable,
                                            &local);
  if (g_error_matches (local, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT))
    result->no_juries = g_strdup (local->message);
  else if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < result->entrants->len && result->juries != NULL; i++)
    for (guint rank = 0; rank < n; rank++)
      entrant_at (result, i)->juries[rank] = result->juries->probability[(gsize) find_in (rule, entrant_at (result, i)->index) * n + rank];

  return TRUE;
}

/* The jurors' own totals of one finalist: their mean's standard error. */
static gboolean
find_error (Work   *work,
            guint   entrant,
            double *error)
{
  const VotumStanding *standing = work->standing;
  double sum = 0, squares = 0;
  guint n = 0;

  for (guint juror = 0; juror < standing->jurors->len; juror++)
    {
      double total;

      if (!votum_result_juror_total (standing->result, work->result->round, entrant, juror, &total))
        continue;
      n++;
      sum += total;
      squares += total * total;
    }
  *error = n > 1 ? sqrt (fmax (squares - sum * sum / n, 0) / (n - 1) / n) : NAN;

  return n > 1;
}

static void
find_likely (Work *work)
{
  VotumRobustness *result = work->result;
  g_autofree double *means = g_new (double, result->n_ranked + 1);
  g_autofree double *errors = g_new (double, result->n_ranked + 1);
  g_autofree double *first = g_new (double, result->n_ranked + 1);

  for (guint i = 0; i < result->n_ranked; i++)
    {
      if (!find_error (work, entrant_at (result, i)->index, &errors[i]))
        return;
      votum_result_total_double (work->standing->result, result->round, entrant_at (result, i)->index, &means[i]);
      means[i] = votum_what_if_is_falling (result->model) ? -means[i] : means[i];
    }
  votum_first_probability (means, errors, result->n_ranked, first);
  for (guint i = 0; i < result->n_ranked; i++)
    entrant_at (result, i)->likely_first = first[i];
}

/* ---- left out ---- */

static gboolean
is_first_after (const VotumRobustWithout *without,
                const VotumRobustness    *result,
                guint                     left_out)
{
  for (guint i = 0; i < result->entrants->len; i++)
    {
      const VotumRobustEntrant *entrant = entrant_at (result, i);

      if (entrant->index != left_out && (entrant->place == 1) != (without->places[entrant->index] == 1))
        return FALSE;
    }

  return TRUE;
}

static gboolean
leave_out (Work       *work,
           VotumThing *thing,
           int         juror,
           int         entrant,
           GPtrArray  *list,
           GError    **error)
{
  const VotumStanding *standing = work->standing;
  VotumRobustWithout *without = g_new0 (VotumRobustWithout, 1);
  g_autoptr(GError) local = NULL;
  g_autoptr(VotumResult) result = votum_result_without (standing->result, juror, entrant, work->cancellable, &local);

  without->thing = g_object_ref (thing);
  without->index = (guint) (juror >= 0 ? juror : entrant);
  without->places = g_new0 (guint, standing->entrants->len + 1);
  g_ptr_array_add (list, without);
  if (result == NULL)
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      without->refusal = g_strdup (local->message);
      without->swaps = g_array_new (FALSE, FALSE, sizeof (VotumSwap));
      return TRUE;
    }

  for (guint i = 0; i < standing->entrants->len; i++)
    without->places[i] = votum_result_position (result, work->result->round, i);
  without->swaps = votum_result_swapped (standing->result, work->result->round, result, work->result->round);
  /* when the winner goes, somebody else is first as a matter of course: it is news only if that is not who came next */
  if (entrant < 0 || entrant_at (work->result, 0)->index != (guint) entrant)
    without->other_first = !is_first_after (without, work->result, entrant >= 0 ? (guint) entrant : G_MAXUINT);

  return TRUE;
}

/* By marks nobody's total hangs on who else is there; only places among the jurors, which break ties, do. */
static gboolean
hangs_on_others (const VotumStanding *standing,
                 guint                round)
{
  return standing->terms->method != VOTUM_METHOD_MARKS || votum_result_splits (standing->result, round)->len > 0;
}

static gboolean
leave_each_out (Work    *work,
                GError **error)
{
  const VotumStanding *standing = work->standing;
  VotumRobustness *result = work->result;

  begin (work, 0.2);
  for (guint i = 0; i < standing->jurors->len && !standing->own_only && standing->jurors->len > 1; i++)
    {
      if (!leave_out (work, g_ptr_array_index (standing->jurors, i), (int) i, VOTUM_LEAVE_NOBODY, result->without_juror, error))
        return FALSE;
      tell ((double) i / standing->jurors->len, work);
    }
  for (guint i = 0; i < result->n_ranked && result->n_ranked > 1; i++)
    {
      const VotumRobustEntrant *entrant = entrant_at (result, i);

      if (hangs_on_others (standing, result->round) &&
          !leave_out (work, entrant->thing, VOTUM_LEAVE_NOBODY, (int) entrant->index, result->without_entrant, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
work_out_weights (Work    *work,
                  GError **error)
{
  VotumRobustness *result = work->result;
  g_autoptr(GError) local = NULL;

  result->model = votum_standing_what_if (work->standing, result->round, &local);
  if (result->model == NULL)
    {
      result->no_weights = g_strdup (local->message);
      return TRUE;
    }
  if (result->n_leaves < 2)
    {
      result->no_weights = g_strdup (_("There is only one criterion, so there are no weights to try out."));
      return TRUE;
    }
  result->n_draws = work->options->n_draws > 0 ? work->options->n_draws : N_DRAWS;
  if (!try_weights (work, error) || !walk_weights (work, error))
    return FALSE;
  find_changes (work);

  return TRUE;
}

static gboolean
work_out_juries (Work    *work,
                 GError **error)
{
  VotumRobustness *result = work->result;
  g_autoptr(GError) local = NULL;
  g_autoptr(VotumResample) rule = NULL;

  if (work->standing->own_only)
    {
      result->no_juries = g_strdup (_("These are the marks of one juror alone, so nothing can be told about the jury."));
      return TRUE;
    }
  begin (work, 0.2);
  if (work->standing->terms->method != VOTUM_METHOD_MARKS)
    {
      result->no_juries = g_strdup (_("This rule ranks by the jurors’ places. What hangs on each of them is told by leaving them out in turn."));
      return TRUE;
    }
  rule = votum_resample_new (work->standing->result, result->round, &local);
  if (rule == NULL)
    {
      result->no_juries = g_strdup (local->message);
      return TRUE;
    }
  if (!draw_juries (work, rule, error))
    return FALSE;
  find_likely (work);

  return TRUE;
}

/**
 * votum_standing_robustness:
 * @self: a standing with its result
 * @round: index of the round
 * @options: how
 * @error: return location
 *
 * Tells how sure the order after the round is: with other weights, other jurors, without a juror or a finalist. It touches
 * nothing but the standing, so that it can be done on another thread.
 *
 * Returns: (transfer full): how sure it is, or %NULL with a sentence where nobody is ranked, or when it was stopped
 */
VotumRobustness *
votum_standing_robustness (const VotumStanding           *self,
                           guint                          round,
                           const VotumRobustnessOptions  *options,
                           GError                       **error)
{
  g_autoptr(VotumRobustness) result = g_new0 (VotumRobustness, 1);
  Work work = { .standing = self, .options = options, .result = result };

  g_return_val_if_fail (self != NULL && self->result != NULL && options != NULL, NULL);

  work.cancellable = options->work != NULL ? options->work->cancellable : NULL;
  result->round = round;
  result->nearest = -1;
  result->n_leaves = self->leaves->len;
  result->entrants = g_ptr_array_new_with_free_func (entrant_free);
  result->criteria = g_ptr_array_new_with_free_func (criterion_free);
  result->without_juror = g_ptr_array_new_with_free_func (without_free);
  result->without_entrant = g_ptr_array_new_with_free_func (without_free);
  add_entrants (&work);
  if (result->n_ranked == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("Nobody has a result in this round yet, so there is no order to be sure of."));
      return NULL;
    }
  if (!work_out_weights (&work, error) || !work_out_juries (&work, error) || !leave_each_out (&work, error))
    return NULL;
  tell (1, &work);

  return g_steal_pointer (&result);
}
