#include "votum-config.h"

#include "votum-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
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

/* An empty file beside @real, for what is to take its name when it is complete. */
static char *
make_temporary (const char *real,
                const char *path,
                GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *temporary = NULL;
  int fd;

  if (g_file_test (real, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_autofree char *shown = votum_sql_shown (path);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("There is a file “%s” already. Choose another name."), shown);
      return NULL;
    }

  temporary = g_build_filename (folder, ".votum-XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      votum_sql_fail (NULL, SQLITE_READONLY, path, error);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&temporary);
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
  g_autofree char *temporary = real != NULL ? make_temporary (real, path, error) : NULL;

  if (temporary == NULL)
    return FALSE;

  if (!copy_into (self, temporary, error) || !votum_files_publish (temporary, real, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_store_copy_file:
 * @path: a case that nobody has open
 * @new_path: a file that does not exist
 * @error: return location
 *
 * Copies a file byte for byte, for the user alone (0600), whatever its version and its state. The copy appears under its
 * name when it is complete.
 *
 * Returns: whether it is there
 */
gboolean
votum_store_copy_file (const char *path,
                       const char *new_path,
                       GError    **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_ONLY };
  g_autoptr(VotumStore) original = votum_store_new (path, &opening, error);
  g_autofree char *real = NULL;
  g_autofree char *temporary = NULL;

  if (original == NULL || !votum_files_claim (original, error))
    return FALSE;
  real = votum_files_real_path (new_path, error);
  temporary = real != NULL ? make_temporary (real, new_path, error) : NULL;
  if (temporary == NULL)
    return FALSE;

  /* copied to where nothing is */
  g_unlink (temporary);
  if (votum_aside_copy (original->real_path, temporary, VOTUM_ASIDE_NONE, error) && votum_files_publish (temporary, real, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

/* ---- the name of a case, whatever has happened to its file ---- */

#define UUID_LENGTH 36
#define MARK        "uuid"            /* the name of the row, which SQLite keeps right before its value */
#define LOOK_AT     (16 << 20)        /* bytes of the beginning, where that row lies */
#define PIECE       (1 << 16)

static char *
uuid_in (const char *bytes,
         gsize       length)
{
  const gsize mark = strlen (MARK);

  for (gsize i = 0; i + mark + UUID_LENGTH <= length; i++)
    {
      g_autofree char *uuid = NULL;

      if (memcmp (bytes + i, MARK, mark) != 0)
        continue;
      uuid = g_strndup (bytes + i + mark, UUID_LENGTH);
      if (g_uuid_string_is_valid (uuid))
        return g_steal_pointer (&uuid);
    }

  return NULL;
}

static char *
scan_for_uuid (int fd)
{
  g_autofree char *piece = g_malloc (PIECE);
  const gsize overlap = strlen (MARK) + UUID_LENGTH;
  char *uuid = NULL;
  gssize got = 0;

  for (gint64 at = 0; uuid == NULL && at < LOOK_AT && (got = pread (fd, piece, PIECE, at)) > (gssize) overlap; at += got - (gssize) overlap)
    uuid = uuid_in (piece, (gsize) got);

  return uuid;
}

/**
 * votum_store_find_uuid:
 * @path: a case, which may be damaged
 * @error: return location
 *
 * Looks for the name of the case among cases in the bytes of its file.
 *
 * Returns: (transfer full): the name, or %NULL with @error set
 */
char *
votum_store_find_uuid (const char *path,
                       GError    **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_ONLY };
  g_autoptr(VotumStore) original = votum_store_new (path, &opening, error);
  g_autofree char *shown = votum_sql_shown (path);
  struct stat info;
  char *uuid = NULL;
  int fd;

  /* while it is open in this program, looking at it would drop its locks */
  if (original == NULL || !votum_files_claim (original, error))
    return NULL;
  fd = open (original->real_path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd >= 0 && fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    uuid = scan_for_uuid (fd);
  if (fd >= 0)
    close (fd);

  if (uuid == NULL)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN, _("“%s” does not say which case it is."), shown);

  return uuid;
}
