#include "votum-config.h"

#include "votum-window-open.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-application.h"
#include "votum-case-async.h"
#include "votum-case-backups.h"
#include "votum-dialogs.h"
#include "votum-error.h"
#include "votum-format.h"
#include "votum-later-offer.h"
#include "votum-opening.h"
#include "votum-recent-cases.h"
#include "votum-refusal.h"
#include "votum-summaries.h"
#include "votum-window-private.h"

#define SHOW_AFTER 200  /* ms: what is done sooner needs no progress bar */
#define PULSE_EVERY 100 /* ms */

/* ---- work on another thread, with its page ---- */

typedef struct {
  VotumWindow  *window;
  GFile        *file;
  GFile        *new_file;  /* (nullable): that is made of it */
  char         *page;      /* (nullable) */
  VotumDeskUse  use;
  GPtrArray    *report;    /* (nullable) */
  char         *backup;    /* (nullable): path of an earlier copy */
  GError       *error;     /* (nullable): why it did not open */
  char         *what;      /* as a short sentence */
  double        fraction;  /* how far it is; less than 0: nobody knows */
  guint         show_id;
  guint         pulse_id;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_handle_id (&work->show_id, g_source_remove);
  g_clear_handle_id (&work->pulse_id, g_source_remove);
  g_object_unref (work->window);
  g_object_unref (work->file);
  g_clear_object (&work->new_file);
  g_clear_pointer (&work->report, g_ptr_array_unref);
  g_free (work->backup);
  g_clear_error (&work->error);
  g_free (work->page);
  g_free (work->what);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static Work *
work_new (VotumWindow *window,
          GFile       *file)
{
  Work *work = g_new0 (Work, 1);

  work->window = g_object_ref (window);
  work->file = g_object_ref (file);
  work->fraction = -1;

  return work;
}

static char *
shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static gboolean
pulse_cb (gpointer data)
{
  Work *work = data;

  votum_opening_progress (votum_window_get_opening (work->window), work->fraction);

  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer data)
{
  Work *work = data;

  work->show_id = 0;
  votum_window_show (work->window, "opening");
  votum_opening_begin (votum_window_get_opening (work->window), work->what);
  work->pulse_id = g_timeout_add (PULSE_EVERY, pulse_cb, work);

  return G_SOURCE_REMOVE;
}

static GCancellable *
begin_work (Work       *work,
            const char *what)
{
  g_autofree char *name = shown_name (work->file);
  GCancellable *cancellable = g_cancellable_new ();

  work->what = votum_format_fill (what, name);
  work->show_id = g_timeout_add (SHOW_AFTER, show_cb, work);
  votum_window_set_work (work->window, work->file, cancellable);

  return cancellable;
}

static void
begin_in_thread (Work                *work,
                 const char          *what,
                 GTaskThreadFunc      func,
                 GAsyncReadyCallback  done_cb)
{
  g_autoptr(GCancellable) cancellable = begin_work (work, what);
  g_autoptr(GTask) task = g_task_new (work->window, cancellable, done_cb, NULL);

  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, func);
}

/* Whether somebody still waits for it. */
static gboolean
end_work (Work *work)
{
  gboolean shown = work->show_id == 0;

  g_clear_handle_id (&work->show_id, g_source_remove);
  g_clear_handle_id (&work->pulse_id, g_source_remove);
  votum_window_set_work (work->window, NULL, NULL);
  if (gtk_window_get_application (GTK_WINDOW (work->window)) == NULL)
    return FALSE;
  if (shown)
    {
      g_autofree char *name = shown_name (work->file);

      votum_application_notify (VOTUM_APPLICATION (gtk_window_get_application (GTK_WINDOW (work->window))), GTK_WINDOW (work->window),
                                _("Votum is done"), name);
    }

  return TRUE;
}

static void
show_refusal (VotumWindow           *window,
              GFile                 *file,
              const GError          *error,
              const VotumCaseBackup *backup)
{
  g_autofree char *when = backup != NULL ? votum_format_ago (backup->time) : NULL;

  votum_refusal_show_error (votum_window_get_refusal (window), file, error, when);
  votum_window_set_refused (window, file, backup != NULL ? backup->path : NULL);
  votum_window_show (window, "refusal");
}

/* ---- earlier copies ---- */

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr(GPtrArray) backups = votum_case_list_backups (g_file_peek_path (work->file), NULL);

  /* a file that is gone or does not say which case it is may have been open here before */
  if (backups == NULL)
    {
      g_autoptr(VotumSummaries) summaries = votum_summaries_read ();
      g_autofree char *uuid = votum_summaries_uuid (summaries, work->file);

      backups = uuid != NULL ? votum_case_list_backups (uuid, NULL) : NULL;
    }
  if (backups != NULL && backups->len > 0)
    g_task_return_pointer (task, g_ptr_array_steal_index (backups, 0), (GDestroyNotify) votum_case_backup_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(VotumCaseBackup) backup = g_task_propagate_pointer (G_TASK (result), NULL);

  if (gtk_window_get_application (GTK_WINDOW (work->window)) != NULL)
    show_refusal (work->window, work->file, work->error, backup);
}

/* Says why, once it is known whether there is an earlier copy to go back to. */
static void
refuse (Work         *work,
        const GError *error)
{
  gboolean lost = g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED) || g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_autoptr(GTask) task = NULL;
  Work *search;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      votum_window_show (work->window, votum_window_get_desk (work->window) != NULL ? "case" : "welcome");
      return;
    }
  if (!lost)
    {
      show_refusal (work->window, work->file, error, NULL);
      return;
    }
  search = work_new (work->window, work->file);
  search->error = g_error_copy (error);
  task = g_task_new (work->window, NULL, found_cb, NULL);
  g_task_set_task_data (task, search, work_free);
  g_task_run_in_thread (task, find_thread);
}

/* ---- opening ---- */

static void
progress_cb (double   fraction,
             gpointer data)
{
  Work *work = data;

  work->fraction = fraction;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Work) work = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumCase) votum_case = votum_case_open_finish (result, &error);
  g_autoptr(VotumDesk) desk = NULL;

  if (!end_work (work))
    return;
  if (votum_case == NULL)
    {
      refuse (work, error);
      return;
    }

  desk = votum_desk_new (votum_case);
  votum_desk_set_use (desk, work->use);
  if (work->use == VOTUM_DESK_WORK)
    {
      votum_application_add_desk (VOTUM_APPLICATION (gtk_window_get_application (GTK_WINDOW (work->window))), desk);
      votum_recent_cases_add (work->file);
    }
  votum_window_set_desk (work->window, desk);
  if (work->page != NULL)
    votum_window_go (work->window, work->page, NULL);
  if (work->window->later != NULL)
    votum_later_offer_taken (work->window);
  else if (work->use == VOTUM_DESK_WORK)
    votum_later_offer (work->window);
}

/**
 * votum_window_open_how:
 * @self: a window
 * @file: a case file
 * @use: what for
 * @page: (nullable): the page to show
 *
 * Opens the case here; a case that another window has open is shown here too, and both see every change.
 */
void
votum_window_open_how (VotumWindow  *self,
                       GFile        *file,
                       VotumDeskUse  use,
                       const char   *page)
{
  VotumApplication *application = VOTUM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  static const VotumCaseOpenFlags flags[] = {
    [VOTUM_DESK_WORK] = VOTUM_CASE_OPEN_WRITE, [VOTUM_DESK_LOOK] = VOTUM_CASE_OPEN_READ_ONLY, [VOTUM_DESK_COPY] = VOTUM_CASE_OPEN_COPY,
  };
  g_autoptr(GCancellable) cancellable = NULL;
  g_autoptr(VotumDesk) desk = use == VOTUM_DESK_WORK ? votum_application_find_desk (application, file) : NULL;
  VotumWork how;
  Work *work;

  if (desk != NULL)
    {
      votum_window_set_desk (self, desk);
      if (page != NULL)
        votum_window_go (self, page, NULL);
      return;
    }
  if (g_file_peek_path (file) == NULL)
    {
      votum_window_toast (self, _("This file is not on the computer. Copy it to a folder of your own first."), FALSE);
      return;
    }

  work = work_new (self, file);
  work->use = use;
  work->page = g_strdup (page);
  /* TRANSLATORS: %s is the name of a file */
  cancellable = begin_work (work, _("Opening %s"));
  how = (VotumWork) { cancellable, progress_cb, work };
  votum_case_open_async (g_file_peek_path (file), flags[use], &how, opened_cb, work);
}

/* ---- ways on from a file that did not open ---- */

static void
salvage_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (votum_case_salvage (g_file_peek_path (work->file), g_file_peek_path (work->new_file), work->report, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
salvaged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (!end_work (work))
    return;
  if (!done)
    {
      refuse (work, error);
      return;
    }
  votum_refusal_show_salvaged (votum_window_get_refusal (work->window), work->new_file, work->report);
  votum_window_set_refused (work->window, work->new_file, NULL);
  votum_window_show (work->window, "refusal");
}

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (votum_case_restore_backup (work->backup, g_file_peek_path (work->new_file), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (!g_file_copy (work->file, work->new_file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_chmod (g_file_peek_path (work->new_file), 0600);
  g_task_return_boolean (task, TRUE);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (!end_work (work))
    return;
  if (done)
    votum_window_open_how (work->window, work->new_file, VOTUM_DESK_WORK, NULL);
  else
    refuse (work, error);
}

static void
new_file_chosen (VotumWindow         *self,
                 GFile               *new_file,
                 const char          *what,
                 GTaskThreadFunc      func,
                 GAsyncReadyCallback  done_cb)
{
  Work *work;

  if (new_file == NULL || votum_window_get_refused (self) == NULL)
    return;
  work = work_new (self, votum_window_get_refused (self));
  work->new_file = g_object_ref (new_file);
  work->report = g_ptr_array_new_with_free_func (g_free);
  work->backup = g_strdup (votum_window_get_backup (self));
  begin_in_thread (work, what, func, done_cb);
}

static void
salvage_to_cb (GFile   *file,
               gpointer data)
{
  g_autoptr(VotumWindow) self = data;

  new_file_chosen (self, file, _("Salvaging %s"), salvage_thread, salvaged_cb);
}

static void
copy_to_cb (GFile   *file,
            gpointer data)
{
  g_autoptr(VotumWindow) self = data;

  new_file_chosen (self, file, _("Copying %s"), copy_thread, copied_cb);
}

static void
restore_to_cb (GFile   *file,
               gpointer data)
{
  g_autoptr(VotumWindow) self = data;

  new_file_chosen (self, file, _("Copying %s"), restore_thread, copied_cb);
}

/* "Prize 2026.votum" becomes "Prize 2026 (salvaged).votum". */
static char *
suggest_name (GFile      *file,
              const char *addition)
{
  g_autofree char *name = shown_name (file);

  if (g_str_has_suffix (name, ".votum"))
    name[strlen (name) - strlen (".votum")] = '\0';

  return g_strdup_printf ("%s (%s).votum", name, addition);
}

static void
choose_new_file (VotumWindow   *self,
                 const char    *title,
                 const char    *addition,
                 const char    *folder,
                 VotumFileFunc  func)
{
  static const char *const patterns[] = { "*.votum", NULL };
  g_autofree char *suggested = suggest_name (votum_window_get_refused (self), addition);
  const VotumFileChoice choice = {
    .title = title, .accept = _("_Save"), .save = TRUE, .suggested = suggested, .folder = folder,
    .filter_name = _("Cases of Votum"), .patterns = patterns,
  };

  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, func, g_object_ref (self));
}

/**
 * votum_window_chosen:
 * @self: a window that shows why a file did not open
 * @choice: what somebody chose to do about it, as VotumRefusal::chosen says it
 */
void
votum_window_chosen (VotumWindow *self,
                     const char  *choice)
{
  g_autoptr(GFile) file = g_object_ref (votum_window_get_refused (self));
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  if (strcmp (choice, "retry") == 0 || strcmp (choice, "go-on") == 0)
    votum_window_open_how (self, file, VOTUM_DESK_WORK, NULL);
  else if (strcmp (choice, "look") == 0)
    votum_window_open_how (self, file, VOTUM_DESK_COPY, NULL);
  else if (strcmp (choice, "salvage") == 0)
    /* TRANSLATORS: stands behind the name of a file: "Prize 2026 (salvaged)" */
    choose_new_file (self, _("Salvage Into a New File"), _("salvaged"), folder, salvage_to_cb);
  else if (strcmp (choice, "backup") == 0)
    /* TRANSLATORS: stands behind the name of a file: "Prize 2026 (earlier)" */
    choose_new_file (self, _("Work in an Earlier Copy"), _("earlier"), folder, restore_to_cb);
  else if (strcmp (choice, "elsewhere") == 0)
    /* TRANSLATORS: stands behind the name of a file: "Prize 2026 (copy)" */
    choose_new_file (self, _("Save a Copy and Work in It"), _("copy"), NULL, copy_to_cb);
  else if (strcmp (choice, "other") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
  else
    votum_window_show (self, votum_window_get_desk (self) != NULL ? "case" : "welcome");
}
