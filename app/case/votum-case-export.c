#include "votum-config.h"

#include "votum-case-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-xml.h"
#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* The whole case as a document: what votum_case_plan_document() takes in, and nothing less. */

static char *
key_of (VotumCase *self,
        gint64     id)
{
  VotumThing *thing = votum_case_lookup (self, id);

  return thing != NULL ? g_strdup (votum_thing_get_key (thing)) : NULL;
}

static char *
keys_of (VotumCase *self,
         GArray    *ids)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *key = key_of (self, g_array_index (ids, gint64, i));

      if (key != NULL)
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? ";" : "", key);
    }

  return g_string_free (keys, FALSE);
}

/**
 * votum_case_symbolic_copy:
 * @self: a case
 * @thing: a thing of the case
 *
 * Returns: (transfer full): a copy whose references are ids for people
 */
VotumThing *
votum_case_symbolic_copy (VotumCase  *self,
                          VotumThing *thing)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  VotumThing *copy = votum_thing_copy (thing);

  votum_thing_set_symbolic (copy, TRUE);
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *keys = NULL;

      if (info->fields[i].type == VOTUM_FIELD_REF && votum_thing_is_set (thing, i))
        {
          keys = key_of (self, votum_thing_get_ref (thing, i));
        }
      else if (info->fields[i].type == VOTUM_FIELD_REFS && votum_thing_is_set (thing, i))
        {
          g_autoptr(GArray) ids = votum_thing_get_refs (thing, i);

          keys = keys_of (self, ids);
        }
      if (keys != NULL)
        votum_thing_set_from_text (copy, i, keys, NULL);
    }

  return copy;
}

static const char *
key_at (VotumCase *self,
        gint64     id)
{
  VotumThing *thing = votum_case_lookup (self, id);

  return thing != NULL ? votum_thing_get_key (thing) : NULL;
}

/**
 * votum_case_mark_row:
 * @self: a case
 * @mark: a mark of the case
 *
 * Returns: the mark by ids for people; its strings belong to the case
 */
VotumMarkRow
votum_case_mark_row (VotumCase       *self,
                     const VotumMark *mark)
{
  return (VotumMarkRow) {
    .round = key_at (self, mark->round),
    .entrant = key_at (self, mark->entrant),
    .juror = key_at (self, mark->juror),
    .criterion = key_at (self, mark->criterion),
    .value = votum_mark_value (mark),
    .state = mark->state == VOTUM_MARK_VALUE ? VOTUM_ROW_VALUE : VOTUM_ROW_NOT_OBSERVED,
    .comment = mark->comment,
    .entered_by = mark->entered_by,
  };
}

/* A log holds together as a whole or not at all. */
static gboolean
may_see_log (VotumCase *self)
{
  for (guint i = 0; i < self->log->len; i++)
    if (!votum_case_may_see_entry (self, g_ptr_array_index (self->log, i)))
      return FALSE;

  return TRUE;
}

/**
 * votum_case_to_document:
 * @self: a case
 *
 * Returns: (transfer full): everything in the case that may be seen in this copy, marks included; and the log where all of
 *   it may be seen
 */
VotumDocument *
votum_case_to_document (VotumCase *self)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  gboolean log_is_seen = may_see_log (self);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GListModel *things = votum_case_get_things (self, kind);

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

          if (votum_case_may_see (self, thing))
            votum_document_add (document, votum_case_symbolic_copy (self, thing));
        }
    }

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);
      VotumMarkRow row = votum_case_mark_row (self, mark);

      if (votum_case_may_see_mark (self, mark))
        votum_document_add_mark (document, &row);
    }

  for (guint i = 0; log_is_seen && i < self->log->len; i++)
    votum_document_add_log (document, votum_log_entry_copy (g_ptr_array_index (self->log, i)));

  return document;
}

/* Two attachments can have one name; in a folder they cannot. The later ones get a number, which their file
 * attribute tells. */
static void
name_file (VotumThing *attachment,
           GHashTable *taken)
{
  const char *name = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME);
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));
  g_autofree char *file = g_strdup (name);

  for (guint n = 2;; n++)
    {
      g_autofree char *folded = votum_text_fold (file);

      if (g_hash_table_add (taken, g_steal_pointer (&folded)))
        break;
      g_free (file);
      file = g_strdup_printf ("%s (%u)%s", stem, n, dot != NULL ? dot : "");
    }
  if (strcmp (file, name) != 0)
    votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_FILE, file, NULL);
}

/* A file of the same name that holds something else is somebody's. */
static gboolean
is_free (const char *folder,
         const char *file,
         GBytes     *bytes,
         GError    **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *there = NULL;
  gsize length;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_file_get_contents (path, &there, &length, NULL) && length == g_bytes_get_size (bytes) &&
      memcmp (there, g_bytes_get_data (bytes, NULL), length) == 0)
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS,
               _("There is another file “%s” where an attachment of that name should go. Export into an empty folder."), path);
  return FALSE;
}

static gboolean
export_attachments (VotumCase      *self,
                    VotumDocument  *document,
                    const char     *path,
                    GError        **error)
{
  GPtrArray *attachments = votum_document_things (document, VOTUM_KIND_ATTACHMENT);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own = g_path_get_basename (path);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (taken, votum_text_fold (own));
  for (guint i = 0; i < attachments->len; i++)
    {
      VotumThing *attachment = g_ptr_array_index (attachments, i);
      g_autoptr(GBytes) bytes = NULL;
      const char *file;

      if (!votum_thing_is_set (attachment, VOTUM_ATTACHMENT_DIGEST))
        continue;
      name_file (attachment, taken);
      file = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_FILE);
      if (file == NULL)
        file = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME);
      bytes = votum_store_get_content (self->store, votum_thing_get_text (attachment, VOTUM_ATTACHMENT_DIGEST), error);
      if (bytes == NULL || !is_free (folder, file, bytes, error) || !votum_attachment_write (folder, file, bytes, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_export:
 * @self: a case
 * @path: an XML file to write; attachments go beside it
 * @error: return location
 *
 * Writes the whole case as award XML: reading it back makes a case with the same things, marks and log. In somebody's
 * copy it is what they may see.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_export (VotumCase   *self,
                   const char  *path,
                   GError     **error)
{
  g_autoptr(VotumDocument) document = votum_case_to_document (self);

  return votum_case_check_idle (self, error) && export_attachments (self, document, path, error) && votum_award_xml_write (document, path, error);
}
