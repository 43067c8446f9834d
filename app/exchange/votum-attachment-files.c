#include "votum-config.h"

#include "votum-attachment-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "votum-error.h"
#include "votum-input.h"
#include "votum-save.h"
#include "votum-text.h"

static int
open_folder (const char *folder,
             GError    **error)
{
  int fd = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("The folder “%s” cannot be opened: %s."), shown, g_strerror (errno));
    }

  return fd;
}

/* Systems differ in how they write "å" in a file name: as it is written, composed, decomposed. */
static int
open_attachment (const char *folder,
                 const char *name,
                 gsize       max,
                 gsize      *size,
                 GError    **error)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
  const char *const names[] = { name, composed, decomposed };
  int dir, fd = -1;

  if (!votum_text_check_file_name (name, error) || (dir = open_folder (folder, error)) < 0)
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (names) && fd < 0; i++)
    {
      if (i > 0 && !g_error_matches (*error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND))
        break;
      g_clear_error (error);
      fd = votum_input_open_regular (dir, names[i], name, max, size, error);
    }
  close (dir);

  if (fd < 0 && g_error_matches (*error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND))
    {
      g_clear_error (error);
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                   _("There is no file “%s” beside the XML file. Put it there, or take the attachment out."), name);
    }

  return fd;
}

gboolean
votum_attachment_probe (const char *folder,
                        const char *name,
                        gsize       max,
                        gsize      *size,
                        GError    **error)
{
  GError *failed = NULL;
  int fd = open_attachment (folder, name, max, size, &failed);

  if (fd < 0)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  close (fd);

  return TRUE;
}

/* Reads all of an open file and closes it. @size is what it had when it was opened. */
static GBytes *
read_all (int         fd,
          const char *name,
          gsize       size,
          GError    **error)
{
  /* one byte more than it had: whether it has grown shows in the same reading */
  g_autoptr(GByteArray) bytes = g_byte_array_sized_new (size + 1);

  g_byte_array_set_size (bytes, size + 1);
  for (gsize n = 0;;)
    {
      gssize got = read (fd, bytes->data + n, size + 1 - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” cannot be read to its end: %s."), name, g_strerror (errno));
          break;
        }
      n += got;
      if (got == 0 && n == size)
        {
          close (fd);
          g_byte_array_set_size (bytes, size);
          return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
        }
      if (got == 0 || n > size)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” changed while it was read. Try again."), name);
          break;
        }
    }
  close (fd);

  return NULL;
}

/**
 * votum_attachment_read:
 * @folder: a folder
 * @name: the name of a file in it, without any folder
 * @max: the most bytes it may have
 * @error: return location
 *
 * Reads a file that somebody sent us: never through a link, only a regular file.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
votum_attachment_read (const char *folder,
                       const char *name,
                       gsize       max,
                       GError    **error)
{
  GError *failed = NULL;
  gsize size = 0;
  int fd;

  g_return_val_if_fail (folder != NULL && name != NULL, NULL);

  fd = open_attachment (folder, name, max, &size, &failed);
  if (fd < 0)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  return read_all (fd, name, size, error);
}

/**
 * votum_attachment_read_file:
 * @path: a file that somebody has chosen, whatever its name
 * @max: the most bytes it may have
 * @error: return location
 *
 * Returns: (transfer full): its bytes; only those of a regular file
 */
GBytes *
votum_attachment_read_file (const char *path,
                            gsize       max,
                            GError    **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *quoted = NULL;
  gsize size = 0;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  shown = g_filename_display_basename (path);
  fd = votum_input_open_regular (AT_FDCWD, path, shown, max, &size, error);
  if (fd < 0)
    return NULL;
  quoted = votum_text_quote (shown);

  return read_all (fd, quoted, size, error);
}

/**
 * votum_attachment_write:
 * @folder: a folder
 * @name: the name of the file in it, without any folder
 * @bytes: its bytes
 * @error: return location
 *
 * Writes by a temporary file that takes the name's place when all is on disk, and never through a link.
 */
gboolean
votum_attachment_write (const char *folder,
                        const char *name,
                        GBytes     *bytes,
                        GError    **error)
{
  g_autofree char *path = NULL;
  gsize size;
  gconstpointer data;

  g_return_val_if_fail (folder != NULL && name != NULL && bytes != NULL, FALSE);

  if (!votum_text_check_file_name (name, error))
    return FALSE;

  path = g_build_filename (folder, name, NULL);
  data = g_bytes_get_data (bytes, &size);

  return votum_save_file (path, data, size, error);
}
