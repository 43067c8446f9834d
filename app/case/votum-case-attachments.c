#include "votum-config.h"

#include "votum-case-attachments.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "votum-attachment-files.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-save.h"
#include "votum-text.h"

/* The most files of one name that are written side by side. */
#define SAME_NAME_MAX 1000

/* An attachment of a note is the note's alone: a shortlist that comes again brings all that the entrant sent, and takes out
 * what it does not bring. */
static VotumThing *
attachment_new (VotumThing *owner,
                const char *path)
{
  VotumThing *attachment = votum_thing_new (VOTUM_KIND_ATTACHMENT);
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *name = votum_text_make_file_name (shown);
  g_autofree char *title = votum_text_clean (shown);

  votum_thing_set_ref (attachment, VOTUM_IS_NOTE (owner) ? VOTUM_ATTACHMENT_NOTE : VOTUM_ATTACHMENT_ENTRANT, votum_thing_get_id (owner));
  votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_NAME, name, NULL);
  /* what it was called, where that is no name for every system */
  if (title != NULL && strcmp (title, name) != 0)
    votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_TITLE, title, NULL);

  return attachment;
}

static void
describe_bytes (VotumThing *attachment,
                GBytes     *bytes,
                const char *digest)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *type = g_content_type_guess (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME), data, size, NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (type);

  votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_MEDIA_TYPE, media_type, NULL);
  votum_thing_set_number (attachment, VOTUM_ATTACHMENT_SIZE, (gint64) size);
  votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_DIGEST, digest, NULL);
}

/**
 * votum_case_add_attachment:
 * @self: a case
 * @owner: an entrant or a note of the case
 * @path: an ordinary file of at most 64 MiB
 * @error: return location
 *
 * Takes a copy of the file into the case, under a name that is one everywhere. It is one step that can be undone; the file
 * itself stays where it is, and the case needs it no more.
 *
 * Returns: (transfer none): the attachment, or %NULL with @error set and the case as it was
 */
VotumThing *
votum_case_add_attachment (VotumCase  *self,
                           VotumThing *owner,
                           const char *path,
                           GError    **error)
{
  g_autoptr(VotumThing) attachment = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && (VOTUM_IS_ENTRANT (owner) || VOTUM_IS_NOTE (owner)) && path != NULL, NULL);

  if (votum_case_lookup (self, votum_thing_get_id (owner)) == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("This is no longer in the case. Somebody has taken it out."));
      return NULL;
    }
  attachment = attachment_new (owner, path);
  /* the bytes go in before the command, and stay: who may not add it is told before */
  if (!votum_case_check_writable (self, error) || !votum_case_may_change (self, VOTUM_KIND_ATTACHMENT, attachment, error))
    return NULL;
  bytes = votum_attachment_read_file (path, VOTUM_ATTACHMENT_MAX, error);
  digest = bytes != NULL ? votum_store_put_content (self->store, bytes, error) : NULL;
  if (digest == NULL)
    return NULL;

  describe_bytes (attachment, bytes, digest);
  if (!votum_case_add (self, attachment, error))
    return NULL;

  return votum_case_lookup (self, votum_thing_get_id (attachment));
}

/**
 * votum_case_get_attachment:
 * @self: a case
 * @attachment: an attachment of the case
 * @error: return location
 *
 * Returns: (transfer full): its bytes, as they were taken in; or %NULL with @error set
 */
GBytes *
votum_case_get_attachment (VotumCase  *self,
                           VotumThing *attachment,
                           GError    **error)
{
  const char *digest;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && VOTUM_IS_ATTACHMENT (attachment), NULL);

  digest = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_DIGEST);
  if (digest == NULL)
    {
      g_autofree char *shown = votum_text_quote (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME));

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                   _("The case knows the name “%s”, and has no such file. Ask whoever made the case for it."), shown);
      return NULL;
    }

  return votum_case_check_idle (self, error) ? votum_store_get_content (self->store, digest, error) : NULL;
}

static gboolean
has_bytes (const char *path,
           GBytes     *bytes)
{
  g_autofree char *there = NULL;
  GStatBuf info;
  gsize length;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && (gsize) info.st_size == g_bytes_get_size (bytes) &&
         g_file_get_contents (path, &there, &length, NULL) && length == g_bytes_get_size (bytes) &&
         memcmp (there, g_bytes_get_data (bytes, NULL), length) == 0;
}

/* A name in the folder that is free, or taken by the very same bytes. */
static char *
find_place (const char *folder,
            const char *name,
            GBytes     *bytes,
            gboolean   *there)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));

  for (guint n = 1; n <= SAME_NAME_MAX; n++)
    {
      g_autofree char *numbered = n > 1 ? g_strdup_printf ("%s (%u)%s", stem, n, dot != NULL ? dot : "") : g_strdup (name);
      g_autofree char *path = g_build_filename (folder, numbered, NULL);
      GStatBuf info;

      *there = has_bytes (path, bytes);
      if (*there || g_lstat (path, &info) != 0)
        return g_steal_pointer (&path);
    }

  return NULL;
}

/**
 * votum_case_export_attachment:
 * @self: a case
 * @attachment: an attachment of the case
 * @folder: a folder that is there
 * @error: return location
 *
 * Writes the attachment into the folder, for the user alone (0600), so that another program can open it. Nothing that
 * lies there is overwritten; where the same file lies there already, it is used.
 *
 * Returns: (transfer full): where it is, or %NULL with @error set
 */
char *
votum_case_export_attachment (VotumCase  *self,
                              VotumThing *attachment,
                              const char *folder,
                              GError    **error)
{
  const char *name = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME);
  g_autoptr(GBytes) bytes = votum_case_get_attachment (self, attachment, error);
  g_autofree char *path = NULL;
  gboolean there = FALSE;

  g_return_val_if_fail (folder != NULL, NULL);

  if (bytes == NULL || !votum_text_check_file_name (name, error))
    return NULL;

  path = find_place (folder, name, bytes, &there);
  if (path == NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS,
                   _("There is another file “%s” where an attachment of that name should go. Export into an empty folder."), name);
      return NULL;
    }
  if (!there && !votum_save_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return NULL;

  return g_steal_pointer (&path);
}
