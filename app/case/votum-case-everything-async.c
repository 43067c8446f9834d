#include "votum-config.h"

#include "votum-case-everything-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "votum-case-holder.h"
#include "votum-case-private.h"
#include "votum-case-work-private.h"
#include "votum-error.h"

/* Exporting everything beside the window: another thread works on a copy of the case. */

#define HOME_PREFIX "export-"

typedef struct {
  char *home;      /* of the copy */
  char *copy;
  char *folder;
  char **langs;
  gboolean onlooker;
  VotumRelay *relay;
} Everything;

static void
everything_free (Everything *everything)
{
  votum_remove_folder (everything->home);
  g_free (everything->home);
  g_free (everything->copy);
  g_free (everything->folder);
  g_strfreev (everything->langs);
  votum_relay_unref (everything->relay);
  g_free (everything);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Everything *everything = task_data;
  const VotumWork *work = votum_relay_get_work (everything->relay);
  const VotumWork opening = { .cancellable = work->cancellable };
  g_autoptr(VotumCase) copy = NULL;
  GError *error = NULL;

  copy = votum_case_open (everything->copy, TRUE, &opening, &error);
  if (copy != NULL)
    votum_case_set_onlooker (copy, everything->onlooker);
  if (copy != NULL && votum_case_export_everything (copy, everything->folder, (const char *const *) everything->langs, work, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What a program that was killed has left behind. One that is at work has been at it for less than a day. */
static void
remove_left_behind (const char *cache)
{
  g_autoptr(GDir) dir = g_dir_open (cache, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (cache, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, HOME_PREFIX) && g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode) && now - info.st_mtime > 24 * 60 * 60)
        votum_remove_folder (path);
    }
}

/* A place for a copy, which holds keys too: in the user's own cache, for the user alone. */
static char *
make_home (GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "votum", NULL);
  g_autofree char *home = g_build_filename (cache, HOME_PREFIX "XXXXXX", NULL);

  remove_left_behind (cache);
  if (g_mkdir_with_parents (cache, 0700) == 0 && g_mkdtemp_full (home, 0700) != NULL)
    return g_steal_pointer (&home);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” can’t be written: %s."), cache, g_strerror (errno));

  return NULL;
}

/**
 * votum_case_export_everything_async:
 * @self: a case
 * @folder: where there is nothing yet, or an empty folder
 * @langs: (array zero-terminated=1): in which languages, at least one
 * @work: (nullable): cancelling and progress
 * @callback: called when it is there, or cannot be
 * @user_data: for @callback
 *
 * As votum_case_export_everything(), from a copy of the case as it is now, which another thread works on. The case can be used
 * and changed meanwhile.
 */
void
votum_case_export_everything_async (VotumCase           *self,
                                    const char          *folder,
                                    const char *const   *langs,
                                    const VotumWork     *work,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *home = NULL;
  g_autofree char *name = g_path_get_basename (votum_case_get_path (self));
  Everything *everything;
  GError *error = NULL;

  g_task_set_source_tag (task, votum_case_export_everything_async);
  home = votum_case_check_idle (self, &error) ? make_home (&error) : NULL;
  if (home == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  everything = g_new0 (Everything, 1);
  everything->copy = g_build_filename (home, name, NULL);
  everything->home = g_steal_pointer (&home);
  everything->folder = g_strdup (folder);
  everything->langs = g_strdupv ((char **) langs);
  everything->onlooker = self->onlooker;
  everything->relay = votum_relay_new (work);
  g_task_set_task_data (task, everything, (GDestroyNotify) everything_free);
  if (votum_store_backup (self->store, everything->copy, &error))
    g_task_run_in_thread (task, export_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_export_everything_finish:
 * @self: a case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the folder is there
 */
gboolean
votum_case_export_everything_finish (VotumCase     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
