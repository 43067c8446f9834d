#include "votum-config.h"

#include "votum-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "votum-error.h"

/* Copies of case files in folders of their own, for the user alone (0700): of a damaged case, to be put right, and of one
 * that another program has open, to be looked at. The file itself is only read. */

#define COPY_NAME  "case.votum"
#define COPY_TRIES 10
#define COPY_PAUSE (50 * 1000) /* microseconds before the second try, more before each later one */

gboolean
votum_aside_unreadable (const char *path,
                        int         code,
                        GError    **error)
{
  g_autofree char *shown = votum_sql_shown (path);

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” could not be read: %s."), shown, g_strerror (code));

  return FALSE;
}

/* Whether another program has it open, by the lock that SQLite holds on a part of the file that is never written. */
static gboolean
is_locked (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512 };

  return fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

static gboolean
copy_bytes (int         from,
            const char *to,
            GError    **error)
{
  g_autofree char *buffer = g_malloc (1 << 20);
  int fd = open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gssize got = 0;
  int code;

  if (fd < 0)
    return votum_aside_unreadable (to, errno, error);
  while ((got = read (from, buffer, 1 << 20)) > 0)
    if (write (fd, buffer, got) != got)
      {
        got = -1;
        break;
      }
  code = errno;
  close (fd);

  return got == 0 || votum_aside_unreadable (to, code, error);
}

/**
 * votum_aside_copy:
 * @path: a file of a case that is not open in this program: closing it again would drop its locks
 * @to: a file that does not exist
 * @flags: what is no error
 * @error: return location
 *
 * Returns: whether it is copied, for the user alone
 */
gboolean
votum_aside_copy (const char     *path,
                  const char     *to,
                  VotumAsideFlags flags,
                  GError        **error)
{
  gboolean optional = (flags & VOTUM_ASIDE_OPTIONAL) != 0;
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat info;
  gboolean done;

  if (fd < 0)
    return optional || votum_aside_unreadable (path, errno, error);

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > VOTUM_STORE_MAX_SIZE)
    done = optional || votum_aside_unreadable (path, EINVAL, error);
  else if (!(flags & VOTUM_ASIDE_LOCKED) && is_locked (fd))
    done = votum_sql_fail (NULL, SQLITE_BUSY, path, error);
  else
    done = copy_bytes (fd, to, error);
  close (fd);

  return done;
}

/**
 * votum_aside_remove:
 * @folder: a folder of this program's
 *
 * Takes it away with the files in it.
 */
void
votum_aside_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* What tells that nothing was written in between: sizes and times of the file and of its journal. */
typedef struct {
  gint64 size;
  gint64 seconds;
  gint64 nanoseconds;
} Stamp;

static void
take_stamps (const char *path,
             const char *journal,
             Stamp       stamps[2])
{
  const char *const paths[] = { path, journal };

  for (guint i = 0; i < 2; i++)
    {
      struct stat info;

      stamps[i] = (Stamp) { -1, 0, 0 };
      if (lstat (paths[i], &info) == 0)
        stamps[i] = (Stamp) { info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec };
    }
}

static gboolean
same_stamps (const Stamp a[2],
             const Stamp b[2])
{
  for (guint i = 0; i < 2; i++)
    if (a[i].size != b[i].size || a[i].seconds != b[i].seconds || a[i].nanoseconds != b[i].nanoseconds)
      return FALSE;

  return TRUE;
}

/* Copies the file and what an interrupted change left beside it. @steady: whether nobody wrote meanwhile */
static gboolean
copy_both (const char *path,
           const char *copy,
           gboolean   *steady,
           GError    **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *journal_copy = g_strconcat (copy, "-journal", NULL);
  Stamp before[2], after[2];

  take_stamps (path, journal, before);
  if (!votum_aside_copy (path, copy, VOTUM_ASIDE_LOCKED, error) ||
      !votum_aside_copy (journal, journal_copy, VOTUM_ASIDE_LOCKED | VOTUM_ASIDE_OPTIONAL, error))
    return FALSE;
  take_stamps (path, journal, after);
  *steady = same_stamps (before, after);

  return TRUE;
}

static VotumStore *
try_copy (VotumStore   *original,
          GCancellable *cancellable,
          gboolean     *torn,
          GError      **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_ONLY, .shown = original->path, .cancellable = cancellable };
  g_autofree char *folder = g_dir_make_tmp ("votum-XXXXXX", error);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, COPY_NAME, NULL) : NULL;
  g_autoptr(GError) local = NULL;
  VotumStore *self = NULL;
  gboolean steady = TRUE;
  gint64 size;

  if (folder == NULL)
    return NULL;
  if (votum_files_check (original, &size, &local) && copy_both (original->real_path, copy, &steady, &local))
    self = votum_store_open_internal (copy, &opening, &local);
  if (self != NULL)
    {
      self->aside = g_steal_pointer (&folder);
      return self;
    }

  votum_aside_remove (folder);
  *torn = !steady || g_error_matches (local, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

/**
 * votum_store_open_copy:
 * @path: a case file that another program may have open
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Opens a copy of the case to be looked at, verified as any case. A copy that was torn, because the other program wrote
 * while it was made, is made again. It goes when the store is closed.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
VotumStore *
votum_store_open_copy (const char   *path,
                       GCancellable *cancellable,
                       GError      **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_ONLY };
  g_autoptr(VotumStore) original = votum_store_new (path, &opening, error);

  /* while it is open in this program, looking at it would drop its locks */
  if (original == NULL || !votum_files_claim (original, error))
    return NULL;

  for (guint try = 1;; try++)
    {
      g_autoptr(GError) local = NULL;
      gboolean torn = FALSE;
      VotumStore *self = try_copy (original, cancellable, &torn, &local);

      if (self != NULL)
        return self;
      if (!torn || try == COPY_TRIES || g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          if (error != NULL && *error == NULL)
            g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      g_usleep (try * COPY_PAUSE);
    }
}
