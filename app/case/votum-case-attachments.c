#include "votum-config.h"

#include "votum-case-attachments-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "votum-attachment-files.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-save.h"
#include "votum-text.h"

/* The most files of one name that are written side by side. */
#define SAME_NAME_MAX 1000

/* @shown: what the file is called */
static VotumThing *
attachment_new (const char *shown)
{
  VotumThing *attachment = votum_thing_new (VOTUM_KIND_ATTACHMENT);
  g_autofree char *name = votum_text_make_file_name (shown);
  g_autofree char *title = votum_text_clean (shown);

  votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_NAME, name, NULL);
  /* what it was called, where that is no name for every system */
  if (title != NULL && strcmp (title, name) != 0)
    votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_TITLE, title, NULL);

  return attachment;
}

/**
 * votum_attachment_describe:
 * @attachment: an attachment that is in no case yet
 * @bytes: its bytes
 * @digest: what the store has called them
 *
 * Says of it what its bytes say.
 */
void
votum_attachment_describe (VotumThing *attachment,
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
 * votum_attachment_begin:
 * @self: a case
 * @owner: (nullable): an entrant or a note; %NULL for something that is not there yet
 * @shown: what the file is called
 * @error: return location
 *
 * Who may not add it is told before the file is read, which may take long; the bytes go in before the command, and stay.
 *
 * Returns: (transfer full): an attachment without bytes, or %NULL with @error set
 */
VotumThing *
votum_attachment_begin (VotumCase   *self,
                        VotumThing  *owner,
                        const char  *shown,
                        GError     **error)
{
  g_autoptr(VotumThing) attachment = NULL;

  if (owner == NULL)
    return votum_case_check_writable (self, error) ? attachment_new (shown) : NULL;
  if (votum_case_lookup (self, votum_thing_get_id (owner)) == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("This is no longer in the case. Somebody has taken it out."));
      return NULL;
    }
  attachment = attachment_new (shown);
  /* An attachment of a note is the note's alone: a shortlist that comes again brings all that the entrant sent, and takes out
   * what it does not bring. */
  votum_thing_set_ref (attachment, VOTUM_IS_NOTE (owner) ? VOTUM_ATTACHMENT_NOTE : VOTUM_ATTACHMENT_ENTRANT, votum_thing_get_id (owner));
  if (!votum_case_check_writable (self, error) || !votum_case_may_change (self, VOTUM_KIND_ATTACHMENT, attachment, error))
    return NULL;

  return g_steal_pointer (&attachment);
}

/**
 * votum_case_add_attachment_bytes:
 * @self: a case
 * @owner: an entrant or a note of the case
 * @shown: what the file is called: "Årsrapport.pdf"
 * @bytes: at most 64 MiB
 * @error: return location
 *
 * As votum_case_add_attachment(), with what has been read already.
 *
 * Returns: (transfer none): the attachment, or %NULL with @error set and the case as it was
 */
VotumThing *
votum_case_add_attachment_bytes (VotumCase   *self,
                                 VotumThing  *owner,
                                 const char  *shown,
                                 GBytes      *bytes,
                                 GError     **error)
{
  g_autoptr(VotumThing) attachment = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && (VOTUM_IS_ENTRANT (owner) || VOTUM_IS_NOTE (owner)) && bytes != NULL, NULL);

  attachment = votum_attachment_begin (self, owner, shown, error);
  if (attachment == NULL)
    return NULL;
  digest = votum_store_put_content (self->store, bytes, error);
  if (digest == NULL)
    return NULL;

  votum_attachment_describe (attachment, bytes, digest);
  if (!votum_case_add (self, attachment, error))
    return NULL;

  return votum_case_lookup (self, votum_thing_get_id (attachment));
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
  g_autoptr(VotumThing) beforehand = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && (VOTUM_IS_ENTRANT (owner) || VOTUM_IS_NOTE (owner)) && path != NULL, NULL);

  shown = g_filename_display_basename (path);
  beforehand = votum_attachment_begin (self, owner, shown, error);
  bytes = beforehand != NULL ? votum_attachment_read_file (path, VOTUM_ATTACHMENT_MAX, error) : NULL;

  return bytes != NULL ? votum_case_add_attachment_bytes (self, owner, shown, bytes, error) : NULL;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = votum_attachment_read_file (data, VOTUM_ATTACHMENT_MAX, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_read_file_async:
 * @path: an ordinary file of at most 64 MiB
 * @cancellable: (nullable): nobody waits for it any more
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a file that is to be taken into a case on another thread: it may lie far away.
 */
void
votum_case_read_file_async (const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
}

/**
 * votum_case_read_file_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the bytes of the file, or %NULL with @error set
 */
GBytes *
votum_case_read_file_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * votum_case_take_bytes:
 * @self: a case
 * @name: what the file would be called: "Photo.png"
 * @bytes: at most 64 MiB
 * @error: return location
 *
 * Takes bytes into the case for something that is not there yet: a picture of a note that is being written. They stay,
 * also if nothing becomes of it.
 *
 * Returns: (transfer full): an attachment that is not in the case yet, or %NULL with @error set
 */
VotumThing *
votum_case_take_bytes (VotumCase   *self,
                       const char  *name,
                       GBytes      *bytes,
                       GError     **error)
{
  g_autoptr(VotumThing) attachment = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && name != NULL && bytes != NULL, NULL);

  if (!votum_case_check_writable (self, error))
    return NULL;
  digest = votum_store_put_content (self->store, bytes, error);
  if (digest == NULL)
    return NULL;
  attachment = attachment_new (name);
  votum_attachment_describe (attachment, bytes, digest);

  return g_steal_pointer (&attachment);
}

/**
 * votum_case_take_file:
 * @self: a case
 * @path: an ordinary file of at most 64 MiB
 * @error: return location
 *
 * As votum_case_take_bytes(), with the bytes of a file.
 *
 * Returns: (transfer full): an attachment that is not in the case yet, or %NULL with @error set
 */
VotumThing *
votum_case_take_file (VotumCase   *self,
                      const char  *path,
                      GError     **error)
{
  g_autoptr(GBytes) bytes = votum_attachment_read_file (path, VOTUM_ATTACHMENT_MAX, error);
  g_autofree char *shown = g_filename_display_basename (path);

  return bytes != NULL ? votum_case_take_bytes (self, shown, bytes, error) : NULL;
}

/**
 * votum_case_add_note:
 * @self: a case
 * @note: (transfer none): a note that is not in the case yet
 * @attachments: (element-type VotumThing): what belongs to it, from votum_case_take_bytes()
 * @place: where the draft of its words is kept
 * @error: return location
 *
 * Puts the note and all that belongs to it into the case, and its draft is gone, in one step that can be undone.
 *
 * Returns: whether it was done; if not, the case and the things are as they were, and the draft is still there
 */
gboolean
votum_case_add_note (VotumCase   *self,
                     VotumThing  *note,
                     GPtrArray   *attachments,
                     const char  *place,
                     GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) as_given = votum_thing_copy (note);
  g_autofree char *subject = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && VOTUM_IS_NOTE (note) && place != NULL, FALSE);

  votum_case_number_new (self, note);
  votum_changes_thing (changes, NULL, note);
  for (guint i = 0; i < attachments->len; i++)
    {
      VotumThing *attachment = g_ptr_array_index (attachments, i);

      votum_case_number_new (self, attachment);
      votum_thing_set_ref (attachment, VOTUM_ATTACHMENT_NOTE, votum_thing_get_id (note));
      votum_changes_thing (changes, NULL, attachment);
    }
  subject = votum_case_name_of (self, note, g_get_language_names ()[0]);
  if (votum_case_apply_finishing (self, changes, "add-note", subject, place, error))
    return TRUE;

  votum_thing_assign (note, as_given);
  for (guint i = 0; i < attachments->len; i++)
    {
      VotumThing *attachment = g_ptr_array_index (attachments, i);

      votum_thing_set_id (attachment, 0);
      votum_thing_set_key (attachment, NULL);
      votum_thing_set_ref (attachment, VOTUM_ATTACHMENT_NOTE, 0);
    }

  return FALSE;
}

/**
 * votum_attachment_get_digest:
 * @attachment: an attachment
 * @error: return location
 *
 * Returns: (transfer none): by what the store knows its bytes; or %NULL with @error set, where nobody has brought any
 */
const char *
votum_attachment_get_digest (VotumThing  *attachment,
                             GError     **error)
{
  const char *digest = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_DIGEST);

  if (digest == NULL)
    {
      g_autofree char *shown = votum_text_quote (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME));

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                   _("The case knows the name “%s”, and has no such file. Ask whoever made the case for it."), shown);
    }

  return digest;
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

  digest = votum_attachment_get_digest (attachment, error);

  return digest != NULL && votum_case_check_idle (self, error) ? votum_store_get_content (self->store, digest, error) : NULL;
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
