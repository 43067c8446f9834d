#include "votum-config.h"

#include "votum-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "votum-error.h"
#include "votum-text.h"

struct _VotumInput {
  int fd;               /* -1: memory */
  const guint8 *data;
  gsize size;           /* as it was when opened */
  gsize max;
  gsize done;
};

static void
set_open_error (GError     **error,
                int          number,
                const char  *shown)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is no file “%s”. Check its name and its folder."), shown);
      break;
    case ELOOP:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is a link. Take the file itself in its place."), shown);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("You may not read “%s”. Ask its owner for permission."), shown);
      break;
    default:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” cannot be opened: %s."), shown, g_strerror (number));
      break;
    }
}

static void
set_size_error (GError **error,
                gsize    max)
{
  g_autofree char *most = g_format_size_full (max, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("The file is larger than %s, the most that is read."), most);
}

static gboolean
check_regular (const struct stat  *st,
               const char         *quoted,
               gsize               max,
               GError            **error)
{
  if (S_ISLNK (st->st_mode))
    {
      set_open_error (error, ELOOP, quoted);
      return FALSE;
    }
  if (!S_ISREG (st->st_mode))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” is not an ordinary file."), quoted);
      return FALSE;
    }
  if (st->st_size < 0 || (guint64) st->st_size > max)
    {
      set_size_error (error, max);
      return FALSE;
    }

  return TRUE;
}

int
votum_input_open_regular (int          folder,
                          const char  *name,
                          const char  *shown,
                          gsize        max,
                          gsize       *size,
                          GError     **error)
{
  g_autofree char *quoted = votum_text_quote (shown);
  struct stat st;
  int fd;

  /* Looked at before it is opened, since opening a device or a pipe can do something; and again after, since it may have been
   * replaced in between. Without O_NONBLOCK opening a pipe would wait for ever. */
  if (fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    {
      set_open_error (error, errno, quoted);
      return -1;
    }
  if (!check_regular (&st, quoted, max, error))
    return -1;

  fd = openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0 || fstat (fd, &st) != 0)
    {
      set_open_error (error, errno, quoted);
      if (fd >= 0)
        close (fd);
      return -1;
    }
  if (!check_regular (&st, quoted, max, error))
    {
      close (fd);
      return -1;
    }
  *size = st.st_size;

  return fd;
}

/**
 * votum_input_open:
 * @path: a file
 * @max: the most bytes it may have
 * @error: return location
 *
 * Returns: (transfer full): the file, open for reading
 */
VotumInput *
votum_input_open (const char  *path,
                  gsize        max,
                  GError     **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  VotumInput *self;
  gsize size;
  int fd = votum_input_open_regular (AT_FDCWD, path, shown, max, &size, error);

  if (fd < 0)
    return NULL;

  self = g_new0 (VotumInput, 1);
  self->fd = fd;
  self->size = size;
  self->max = max;

  return self;
}

/**
 * votum_input_from_memory:
 * @data: bytes that stay until the input is freed
 * @length: how many
 * @max: the most there may be
 * @error: return location
 *
 * Returns: (transfer full): the bytes as an input
 */
VotumInput *
votum_input_from_memory (gconstpointer   data,
                         gsize           length,
                         gsize           max,
                         GError        **error)
{
  VotumInput *self;

  if (length > max)
    {
      set_size_error (error, max);
      return NULL;
    }

  self = g_new0 (VotumInput, 1);
  self->fd = -1;
  self->data = data;
  self->size = length;
  self->max = max;

  return self;
}

void
votum_input_free (VotumInput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/**
 * votum_input_read:
 * @self: an input
 * @buffer: where to
 * @size: how many bytes fit
 * @error: return location
 *
 * Returns: how many bytes were read: fewer than @size only at the end; -1 on error
 */
gssize
votum_input_read (VotumInput  *self,
                  guint8      *buffer,
                  gsize        size,
                  GError     **error)
{
  gsize n = 0;

  if (self->fd < 0)
    {
      n = MIN (size, self->size - self->done);
      if (n > 0)
        memcpy (buffer, self->data + self->done, n);
      self->done += n;
      return n;
    }

  while (n < size)
    {
      gssize got = read (self->fd, buffer + n, size - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("The file cannot be read to its end: %s."), g_strerror (errno));
          return -1;
        }
      if (got == 0)
        break;
      n += got;
    }

  /* it may have grown since it was opened */
  self->done += n;
  if (self->done > self->max)
    {
      set_size_error (error, self->max);
      return -1;
    }

  return n;
}

/**
 * votum_input_get_fraction:
 * @self: an input
 *
 * Returns: how much of it has been read, 0 to 1
 */
double
votum_input_get_fraction (VotumInput *self)
{
  return self->size > 0 ? MIN (1.0, (double) self->done / (double) self->size) : 1.0;
}
