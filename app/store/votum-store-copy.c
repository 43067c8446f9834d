#include "votum-config.h"

#include "votum-store-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "votum-error.h"

static gboolean
copy_into (VotumStore *self,
           const char *path,
           GError    **error)
{
  sqlite3 *db = NULL;
  sqlite3_backup *backup = NULL;
  int rc = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE, NULL);

  /* the copy is synced as a whole, and thrown away if it is not complete */
  if (rc == SQLITE_OK)
    rc = sqlite3_exec (db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", NULL, NULL, NULL);
  if (rc == SQLITE_OK)
    {
      backup = sqlite3_backup_init (db, "main", self->db, "main");
      rc = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_extended_errcode (db);
      if (backup != NULL)
        sqlite3_backup_finish (backup);
    }
  if (rc != SQLITE_DONE)
    votum_sql_fail (db, rc == SQLITE_OK ? SQLITE_ERROR : rc, path, error);
  sqlite3_close (db);

  return rc == SQLITE_DONE;
}

/**
 * votum_store_backup:
 * @self: a store
 * @path: a file that does not exist
 * @error: return location
 *
 * Copies the case as it is now, for the user alone (0600). The copy appears under its name when it is complete.
 *
 * Returns: whether it is there
 */
gboolean
votum_store_backup (VotumStore *self,
                    const char *path,
                    GError    **error)
{
  g_autofree char *real = votum_files_real_path (path, error);
  g_autofree char *folder = real != NULL ? g_path_get_dirname (real) : NULL;
  g_autofree char *temporary = NULL;
  int fd;

  if (real == NULL)
    return FALSE;
  if (g_file_test (real, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_autofree char *shown = votum_sql_shown (path);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("There is a file “%s” already. Choose another name."), shown);
      return FALSE;
    }

  temporary = g_build_filename (folder, ".votum-XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return votum_sql_fail (NULL, SQLITE_READONLY, path, error);
  close (fd);

  if (!copy_into (self, temporary, error) || !votum_files_publish (temporary, real, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return TRUE;
}
