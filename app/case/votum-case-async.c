#include "votum-config.h"

#include "votum-case-async.h"

#include "votum-case-import-private.h"
#include "votum-case-private.h"
#include "votum-case-work-private.h"
#include "votum-marks-csv.h"

/* Opening a case and reading what is to be imported, on another thread. */

/* ---- opening ---- */

typedef struct {
  char *path;
  VotumCaseOpenFlags flags;
  VotumRelay *relay;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  votum_relay_unref (opening->relay);
  g_free (opening);
}

static void
open_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Opening *opening = task_data;
  const VotumWork *work = votum_relay_get_work (opening->relay);
  VotumCase *votum_case;
  GError *error = NULL;

  if (opening->flags & VOTUM_CASE_OPEN_COPY)
    votum_case = votum_case_open_copy (opening->path, work, &error);
  else
    votum_case = votum_case_open (opening->path, (opening->flags & VOTUM_CASE_OPEN_READ_ONLY) != 0, work, &error);

  if (votum_case != NULL)
    g_task_return_pointer (task, votum_case, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_open_async:
 * @path: a case file
 * @flags: how
 * @work: (nullable): cancelling and progress
 * @callback: called when it is open, or cannot be
 * @user_data: for @callback
 *
 * Opens a case as votum_case_open() does, without making anybody wait.
 */
void
votum_case_open_async (const char          *path,
                       VotumCaseOpenFlags   flags,
                       const VotumWork     *work,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, votum_case_open_async);
  opening->path = g_strdup (path);
  opening->flags = flags;
  opening->relay = votum_relay_new (work);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * votum_case_open_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the open case, or %NULL
 */
VotumCase *
votum_case_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- reading what is to be imported ---- */

typedef struct {
  char *path;
  gboolean large, shortlist, marks;
  VotumMarkDefaults defaults;
  VotumRelay *relay;
  VotumProblems *problems;
  VotumDocument *document;
} Reading;

static void
reading_free (Reading *reading)
{
  const char *const texts[] = { reading->defaults.round, reading->defaults.class_, reading->defaults.entrant, reading->defaults.juror,
                                reading->defaults.criterion, reading->defaults.entered_by };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *) texts[i]);
  g_free (reading->path);
  votum_relay_unref (reading->relay);
  g_clear_pointer (&reading->problems, votum_problems_free);
  g_clear_pointer (&reading->document, votum_document_free);
  g_free (reading);
}

static gboolean
keep_row (const VotumMarkRow *row,
          VotumProblems      *problems,
          gpointer            document)
{
  votum_document_add_mark (document, row);

  return TRUE;
}

static gboolean
read_marks (Reading  *reading,
            GError  **error)
{
  const VotumWork *work = votum_relay_get_work (reading->relay);

  reading->document = votum_document_new (VOTUM_DOCUMENT_AWARD);

  return votum_marks_csv_read (reading->path, keep_row, reading->document, reading->problems, work->cancellable, work->progress,
                               work->progress_data, error);
}

static gboolean
read_file (Reading  *reading,
           GError  **error)
{
  const VotumWork *work = votum_relay_get_work (reading->relay);

  reading->document = votum_import_read_file (reading->path, reading->large, reading->shortlist, reading->problems, work, error);
  if (reading->document == NULL)
    return FALSE;
  votum_import_read_attachments (reading->document, reading->problems, work);

  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;

  if (reading->marks ? read_marks (reading, &error) : read_file (reading, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The case is compared with what was read where it may be read itself: by the thread whose it is. */
static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  VotumCase *self = VOTUM_CASE (source_object);
  g_autoptr(GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  VotumImport *import = NULL;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    import = reading->marks ? votum_case_plan_rows (self, reading->document, &reading->defaults, reading->problems, &error)
                            : votum_case_plan_read (self, g_steal_pointer (&reading->document), reading->problems, &error);
  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) votum_import_free);
  else
    g_task_return_error (task, error);
}

static void
start_reading (VotumCase           *self,
               Reading             *reading,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) inner = g_task_new (self, NULL, read_cb, task);

  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_set_task_data (inner, reading, NULL);
  g_task_run_in_thread (inner, read_in_thread);
}

/**
 * votum_case_plan_file_async:
 * @self: a case
 * @path: an award XML file
 * @large: whether the user has confirmed that a large file may be read
 * @shortlist: whether it must be a shortlist
 * @work: (nullable): cancelling and progress
 * @callback: called when it has been compared with the case
 * @user_data: for @callback
 *
 * Reads a file as votum_case_plan_file() does, without making anybody wait.
 */
void
votum_case_plan_file_async (VotumCase           *self,
                            const char          *path,
                            gboolean             large,
                            gboolean             shortlist,
                            const VotumWork     *work,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  reading->large = large;
  reading->shortlist = shortlist;
  reading->relay = votum_relay_new (work);
  reading->problems = votum_problems_new ();
  start_reading (self, reading, callback, user_data);
}

/**
 * votum_case_plan_marks_async:
 * @self: a case
 * @path: a file of marks
 * @defaults: (nullable): what its rows do not say
 * @work: (nullable): cancelling and progress
 * @callback: called when it has been compared with the case
 * @user_data: for @callback
 *
 * Reads marks as votum_case_plan_marks() does, without making anybody wait.
 */
void
votum_case_plan_marks_async (VotumCase               *self,
                             const char              *path,
                             const VotumMarkDefaults *defaults,
                             const VotumWork         *work,
                             GAsyncReadyCallback      callback,
                             gpointer                 user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  reading->marks = TRUE;
  if (defaults != NULL)
    reading->defaults = (VotumMarkDefaults) { g_strdup (defaults->round), g_strdup (defaults->class_), g_strdup (defaults->entrant),
                                              g_strdup (defaults->juror), g_strdup (defaults->criterion), g_strdup (defaults->entered_by) };
  reading->relay = votum_relay_new (work);
  reading->problems = votum_problems_new ();
  start_reading (self, reading, callback, user_data);
}

/**
 * votum_case_plan_finish:
 * @self: a case
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full): what is wrong with the file, with line and column; may be empty
 * @error: return location
 *
 * Returns: (transfer full): what importing the file would do, or %NULL
 */
VotumImport *
votum_case_plan_finish (VotumCase      *self,
                        GAsyncResult   *result,
                        VotumProblems **problems,
                        GError        **error)
{
  Reading *reading;

  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, start_reading), NULL);

  reading = g_task_get_task_data (G_TASK (result));
  if (problems != NULL)
    *problems = g_steal_pointer (&reading->problems);

  return g_task_propagate_pointer (G_TASK (result), error);
}
