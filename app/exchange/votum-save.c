#include "votum-config.h"

#include "votum-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "votum-error.h"

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }

  return TRUE;
}

/* A rename is on disk when its folder is. Some file systems cannot sync a folder; theirs is done then. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
votum_save_file (const char     *path,
                 gconstpointer   data,
                 gsize           size,
                 GError        **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", path);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean good = fd >= 0 && write_all (fd, data, size) && fsync (fd) == 0;
  int number = good ? 0 : errno;

  if (fd >= 0 && close (fd) != 0 && good)
    {
      good = FALSE;
      number = errno;
    }
  if (good && g_rename (temporary, path) != 0)
    {
      good = FALSE;
      number = errno;
    }

  if (!good)
    {
      g_autofree char *shown = g_filename_display_name (path);

      if (fd >= 0)
        g_unlink (temporary);
      g_set_error (error, VOTUM_ERROR, number == EROFS || number == EACCES ? VOTUM_ERROR_READ_ONLY : VOTUM_ERROR_DISK,
                   _("“%s” cannot be written: %s."), shown, g_strerror (number));
      return FALSE;
    }
  sync_folder (path);

  return TRUE;
}
