#include "votum-config.h"

#include "votum-case-everything-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-error.h"
#include "votum-save.h"

/* A folder of files that is there as a whole or not at all: written beside its place, with the checksum of each file, and given
 * its name at the end. */

static void
free_file (gpointer data)
{
  VotumBundleFile *file = data;

  g_free (file->path);
  g_free (file->what);
  g_free (file->lang);
  g_free (file->digest);
  g_free (file);
}

/**
 * votum_remove_folder:
 * @path: a folder of our own
 *
 * Takes it away with all that is in it, without following links.
 */
void
votum_remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      if (g_file_test (entry, G_FILE_TEST_IS_DIR) && !g_file_test (entry, G_FILE_TEST_IS_SYMLINK))
        votum_remove_folder (entry);
      else
        g_unlink (entry);
    }
  g_rmdir (path);
}

static gboolean
refuse (const char *path,
        int         code,
        GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, VOTUM_ERROR, code == EACCES || code == EROFS || code == EPERM ? VOTUM_ERROR_READ_ONLY : VOTUM_ERROR_DISK,
               _("“%s” can’t be written: %s. Choose another folder."), shown, g_strerror (code));

  return FALSE;
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/**
 * votum_bundle_new:
 * @folder: where there is nothing yet, or an empty folder
 * @error: return location
 *
 * Returns: (transfer full): a bundle that is to become @folder; %NULL with @error set where there is something
 */
VotumBundle *
votum_bundle_new (const char *folder,
                  GError    **error)
{
  g_autoptr(VotumBundle) self = g_new0 (VotumBundle, 1);
  g_autofree char *parent = NULL;
  g_autofree char *name = NULL;

  self->lock = -1;
  self->folder = g_canonicalize_filename (folder, NULL);
  self->files = g_ptr_array_new_with_free_func (free_file);
  parent = g_path_get_dirname (self->folder);
  name = g_path_get_basename (self->folder);
  if (g_file_test (self->folder, G_FILE_TEST_EXISTS) || g_file_test (self->folder, G_FILE_TEST_IS_SYMLINK))
    {
      g_autofree char *shown = g_filename_display_name (folder);

      if (!g_file_test (self->folder, G_FILE_TEST_IS_DIR) || g_file_test (self->folder, G_FILE_TEST_IS_SYMLINK) || !is_empty (self->folder))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("There is something in “%s” already. Choose a new or an empty folder."), shown);
          return NULL;
        }
    }
  self->temporary = g_strdup_printf ("%s" G_DIR_SEPARATOR_S ".%.40s.XXXXXX", parent, name);
  if (g_mkdtemp_full (self->temporary, 0700) == NULL)
    {
      int code = errno;

      g_clear_pointer (&self->temporary, g_free);
      refuse (folder, code, error);
      return NULL;
    }
  votum_bundle_lock (self);
  votum_bundle_remove_left (parent);

  return g_steal_pointer (&self);
}

/**
 * votum_bundle_free:
 * @self: (transfer full): a bundle; one that was not published leaves nothing behind
 */
void
votum_bundle_free (VotumBundle *self)
{
  if (self->temporary != NULL)
    {
      votum_remove_folder (self->temporary);
      votum_bundle_unlock (self, self->temporary);
    }
  g_free (self->temporary);
  g_free (self->folder);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static char *
relative_path (VotumBundlePart  part,
               const char      *name)
{
  static const char *const folders[] = { "public/", "for-finalists/", "confidential/", "" };

  return g_strconcat (folders[part], name, NULL);
}

/**
 * votum_bundle_path:
 * @self: a bundle
 * @part: whom it may be given to
 * @name: of a file, with slashes
 * @error: return location
 *
 * Returns: (transfer full): where to write it now, in a folder that is there; %NULL with @error set
 */
char *
votum_bundle_path (VotumBundle      *self,
                   VotumBundlePart   part,
                   const char       *name,
                   GError          **error)
{
  g_autofree char *relative = relative_path (part, name);
  g_autofree char *path = g_build_filename (self->temporary, relative, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      refuse (self->folder, errno, error);
      return NULL;
    }

  return g_steal_pointer (&path);
}

static void
note (VotumBundle     *self,
      VotumBundlePart  part,
      const char      *name,
      GBytes          *bytes,
      const char      *what,
      const char      *lang)
{
  VotumBundleFile *file = g_new0 (VotumBundleFile, 1);

  file->part = part;
  file->path = relative_path (part, name);
  file->what = g_strdup (what);
  file->lang = g_strdup (lang);
  file->size = g_bytes_get_size (bytes);
  file->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_ptr_array_add (self->files, file);
}

/**
 * votum_bundle_put:
 * @self: a bundle
 * @part: whom the file may be given to
 * @name: of the file, with slashes
 * @bytes: what it holds
 * @what: what it is, for people
 * @lang: (nullable): the language it is in
 * @error: return location
 *
 * Returns: whether it is written
 */
gboolean
votum_bundle_put (VotumBundle      *self,
                  VotumBundlePart   part,
                  const char       *name,
                  GBytes           *bytes,
                  const char       *what,
                  const char       *lang,
                  GError          **error)
{
  g_autofree char *path = votum_bundle_path (self, part, name, error);

  if (path == NULL || !votum_save_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return FALSE;
  note (self, part, name, bytes, what, lang);

  return TRUE;
}

/**
 * votum_bundle_adopt:
 * @self: a bundle
 * @part: whom the file may be given to
 * @name: of a file that was written to votum_bundle_path()
 * @what: what it is, for people
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
votum_bundle_adopt (VotumBundle      *self,
                    VotumBundlePart   part,
                    const char       *name,
                    const char       *what,
                    GError          **error)
{
  g_autofree char *path = votum_bundle_path (self, part, name, error);
  g_autoptr(GMappedFile) file = path != NULL ? g_mapped_file_new (path, FALSE, error) : NULL;
  g_autoptr(GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  if (bytes == NULL)
    return FALSE;
  note (self, part, name, bytes, what, NULL);

  return TRUE;
}

/**
 * votum_bundle_publish:
 * @self: a bundle that is complete
 * @error: return location
 *
 * Gives the folder its name.
 *
 * Returns: whether it is there
 */
gboolean
votum_bundle_publish (VotumBundle *self,
                      GError     **error)
{
  /* an empty folder of that name is replaced, anything else is not */
  if (g_rename (self->temporary, self->folder) != 0)
    {
      if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
        {
          g_autofree char *shown = g_filename_display_name (self->folder);

          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("There is something in “%s” already. Choose a new or an empty folder."), shown);
          return FALSE;
        }
      return refuse (self->folder, errno, error);
    }
  g_clear_pointer (&self->temporary, g_free);
  votum_bundle_unlock (self, self->folder);

  return TRUE;
}
