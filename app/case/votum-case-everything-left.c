#include "votum-config.h"

#include "votum-case-everything-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a program that was killed has left beside the place of its folder. A folder that is being written holds a file that says so, and
 * on which the program that writes has a lock; the lock goes with the program, whatever becomes of it. */

#define MARKER ".votum-is-writing"
#define RANDOM 6    /* letters that make the name its own */

static const char marker_text[] =
  "Votum is writing this folder. Where no Votum is at work any more, it is half a folder and can be deleted.\n";

/**
 * votum_bundle_lock:
 * @self: a bundle whose folder has just been made
 *
 * Says in the folder that it is being written, for as long as this program lives. Where that cannot be said, nobody takes the folder
 * for a left one.
 */
void
votum_bundle_lock (VotumBundle *self)
{
  g_autofree char *path = g_build_filename (self->temporary, MARKER, NULL);

  self->lock = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return;
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0 && write (self->lock, marker_text, sizeof marker_text - 1) == (gssize) sizeof marker_text - 1)
    return;
  g_unlink (path);
  votum_bundle_unlock (self, self->temporary);
}

/**
 * votum_bundle_unlock:
 * @self: a bundle
 * @folder: where it is now
 *
 * The folder is whole, or on its way out.
 */
void
votum_bundle_unlock (VotumBundle *self,
                     const char  *folder)
{
  g_autofree char *path = g_build_filename (folder, MARKER, NULL);

  if (self->lock < 0)
    return;
  g_unlink (path);
  close (self->lock);
  self->lock = -1;
}

/* ".NAME.XXXXXX", whatever the name. */
static gboolean
is_named_so (const char *name)
{
  gsize length = strlen (name);

  if (length < 1 + 1 + 1 + RANDOM || name[0] != '.' || name[length - RANDOM - 1] != '.')
    return FALSE;
  for (gsize i = length - RANDOM; i < length; i++)
    if (!g_ascii_isalnum (name[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_marker_text (int file)
{
  char text[sizeof marker_text];

  return read (file, text, sizeof text) == (gssize) sizeof marker_text - 1 && memcmp (text, marker_text, sizeof marker_text - 1) == 0;
}

/* A folder of this user's, for the user alone, with the file in it, on which nobody has the lock any more. */
static gboolean
is_left (const char *folder)
{
  g_autofree char *marker = g_build_filename (folder, MARKER, NULL);
  struct stat info;
  gboolean left;
  int file;

  if (lstat (folder, &info) != 0 || !S_ISDIR (info.st_mode) || info.st_uid != getuid () || (info.st_mode & 07777) != 0700)
    return FALSE;
  file = open (marker, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0)
    return FALSE;
  left = fstat (file, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == getuid () && has_marker_text (file) &&
         flock (file, LOCK_EX | LOCK_NB) == 0;
  close (file);

  return left;
}

/**
 * votum_bundle_remove_left:
 * @parent: a folder in which another one is to be made
 *
 * Takes away what programs that were killed have left there. What is not known for certain to be that stays.
 */
void
votum_bundle_remove_left (const char *parent)
{
  g_autoptr(GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = is_named_so (name) ? g_build_filename (parent, name, NULL) : NULL;

      if (folder != NULL && is_left (folder))
        votum_remove_folder (folder);
    }
}
