#include "votum-config.h"

#include "votum-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "votum-error.h"

static gboolean
refuse (const char  *path,
        int          code,
        GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == EACCES || code == EROFS || code == EPERM)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY,
                 _("“%s” can’t be written: %s. Choose another folder."), shown, g_strerror (code));
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK,
                 _("“%s” could not be written: %s. Nothing was changed."), shown, g_strerror (code));

  return FALSE;
}

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         size)
{
  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= (gsize) written;
    }

  return fsync (fd) == 0;
}

/* The new name is only safe once the folder that holds it is. Some file systems can't sync a folder (EINVAL). */
static gboolean
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int result, code;

  if (fd < 0)
    return FALSE;
  result = fsync (fd);
  code = errno;
  close (fd);
  errno = code;

  return result == 0 || code == EINVAL;
}

/**
 * votum_save_begin:
 * @path: where to, in the end
 * @data: the bytes
 * @size: how many
 * @error: return location
 *
 * Writes a temporary file of an unguessable name beside @path, made for the owner alone (0600, less the umask), and syncs it.
 *
 * Returns: (transfer full): its path, for votum_save_finish() or votum_save_give_up(); or %NULL with @error set
 */
char *
votum_save_begin (const char     *path,
                  gconstpointer   data,
                  gsize           size,
                  GError        **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *temporary = NULL;
  int fd, code;

  g_return_val_if_fail (path != NULL, NULL);

  folder = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  temporary = g_strdup_printf ("%s" G_DIR_SEPARATOR_S ".%.40s.XXXXXX", folder, base);

  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      refuse (path, errno, error);
      return NULL;
    }
  if (!write_all (fd, data, size))
    {
      code = errno;
      close (fd);
    }
  else
    {
      code = close (fd) == 0 ? 0 : errno;
    }
  if (code == 0)
    return g_steal_pointer (&temporary);

  g_unlink (temporary);
  refuse (path, code, error);

  return NULL;
}

/**
 * votum_save_finish:
 * @temporary: what is to be at @path, synced
 * @path: where to
 * @error: return location
 *
 * Gives a file its name, and syncs the folder.
 *
 * Returns: whether it was done; else @temporary is gone
 */
gboolean
votum_save_finish (const char  *temporary,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_rename (temporary, path) != 0)
    {
      int code = errno;

      g_unlink (temporary);
      return refuse (path, code, error);
    }

  return sync_folder (folder) || refuse (path, errno, error);
}

/**
 * votum_save_give_up:
 * @temporary: what votum_save_begin() wrote
 */
void
votum_save_give_up (const char *temporary)
{
  g_unlink (temporary);
}

/**
 * votum_save_file:
 * @path: where to
 * @data: the bytes
 * @size: how many
 * @error: return location
 *
 * Writes a file so that @path is either what it was or whole: votum_save_begin() and votum_save_finish().
 *
 * Returns: whether it was done
 */
gboolean
votum_save_file (const char     *path,
                 gconstpointer   data,
                 gsize           size,
                 GError        **error)
{
  g_autofree char *temporary = votum_save_begin (path, data, size, error);

  return temporary != NULL && votum_save_finish (temporary, path, error);
}
