#include "votum-config.h"

#include "votum-demo.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* The demo case came with the program, where nobody writes. It is worked in as a copy among one's own documents. */

static GFile *
installed_demo (void)
{
  const char *folder = g_getenv ("VOTUM_DATADIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : VOTUM_DATADIR, "demo", "demo.votum", NULL);

  return g_file_new_for_path (path);
}

/**
 * votum_demo_place:
 * @afresh: whether it is to be a new one, beside those there are
 *
 * Returns: (transfer full): where one's own demo case is or comes to be
 */
GFile *
votum_demo_place (gboolean afresh)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  const char *folder = documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_user_data_dir ();
  g_autofree char *name = g_strconcat (_("Votum demo"), ".votum", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  for (guint n = 2; afresh && g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (name);
      g_free (path);
      name = g_strdup_printf ("%s %u.votum", _("Votum demo"), n);
      path = g_build_filename (folder, name, NULL);
    }

  return g_file_new_for_path (path);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GFile *place = data;
  g_autoptr(GFile) demo = installed_demo ();
  g_autoptr(GFile) folder = g_file_get_parent (place);
  g_autofree char *path = g_file_get_path (folder);
  GError *error = NULL;

  g_mkdir_with_parents (path, 0700);
  if (!g_file_copy (demo, place, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_chmod (g_file_peek_path (place), 0600);
  g_task_return_pointer (task, g_object_ref (place), g_object_unref);
}

/**
 * votum_demo_copy_async:
 * @place: where it comes to be: votum_demo_place()
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @user_data: for @callback
 */
void
votum_demo_copy_async (GFile               *place,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (place), g_object_unref);
  g_task_run_in_thread (task, copy_thread);
}

/**
 * votum_demo_copy_finish:
 * @result: of votum_demo_copy_async()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the copy
 */
GFile *
votum_demo_copy_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
