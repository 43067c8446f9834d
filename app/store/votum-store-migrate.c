#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-error.h"

/* Before a file is brought to a newer version it is copied: to the user's data, since the folder it lies in may be
 * anybody's. The oldest copies go. */

#define BACKUP_ENDING ".votum"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
thin_out (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, BACKUP_ENDING))
      g_ptr_array_add (names, g_strdup (name));

  /* their names begin with the time */
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + VOTUM_STORE_BACKUPS < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
}

/**
 * votum_store_keep_backup:
 * @self: a store
 * @error: return location
 *
 * Copies the case as it is now to the user's data, and keeps the ten latest copies of it.
 *
 * Returns: (transfer full): where the copy is, or %NULL with @error set
 */
char *
votum_store_keep_backup (VotumStore *self,
                         GError    **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "votum", "backups", self->meta.uuid, NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.%06d" BACKUP_ENDING, time, g_date_time_get_microsecond (now));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_autofree char *shown = votum_sql_shown (self->path);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” could not be copied to %s before it was changed, and was left as it is."),
                   shown, folder);
      return NULL;
    }
  if (!votum_store_backup (self, path, error))
    return NULL;
  thin_out (folder);

  return g_steal_pointer (&path);
}

static gboolean
run_migrations (VotumStore *self,
                int         from,
                GError    **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%d", self->schema->version);

  if (!votum_store_exec (self, "BEGIN EXCLUSIVE", error))
    return FALSE;
  for (int to = from + 1; to <= self->schema->version; to++)
    {
      g_assert (self->schema->migrations[to] != NULL);
      if (!self->schema->migrations[to] (self->db, error))
        return FALSE;
    }

  /* its rows could not be read before: what does not hold together is taken back, and the file refused as it was */
  return votum_store_exec (self, version, error) && votum_check_schema (self, self->schema->version, error) &&
         votum_store_check_rows (self, error) && votum_store_exec (self, "COMMIT", error);
}

/**
 * votum_store_migrate:
 * @self: a store that has been checked
 * @from: the version of its file
 * @error: return location
 *
 * Brings the file to the version of this program, after a backup, in one transaction, and reads its rows.
 *
 * Returns: whether it is there; else the file is as it was
 */
gboolean
votum_store_migrate (VotumStore *self,
                     int         from,
                     GError    **error)
{
  g_autofree char *backup = NULL;

  if (self->read_only)
    {
      g_autofree char *shown = votum_sql_shown (self->path);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY,
                   _("“%s” was written by an older Votum and has to be changed before it can be read. Copy it and open the copy."), shown);
      return FALSE;
    }

  backup = votum_store_keep_backup (self, error);
  if (backup == NULL)
    return FALSE;
  if (!run_migrations (self, from, error))
    {
      votum_store_rollback (self);
      return FALSE;
    }

  return TRUE;
}
