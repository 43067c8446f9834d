#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-xml.h"
#include "votum-case-async.h"
#include "votum-case-attachments-private.h"
#include "votum-case-import-private.h"
#include "votum-case-private.h"
#include "votum-case-work-private.h"
#include "votum-error.h"

/* Doing what the preview of an import says. It is checked and shown by the thread whose the case is; what lies between, the
 * writing, needs the store alone and may be done by another one. */

/* An attachment whose bytes are to go into the case. */
typedef struct {
  char *file;      /* (nullable): of @bytes */
  char *digest;    /* (nullable): of @bytes, before they are there */
  GBytes *bytes;   /* (nullable): they are read already */
} Content;

struct _VotumJob {
  gatomicrefcount n_references;
  VotumStore *store;
  VotumImport *import;
  gboolean owns_import;
  char *folder;            /* (nullable): where the attachments lie */
  GArray *contents;        /* of Content */
  GPtrArray *log;          /* (nullable): of the case that the file was exported from, to be taken over */
  VotumLogEntry *entry;    /* (nullable): NULL where nothing changes */
  gboolean taken_over;     /* the log has been */

  VotumRelay *relay;       /* (nullable) */
  GMutex mutex;
  GCond cond;
  gboolean done;
};

static void
content_clear (Content *content)
{
  g_free (content->file);
  g_free (content->digest);
  g_clear_pointer (&content->bytes, g_bytes_unref);
}

static void
job_unref (VotumJob *job)
{
  if (!g_atomic_ref_count_dec (&job->n_references))
    return;

  if (job->owns_import)
    votum_import_free (job->import);
  g_free (job->folder);
  g_array_unref (job->contents);
  g_clear_pointer (&job->log, g_ptr_array_unref);
  g_clear_pointer (&job->entry, votum_log_entry_free);
  g_clear_pointer (&job->relay, votum_relay_unref);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumJob, job_unref)

/**
 * votum_import_file_of:
 * @attachment: an attachment of a file
 *
 * Returns: (transfer none): what its file beside the XML is called
 */
const char *
votum_import_file_of (VotumThing *attachment)
{
  const char *file = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_FILE);

  return file != NULL ? file : votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME);
}

/* Where the bytes lie is of interest only until they are taken in. */
static void
list_contents (VotumJob *job)
{
  VotumChanges *changes = job->import->changes;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      VotumThing *thing = votum_changes_get (changes, i)->new_thing;
      Content content = { NULL };

      if (thing == NULL || !VOTUM_IS_ATTACHMENT (thing))
        continue;
      content.file = g_strdup (votum_import_file_of (thing));
      content.digest = g_strdup (votum_thing_get_text (thing, VOTUM_ATTACHMENT_DIGEST));
      g_array_append_val (job->contents, content);
      votum_thing_set_from_text (thing, VOTUM_ATTACHMENT_FILE, NULL, NULL);
    }
}

static VotumJob *
job_new (VotumCase   *self,
         VotumImport *import,
         const char  *command,
         const char  *subject,
         const char  *unlock_reason)
{
  VotumJob *job = g_new0 (VotumJob, 1);

  g_atomic_ref_count_init (&job->n_references);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  job->store = self->store;
  job->import = import;
  job->contents = g_array_new (FALSE, FALSE, sizeof (Content));
  g_array_set_clear_func (job->contents, (GDestroyNotify) content_clear);
  list_contents (job);
  if (import->document != NULL)
    {
      GPtrArray *log = votum_document_log (import->document);

      job->folder = g_strdup (votum_document_get_folder (import->document));
      if (log->len > 0 && self->log->len == 0)
        job->log = g_ptr_array_ref (log);
    }
  if (!votum_changes_is_empty (import->changes))
    job->entry = votum_case_new_entry (self, import->changes, command, subject, unlock_reason, 0);

  return job;
}

/* The bytes of new attachments go into the case before the command that speaks of them. */
static gboolean
store_contents (VotumJob        *job,
                const VotumWork *work,
                GError         **error)
{
  for (guint i = 0; i < job->contents->len; i++)
    {
      Content *content = &g_array_index (job->contents, Content, i);
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *digest = NULL;

      if (work != NULL && g_cancellable_set_error_if_cancelled (work->cancellable, error))
        return FALSE;
      bytes = content->bytes != NULL ? g_bytes_ref (content->bytes)
                                     : votum_attachment_read (job->folder, content->file, VOTUM_IMPORT_ATTACHMENT_MAX, error);
      digest = bytes != NULL ? votum_store_put_content (job->store, bytes, error) : NULL;
      if (digest == NULL)
        return FALSE;
      if (content->digest == NULL)
        {
          content->digest = g_steal_pointer (&digest);
          continue;
        }
      /* what was looked at for the preview is what is taken in */
      if (g_strcmp0 (digest, content->digest) != 0)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” changed while it was being imported. Try again."), content->file);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
job_write (VotumJob        *job,
           const VotumWork *work,
           GError         **error)
{
  if (!store_contents (job, work, error))
    return FALSE;
  if (job->log != NULL)
    {
      if (!votum_store_archive_log (job->store, job->log, error))
        return FALSE;
      job->taken_over = TRUE;
    }

  return job->entry == NULL ||
         votum_store_write (job->store, job->import->changes, job->entry, work != NULL ? work->cancellable : NULL,
                            work != NULL ? work->progress : NULL, work != NULL ? work->progress_data : NULL, error);
}

static void
job_show (VotumJob  *job,
          VotumCase *self,
          gboolean   written)
{
  for (guint i = 0; job->taken_over && i < job->log->len; i++)
    g_ptr_array_add (self->log, votum_log_entry_copy (g_ptr_array_index (job->log, i)));
  if (written && job->entry != NULL)
    votum_case_show_written (self, job->import->changes, g_steal_pointer (&job->entry));
}

/**
 * votum_case_rehearse_import:
 * @self: a case
 * @import: a preview made with this case as it is now
 * @unlocked: whether what marking has locked may change
 * @error: return location
 *
 * Returns: whether votum_case_import() would do it, as far as the case can tell
 */
gboolean
votum_case_rehearse_import (VotumCase   *self,
                            VotumImport *import,
                            gboolean     unlocked,
                            GError     **error)
{
  return votum_case_check_duty (self, import->changes, FALSE, error) && votum_case_check_kept_marks (self, import->changes, TRUE, error) &&
         votum_case_check_changes (self, import->changes, !unlocked, error);
}

/**
 * votum_case_import:
 * @self: a case
 * @import: a preview made with this case as it is now
 * @command: the command's name for the log
 * @subject: what is imported, for people
 * @unlock_reason: (nullable): why what marking has locked changes all the same
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Does what the preview says, in one transaction.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_import (VotumCase        *self,
                   VotumImport      *import,
                   const char       *command,
                   const char       *subject,
                   const char       *unlock_reason,
                   const VotumWork  *work,
                   GError          **error)
{
  g_autoptr(VotumJob) job = NULL;
  gboolean written;

  if (!votum_case_check_writable (self, error) || !votum_case_rehearse_import (self, import, unlock_reason != NULL, error))
    return FALSE;

  job = job_new (self, import, command, subject, unlock_reason);
  written = job_write (job, work, error);
  job_show (job, self, written);

  return written;
}

/* ---- on another thread ---- */

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  VotumJob *job = task_data;
  GError *error = NULL;
  gboolean written = job_write (job, votum_relay_get_work (job->relay), &error);

  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * votum_job_stop:
 * @job: (transfer full): what another thread is writing
 *
 * Cancels it and waits until the thread has let go of the store.
 */
void
votum_job_stop (VotumJob *job)
{
  votum_relay_stop (job->relay);
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
  job_unref (job);
}

static void
written_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  VotumCase *self = VOTUM_CASE (source_object);
  g_autoptr(GTask) task = user_data;
  VotumJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  /* the case may have been closed meanwhile; what was written is in the file then, and nobody looks */
  if (self->job == job)
    {
      g_clear_pointer (&self->job, job_unref);
      votum_case_keep_late_drafts (self);
      job_show (job, self, written);
    }

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_import_async:
 * @self: a case
 * @import: (transfer full): a preview made with this case as it is now
 * @command: the command's name for the log
 * @subject: what is imported, for people
 * @unlock_reason: (nullable): why what marking has locked changes all the same
 * @work: (nullable): cancelling and progress
 * @callback: called when it is done and shown, or was not done
 * @user_data: for @callback
 *
 * Does what the preview says, as votum_case_import() does, without making anybody wait. Until it is done the case is busy:
 * it can be looked at, and every change is refused with a sentence.
 */
void
votum_case_import_async (VotumCase           *self,
                         VotumImport         *import,
                         const char          *command,
                         const char          *subject,
                         const char          *unlock_reason,
                         const VotumWork     *work,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) inner = NULL;
  g_autoptr(VotumImport) owned = import;
  GError *error = NULL;

  g_task_set_source_tag (task, votum_case_import_async);
  if (!votum_case_check_writable (self, &error) || !votum_case_rehearse_import (self, owned, unlock_reason != NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  self->job = job_new (self, g_steal_pointer (&owned), command, subject, unlock_reason);
  self->job->owns_import = TRUE;
  self->job->relay = votum_relay_new (work);
  g_atomic_ref_count_inc (&self->job->n_references);
  inner = g_task_new (self, NULL, written_cb, g_steal_pointer (&task));
  g_task_set_task_data (inner, self->job, (GDestroyNotify) job_unref);
  g_task_run_in_thread (inner, write_in_thread);
}

/**
 * votum_case_import_finish:
 * @self: a case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_import_finish (VotumCase     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- bytes alone ---- */

static void
put_cb (GObject      *source_object,
        GAsyncResult *result,
        gpointer      user_data)
{
  VotumCase *self = VOTUM_CASE (source_object);
  g_autoptr(GTask) task = user_data;
  VotumJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->job == job)
    {
      g_clear_pointer (&self->job, job_unref);
      votum_case_keep_late_drafts (self);
    }
  else if (written)
    {
      written = FALSE;
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the case has been closed");
    }

  if (written)
    g_task_return_pointer (task, g_strdup (g_array_index (job->contents, Content, 0).digest), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_put_bytes_async:
 * @self: a case that can be written
 * @bytes: at most 64 MiB
 * @callback: called when they are in the file
 * @user_data: for @callback
 *
 * Puts the bytes of an attachment into the file, on another thread. Until it is done the case is busy.
 */
void
votum_case_put_bytes_async (VotumCase           *self,
                            GBytes              *bytes,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Content content = { NULL, NULL, g_bytes_ref (bytes) };
  g_autoptr(GTask) inner = NULL;

  g_task_set_source_tag (task, votum_case_put_bytes_async);
  self->job = job_new (self, votum_import_new (), NULL, NULL, NULL);
  self->job->owns_import = TRUE;
  self->job->relay = votum_relay_new (NULL);
  g_array_append_val (self->job->contents, content);
  g_atomic_ref_count_inc (&self->job->n_references);
  inner = g_task_new (self, NULL, put_cb, task);
  g_task_set_task_data (inner, self->job, (GDestroyNotify) job_unref);
  g_task_run_in_thread (inner, write_in_thread);
}

/**
 * votum_case_put_bytes_finish:
 * @self: a case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): their digest, or %NULL with @error set
 */
char *
votum_case_put_bytes_finish (VotumCase     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, votum_case_put_bytes_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
