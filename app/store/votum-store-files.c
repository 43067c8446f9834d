#include "votum-config.h"

#include "votum-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "votum-error.h"
#include "votum-text.h"

/* The file before SQLite sees it: what kind of file it is, what its header says, what lies beside it. */

#define HEADER_SIZE 100

static const char *const companions[] = { "-journal", "-wal", "-shm" };

/* ---- files that this program has open ----
 *
 * The locks of a file belong to the process, and closing any descriptor of the file drops them all. So a case that is
 * open here is never opened here a second time, not even to look. */

G_LOCK_DEFINE_STATIC (claims);
static GHashTable *claims;

static char *
claim_name (guint64 device,
            guint64 inode)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, device, inode);
}

static gboolean
fail_errno (const char *path,
            int         code,
            GError    **error)
{
  g_autofree char *shown = votum_sql_shown (path);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is no file “%s”. Check its name and its folder."), shown);
      break;
    case EEXIST:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("There is a file “%s” already. Choose another name."), shown);
      break;
    case ELOOP:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN, _("“%s” is a link. Open the file that it points to."), shown);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY,
                   _("“%s” cannot be opened: %s. Ask its owner, or copy it to a folder of your own."), shown, g_strerror (code));
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("The disk is full: “%s” could not be written. Make room and try again."), shown);
      break;
    default:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” could not be opened: %s."), shown, g_strerror (code));
      break;
    }

  return FALSE;
}

/**
 * votum_files_claim:
 * @self: a store that is being opened
 * @error: return location
 *
 * Returns: whether the file is not open in this program already; it is then, until votum_files_release()
 */
gboolean
votum_files_claim (VotumStore *self,
                   GError    **error)
{
  g_autofree char *name = NULL;
  struct stat info;
  gboolean free_to_take;

  if (lstat (self->real_path, &info) != 0)
    return fail_errno (self->path, errno, error);

  name = claim_name (info.st_dev, info.st_ino);
  G_LOCK (claims);
  if (claims == NULL)
    claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  free_to_take = !g_hash_table_contains (claims, name);
  if (free_to_take)
    g_hash_table_add (claims, g_steal_pointer (&name));
  G_UNLOCK (claims);

  if (!free_to_take)
    return votum_sql_fail (NULL, SQLITE_BUSY, self->path, error);
  self->device = info.st_dev;
  self->inode = info.st_ino;
  self->registered = TRUE;

  return TRUE;
}

void
votum_files_release (VotumStore *self)
{
  g_autofree char *name = claim_name (self->device, self->inode);

  if (!self->registered)
    return;

  G_LOCK (claims);
  g_hash_table_remove (claims, name);
  G_UNLOCK (claims);
  self->registered = FALSE;
}

/**
 * votum_files_real_path:
 * @path: a file
 * @error: return location
 *
 * The folder may be reached through links, as home folders are on some systems; the file itself may not be one. An
 * absolute path is also one that SQLite never takes for a URI.
 *
 * Returns: (transfer full): the file's absolute path, or %NULL with @error set
 */
char *
votum_files_real_path (const char *path,
                       GError    **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (folder, NULL);
  char *found;

  if (real == NULL)
    {
      fail_errno (path, errno, error);
      return NULL;
    }
  found = g_build_filename (real, name, NULL);
  free (real);

  return found;
}

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
foreign (const char *path,
         GError    **error)
{
  g_autofree char *shown = votum_sql_shown (path);

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN, _("“%s” is not a Votum case."), shown);

  return FALSE;
}

static gboolean
has_companion (VotumStore *self,
               guint       which)
{
  g_autofree char *path = g_strconcat (self->real_path, companions[which], NULL);
  struct stat info;

  return lstat (path, &info) == 0 && info.st_size > 0;
}

/* What the header was before a change that was interrupted. */
static void
restore_header (VotumStore *self,
                guint8     *header)
{
  g_autofree char *path = g_strconcat (self->real_path, companions[0], NULL);
  struct stat info;

  if (lstat (path, &info) == 0 && S_ISREG (info.st_mode))
    votum_journal_read_header (path, info.st_size, header, HEADER_SIZE);
}

static gboolean
check_header (VotumStore   *self,
              const guint8 *header,
              gint64        size,
              GError      **error)
{
  int version = (int) big_endian (header + 60);
  gint64 pages = big_endian (header + 28);
  gboolean interrupted = has_companion (self, 0) || has_companion (self, 1);

  if (memcmp (header, "SQLite format 3", 16) != 0 || big_endian (header + 68) != VOTUM_STORE_APPLICATION_ID)
    return foreign (self->path, error);

  if (version > self->schema->version)
    {
      g_autofree char *shown = votum_sql_shown (self->path);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NEWER,
                   _("“%s” was written by a newer Votum (file version %d, this program reads up to %d). Update Votum to open it."),
                   shown, version, self->schema->version);
      return FALSE;
    }

  /* the page size, UTF-8, no auto-vacuum */
  if (version < 1 || (header[16] << 8 | header[17]) != VOTUM_STORE_PAGE_SIZE || big_endian (header + 56) != 1 ||
      big_endian (header + 52) != 0 || big_endian (header + 64) != 0 || header[18] < 1 || header[18] > 2 || header[19] < 1 || header[19] > 2 || header[20] != 0)
    return votum_store_damaged (self, error, _("its header is not that of a case"));

  /* an interrupted change is taken back before anything is read, and puts this right again */
  if (interrupted || header[18] == 2)
    self->writable = TRUE;
  if (!interrupted && (size % VOTUM_STORE_PAGE_SIZE != 0 || pages * VOTUM_STORE_PAGE_SIZE > size))
    return votum_store_damaged (self, error, _("it is cut short, or something was added to it"));

  return TRUE;
}

static gboolean
check_kind (VotumStore        *self,
            const struct stat *info,
            GError           **error)
{
  g_autofree char *shown = votum_sql_shown (self->path);

  if (!S_ISREG (info->st_mode))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN,
                   S_ISDIR (info->st_mode) ? _("“%s” is a folder, not a case.") : _("“%s” is not an ordinary file."), shown);
      return FALSE;
    }
  if (info->st_size > VOTUM_STORE_MAX_SIZE)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("“%s” is larger than 2 GiB, which no case is."), shown);
      return FALSE;
    }
  return TRUE;
}

/* Two names are two journals, and a change half undone. */
static gboolean
check_links (VotumStore        *self,
             const struct stat *info,
             GError           **error)
{
  g_autofree char *shown = votum_sql_shown (self->path);

  if (info->st_nlink <= 1 || !self->writable)
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY,
               _("“%s” has a second name on the disk (a hard link), so that changing it could damage both. Copy it and open "
                 "the copy."), shown);
  return FALSE;
}

static gboolean
check_companions (VotumStore *self,
                  GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (self->real_path, companions[i], NULL);
      struct stat info;

      if (lstat (path, &info) != 0)
        continue;
      if (!S_ISREG (info.st_mode) || info.st_nlink > 1)
        {
          g_autofree char *shown = votum_sql_shown (path);

          return votum_store_damaged (self, error, _("“%s” beside it is not an ordinary file"), shown);
        }
      if (info.st_size > VOTUM_STORE_MAX_SIZE)
        return votum_store_damaged (self, error, _("what lies beside it is larger than any case"));
      if (i == 0 && votum_journal_names_file (path, info.st_size))
        return votum_store_damaged (self, error, _("the journal beside it names another file"));
    }

  return TRUE;
}

/**
 * votum_files_check:
 * @self: a store that is being opened, its file claimed
 * @size: (out): bytes of the file
 * @error: return location
 *
 * Looks at the bytes before SQLite does, and closes the file again: a FIFO does not hang, a link is not followed, what is
 * not a case is not touched.
 *
 * Returns: whether SQLite may open it
 */
gboolean
votum_files_check (VotumStore *self,
                   gint64     *size,
                   GError    **error)
{
  guint8 header[HEADER_SIZE];
  struct stat info;
  gssize got = -1;
  int code = 0;
  int fd = open (self->real_path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0)
    return fail_errno (self->path, errno, error);

  if (fstat (fd, &info) != 0 || (S_ISREG (info.st_mode) && (got = pread (fd, header, sizeof header, 0)) < 0))
    code = errno;
  close (fd);

  if (code != 0)
    return fail_errno (self->path, code, error);
  if (!check_kind (self, &info, error))
    return FALSE;
  if (got < HEADER_SIZE)
    return foreign (self->path, error);
  *size = info.st_size;
  restore_header (self, header);

  return check_header (self, header, info.st_size, error) && check_links (self, &info, error) && check_companions (self, error);
}

/**
 * votum_files_make:
 * @path: a file that does not exist
 * @error: return location
 *
 * Returns: whether it has been made, empty and for the user alone
 */
gboolean
votum_files_make (const char *path,
                  GError    **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail_errno (path, errno, error);
  close (fd);

  return TRUE;
}

/**
 * votum_files_sync:
 * @path: a file or a folder
 * @error: return location
 *
 * Returns: whether it has reached the disk
 */
gboolean
votum_files_sync (const char *path,
                  GError    **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int code = fd < 0 || fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);

  /* some file systems cannot sync a folder */
  return code == 0 || code == EINVAL || fail_errno (path, code, error);
}

/**
 * votum_files_publish:
 * @temporary: a complete file
 * @path: the name that it gets
 * @error: return location
 *
 * Returns: whether the file is there, on the disk, under its name; nothing is overwritten
 */
gboolean
votum_files_publish (const char *temporary,
                     const char *path,
                     GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int result;

  if (!votum_files_sync (temporary, error))
    return FALSE;

  result = renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE);
  if (result != 0 && (errno == EINVAL || errno == ENOSYS))
    {
      /* a file system that cannot do it in one step */
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        errno = EEXIST;
      else
        result = rename (temporary, path);
    }
  if (result != 0)
    return fail_errno (path, errno, error);

  return votum_files_sync (folder, error);
}
