#include "votum-config.h"

#include "votum-compare-work.h"

#include "votum-case-look.h"

typedef struct {
  VotumStanding        *standing;  /* a snapshot */
  guint                 round;
  const VotumCaseChart *kind;      /* (nullable) */
  VotumChartRequest     request;
  char                 *lang;
} Work;

static Work *
work_new (const VotumStanding *standing,
          guint                round)
{
  Work *work = g_new0 (Work, 1);

  work->standing = votum_standing_snapshot (standing);
  work->round = round;

  return work;
}

static void
work_free (Work *work)
{
  votum_standing_free (work->standing);
  g_clear_object (&work->request.votum_case);
  g_free (work->lang);
  g_free (work);
}

/* Whichever thread lets go of a task last, the things of a snapshot are let go of by the one of the case. */
static gboolean
free_cb (gpointer data)
{
  work_free (data);

  return G_SOURCE_REMOVE;
}

static void
work_leave (gpointer data)
{
  g_main_context_invoke (NULL, free_cb, data);
}

/* ---- how sure the order is ---- */

static void
robustness_cb (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = data;
  const VotumWork how = { .cancellable = cancellable };
  const VotumRobustnessOptions options = { .work = &how, .seed = 1 };
  GError *error = NULL;
  VotumRobustness *robustness = votum_standing_robustness (work->standing, work->round, &options, &error);

  if (robustness != NULL)
    g_task_return_pointer (task, robustness, (GDestroyNotify) votum_robustness_free);
  else
    g_task_return_error (task, error);
}

/**
 * votum_compare_work_robustness:
 * @standing: a standing with its result
 * @round: index of a round
 * @cancellable: to stop it, when a newer question makes it useless
 * @callback: called when it is done
 * @data: for @callback
 */
void
votum_compare_work_robustness (const VotumStanding *standing,
                               guint                round,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, work_new (standing, round), work_leave);
  g_task_run_in_thread (task, robustness_cb);
}

VotumRobustness *
votum_compare_work_robustness_finish (GAsyncResult  *result,
                                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- a chart ---- */

static void
chart_cb (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  VotumChart *chart = work->kind->build (&work->request, &error);

  if (chart != NULL)
    g_task_return_pointer (task, chart, (GDestroyNotify) votum_chart_unref);
  else
    g_task_return_error (task, error);
}

/**
 * votum_compare_work_chart:
 * @kind: a kind of chart that asks of the case no more than what its finalists are called
 * @request: what to show
 * @cancellable: to stop it, when a newer chart makes it useless
 * @callback: called when it is done
 * @data: for @callback
 */
void
votum_compare_work_chart (const VotumCaseChart    *kind,
                          const VotumChartRequest *request,
                          GCancellable            *cancellable,
                          GAsyncReadyCallback      callback,
                          gpointer                 data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Work *work = work_new (request->standing, request->round);

  work->kind = kind;
  work->lang = g_strdup (request->lang);
  work->request = (VotumChartRequest) { .votum_case = g_object_ref (request->votum_case), .standing = work->standing, .round = request->round,
                                        .lang = work->lang, .seed = 1, .cancellable = cancellable };
  g_task_set_task_data (task, work, work_leave);
  g_task_run_in_thread (task, chart_cb);
}

VotumChart *
votum_compare_work_chart_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
