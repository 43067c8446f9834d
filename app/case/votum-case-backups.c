#include "votum-config.h"

#include "votum-case-backups.h"

#include <glib/gstdio.h>

#include "votum-case-private.h"

/* A case is copied when it is opened, and nobody waits for it: its bytes are taken before anything changes them, and
 * another thread writes them. A copy that fails is worth a remark, and not the evening's work. */

typedef struct {
  VotumBackup *backup;
  GWeakRef votum_case;      /* for the main thread alone: it may be the last to let go of the case */
  char *problem;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  votum_backup_free (job->backup);
  g_weak_ref_clear (&job->votum_case);
  g_free (job->problem);
  g_free (job);
}

static void
set_problem (VotumCase  *self,
             const char *problem)
{
  g_message ("%s", problem);
  g_free (self->backup_problem);
  self->backup_problem = g_strdup (problem);
  g_object_notify (G_OBJECT (self), "backup-problem");
}

static gboolean
tell_cb (gpointer data)
{
  Job *job = data;
  g_autoptr(VotumCase) self = g_weak_ref_get (&job->votum_case);

  if (self != NULL)
    set_problem (self, job->problem);

  return G_SOURCE_REMOVE;
}

/* In a thread of its own. */
static gpointer
write_backup (gpointer data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;

  if (votum_backup_write (job->backup, &error))
    job_free (job);
  else
    {
      job->problem = g_strdup (error->message);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, job, job_free);
    }

  return NULL;
}

/**
 * votum_case_begin_backup:
 * @self: a case that has just been opened to be changed
 *
 * Copies the case to the user's data, where today's copy is missing. It never fails: what hinders it is told by
 * votum_case_get_backup_problem().
 */
void
votum_case_begin_backup (VotumCase *self)
{
  g_autoptr(GError) error = NULL;
  VotumBackup *backup = votum_store_begin_backup (self->store, &error);
  Job *job;

  if (backup == NULL)
    {
      if (error != NULL)
        set_problem (self, error->message);
      return;
    }

  job = g_new0 (Job, 1);
  job->backup = backup;
  g_weak_ref_init (&job->votum_case, self);
  self->backup_thread = g_thread_try_new ("votum-backup", write_backup, job, NULL);
  /* where there can be no thread, somebody waits after all */
  if (self->backup_thread == NULL)
    write_backup (job);
}

/* Before the program may end: what is half written would be thrown away. */
void
votum_case_finish_backup (VotumCase *self)
{
  g_clear_pointer (&self->backup_thread, g_thread_join);
}

/**
 * votum_case_get_backup_problem:
 * @self: a case
 *
 * Opening a case copies it to the user's data, once a day. Where that cannot be done the case is open all the same; the
 * property `backup-problem` is notified when it shows later.
 *
 * Returns: (transfer none) (nullable): a sentence why there is no copy of today, %NULL if there is nothing to tell
 */
const char *
votum_case_get_backup_problem (VotumCase *self)
{
  g_return_val_if_fail (VOTUM_IS_CASE (self), NULL);

  return self->backup_problem;
}

/**
 * votum_case_get_uuid:
 * @self: a case
 *
 * Returns: (transfer none): the name of the case among cases; all copies of its file have the same
 */
const char *
votum_case_get_uuid (VotumCase *self)
{
  g_return_val_if_fail (VOTUM_IS_CASE (self), NULL);

  return votum_store_get_uuid (self->store);
}

/* ---- the way back ---- */

void
votum_case_backup_free (VotumCaseBackup *self)
{
  g_free (self->path);
  g_free (self->uuid);
  g_free (self->name);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self);
}

static void
add_backups (GPtrArray  *backups,
             const char *uuid)
{
  g_autoptr(GPtrArray) paths = votum_store_list_backups (uuid);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(VotumCaseBackup) backup = g_new0 (VotumCaseBackup, 1);
      GStatBuf info;

      if (g_stat (paths->pdata[i], &info) != 0 || !votum_backup_describe (paths->pdata[i], &backup->time, &backup->name))
        continue;
      backup->path = g_strdup (paths->pdata[i]);
      backup->uuid = g_strdup (uuid);
      backup->size = info.st_size;
      g_ptr_array_add (backups, g_steal_pointer (&backup));
    }
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const VotumCaseBackup *one = *(const VotumCaseBackup *const *) a;
  const VotumCaseBackup *other = *(const VotumCaseBackup *const *) b;

  return g_date_time_compare (other->time, one->time);
}

/**
 * votum_case_list_backups:
 * @path_or_uuid: (nullable): a case that is not open here, and may be damaged; or its name among cases, also of a file that
 *   is lost; or %NULL for the copies of all cases
 * @error: return location
 *
 * Returns: (transfer full) (element-type VotumCaseBackup): the copies, the latest first; none is not an error. %NULL with
 *   @error set where the file does not say which case it is
 */
GPtrArray *
votum_case_list_backups (const char *path_or_uuid,
                         GError    **error)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_case_backup_free);
  g_auto(GStrv) uuids = NULL;

  if (path_or_uuid == NULL)
    uuids = votum_store_list_backed_up ();
  else
    {
      g_autofree char *uuid = g_uuid_string_is_valid (path_or_uuid) ? g_strdup (path_or_uuid) : votum_store_find_uuid (path_or_uuid, error);

      if (uuid == NULL)
        return NULL;
      uuids = g_strdupv ((char *[]) { uuid, NULL });
    }

  for (guint i = 0; uuids[i] != NULL; i++)
    add_backups (backups, uuids[i]);
  g_ptr_array_sort (backups, compare_backups);

  return g_steal_pointer (&backups);
}

/**
 * votum_case_restore_backup:
 * @backup_path: a copy of votum_case_list_backups()
 * @new_path: where there is no file yet
 * @error: return location
 *
 * Puts the copy where it can be worked in; neither it nor the case that it was made of is touched.
 *
 * Returns: whether it is there, to be opened as any case is
 */
gboolean
votum_case_restore_backup (const char *backup_path,
                           const char *new_path,
                           GError    **error)
{
  g_return_val_if_fail (backup_path != NULL && new_path != NULL, FALSE);

  return votum_store_copy_file (backup_path, new_path, error);
}
