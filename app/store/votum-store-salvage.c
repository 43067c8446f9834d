#include "votum-config.h"

#include "votum-store-salvage-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* What a damaged case still says, put together again. Everything is in a case twice: as a row with its checksum, and in the
 * log as what it last became. A row whose checksum fits is taken; what has none is taken from the log. */

#define MOST_LINES 1000  /* of the report */

void
votum_salvage_say (VotumSalvage *self,
                   const char   *format,
                   ...)
{
  va_list args;

  if (self->report->len >= MOST_LINES)
    {
      self->unsaid++;
      return;
    }
  va_start (args, format);
  g_ptr_array_add (self->report, g_strdup_vprintf (format, args));
  va_end (args);
}

/* ---- putting together ---- */

static void
restore_from_log (VotumSalvage *self,
                  guint         kind)
{
  const char *name = votum_thing_info (kind)->name;
  GHashTableIter iter;
  gpointer id, thing;

  /* where every row could be read and the log could not, the rows know better what is there */
  g_hash_table_iter_init (&iter, self->logged[kind]);
  while (g_hash_table_iter_next (&iter, &id, &thing))
    if (!g_hash_table_contains (self->things[kind], id) && (!self->whole[kind] || self->log_whole))
      {
        votum_salvage_say (self, _("<%s> “%s”: its row is damaged or gone; taken from the log."), name, votum_thing_get_key (thing));
        g_hash_table_insert (self->things[kind], id, g_object_ref (thing));
      }

  if (!self->whole[kind] && !self->log_whole)
    votum_salvage_say (self, _("<%s>: some may be missing that are neither among the rows nor in what is left of the log."), name);
}

static void
restore_marks (VotumSalvage *self)
{
  g_autoptr(VotumMarks) nothing = votum_marks_new ();
  g_autoptr(VotumMarks) restored = votum_marks_new ();

  for (guint i = 0; i < votum_marks_size (self->logged_marks) && (!self->marks_whole || self->log_whole); i++)
    {
      const VotumMark *mark = votum_marks_get (self->logged_marks, i);

      if (votum_marks_lookup (self->marks, mark->round, mark->entrant, mark->juror, mark->criterion) != NULL)
        continue;
      votum_salvage_say (self, _("Mark (round %d, entrant %d, juror %d, criterion %d): its row is damaged or gone; taken from the log."),
           mark->round, mark->entrant, mark->juror, mark->criterion);
      votum_marks_append (restored, mark);
    }
  votum_marks_merge (self->marks, nothing, restored);

  if (!self->marks_whole && !self->log_whole)
    votum_salvage_say (self, _("Marks: some may be missing that are neither among the rows nor in what is left of the log."));
}

/* Whether the thing can stay: what it refers to must be there, or not be required. */
static gboolean
settle_references (VotumSalvage *self,
                   VotumThing   *thing)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  for (guint i = 0; i < info->n_fields; i++)
    {
      VotumKind target = info->fields[i].target;
      gint64 id = info->fields[i].type == VOTUM_FIELD_REF ? votum_thing_get_ref (thing, i) : 0;

      if (id == 0 || g_hash_table_contains (self->things[target], GINT_TO_POINTER ((int) id)))
        continue;
      votum_thing_set_ref (thing, i, 0);
      if (!votum_thing_check (thing, NULL))
        {
          votum_salvage_say (self, _("<%s> “%s”: left out, since the <%s> it belongs to is missing."), info->name, votum_thing_get_key (thing),
               votum_thing_info (target)->name);
          return FALSE;
        }
      votum_salvage_say (self, _("<%s> “%s”: refers to a <%s> that is missing; the reference was taken out."), info->name,
           votum_thing_get_key (thing), votum_thing_info (target)->name);
    }

  return TRUE;
}

/* One that goes may take others with it: until none goes any more. */
static void
settle_all_references (VotumSalvage *self)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
        {
          GHashTableIter iter;
          gpointer thing;

          g_hash_table_iter_init (&iter, self->things[kind]);
          while (g_hash_table_iter_next (&iter, NULL, &thing))
            if (!settle_references (self, thing))
              {
                g_hash_table_iter_remove (&iter);
                again = TRUE;
              }
        }
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 difference = votum_thing_get_id (*(VotumThing *const *) a) - votum_thing_get_id (*(VotumThing *const *) b);

  return difference < 0 ? -1 : difference > 0;
}

static void
add_things (VotumSalvage *self,
            guint         kind,
            VotumChanges *changes)
{
  g_autoptr(GPtrArray) things = g_ptr_array_new ();
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->things[kind]);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (things, value);
  g_ptr_array_sort (things, compare_ids);
  for (guint i = 0; i < things->len; i++)
    {
      VotumThing *thing = things->pdata[i];
      char *folded = votum_text_fold (votum_thing_get_key (thing));

      if (g_hash_table_contains (keys, folded))
        {
          g_autofree char *key = g_strdup_printf ("salvaged-%" G_GINT64_FORMAT, votum_thing_get_id (thing));

          votum_salvage_say (self, _("<%s> “%s”: there are two with this id; one is now called “%s”."), votum_thing_info (kind)->name,
               votum_thing_get_key (thing), key);
          votum_thing_set_key (thing, key);
        }
      g_hash_table_add (keys, folded);
      votum_changes_thing (changes, NULL, thing);
    }
}

static VotumChanges *
put_together (VotumSalvage *self)
{
  static const VotumKind kinds[] = { VOTUM_KIND_ROUND, VOTUM_KIND_ENTRANT, VOTUM_KIND_JUROR, VOTUM_KIND_CRITERION };
  VotumChanges *changes = votum_changes_new ();

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    restore_from_log (self, kind);
  restore_marks (self);
  settle_all_references (self);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    add_things (self, kind, changes);
  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);
      const gint32 ids[] = { mark->round, mark->entrant, mark->juror, mark->criterion };
      gboolean there = TRUE;

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        there = there && g_hash_table_contains (self->things[kinds[k]], GINT_TO_POINTER (ids[k]));
      if (there)
        votum_marks_append (votum_changes_new_marks (changes), mark);
      else
        votum_salvage_say (self, _("Mark (round %d, entrant %d, juror %d, criterion %d): left out, since what it belongs to is missing."),
             mark->round, mark->entrant, mark->juror, mark->criterion);
    }

  return changes;
}

/* ---- the new case ---- */

static gboolean
copy_contents (VotumSalvage *self,
               VotumStore   *to,
               GError      **error)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (self->old->db, "SELECT digest, data FROM content ORDER BY rowid", self->old->path, NULL);
  int rc = SQLITE_ERROR;

  votum_store_watch (self->old, self->cancellable, VOTUM_SALVAGE_TIME);
  while (statement != NULL && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gboolean ok = TRUE;
      const char *digest = votum_column_text (statement, 0, &ok);
      g_autoptr(GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1));
      g_autofree char *found = votum_digest (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autofree char *put = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!ok || strcmp (digest, found) != 0)
        {
          votum_salvage_say (self, _("An attachment's content is damaged and left out."));
          continue;
        }
      put = votum_store_put_content (to, bytes, error);
      if (put == NULL)
        return FALSE;
    }
  if (rc != SQLITE_DONE)
    votum_salvage_say (self, _("Attachments: the contents of some cannot be read and are left out."));

  return TRUE;
}

static gboolean
copy_drafts (VotumSalvage *self,
             VotumStore   *to,
             GError      **error)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    g_ptr_array_add (drafts, draft);

  return votum_store_keep_drafts (to, drafts, error);
}

static gboolean
copy_secrets (VotumSalvage *self,
              VotumStore   *to,
              GError      **error)
{
  gboolean all;

  if (self->old->version < 3)
    {
      if (self->old->lost_schema)
        votum_salvage_say (self, _("Keys: if there were any, they cannot be found any more."));
      return TRUE;
    }
  votum_store_watch (self->old, self->cancellable, VOTUM_SALVAGE_TIME);
  if (!votum_store_copy_secrets (self->old, to, &all, error))
    return FALSE;
  if (!all)
    votum_salvage_say (self, _("Keys: some cannot be read and are left out. Hand the case out again to those who cannot hand in."));

  return TRUE;
}

/* The name of the case, and the numbers it has given, where it still says so. */
static void
read_self (VotumSalvage *self,
           char        **uuid,
           gint64       *next_id)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (self->old->db, "SELECT name, value FROM meta", self->old->path, NULL);

  *next_id = 1;
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      gboolean ok = TRUE;
      const char *name = votum_column_text (statement, 0, &ok);
      const char *value = votum_column_text (statement, 1, &ok);
      guint64 number;

      if (ok && g_str_equal (name, "uuid") && g_uuid_string_is_valid (value) && *uuid == NULL)
        *uuid = g_strdup (value);
      else if (ok && g_str_equal (name, "next-id") && g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT32 / 2, &number, NULL))
        *next_id = number;
    }
  if (*uuid == NULL)
    votum_salvage_say (self, _("The case does not know its name among cases any more: the new one has another."));
}

static gboolean
fill (VotumSalvage *self,
      VotumStore   *to,
      gint64        next_id,
      const char   *path,
      GError      **error)
{
  g_autoptr(GPtrArray) entries = votum_salvage_read_entries (self);
  g_autoptr(VotumChanges) changes = put_together (self);
  g_autoptr(VotumLogEntry) entry = g_new0 (VotumLogEntry, 1);

  entry->time = votum_text_now ();
  entry->who = g_strdup ("Votum");
  entry->command = g_strdup ("salvage");
  entry->subject = votum_sql_shown (path);
  to->next_id = MAX (to->next_id, next_id);

  /* what was interrupted has not been read: nothing of it may pass for all there is */
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) && votum_store_archive_log (to, entries, error) &&
         copy_contents (self, to, error) && !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         votum_store_write (to, changes, entry, self->cancellable, NULL, NULL, error) && copy_drafts (self, to, error) &&
         copy_secrets (self, to, error);
}

static gboolean
salvage_into (VotumSalvage *self,
              const char   *path,
              const char   *new_path,
              GError      **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_WRITE };
  g_autofree char *uuid = NULL;
  VotumStore *to;
  gint64 next_id;
  gboolean done;

  votum_salvage_read (self);
  read_self (self, &uuid, &next_id);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  to = votum_store_create_internal (new_path, &opening, uuid, error);
  if (to == NULL)
    return FALSE;
  done = fill (self, to, next_id, path, error);
  votum_store_close (to);
  if (!done)
    g_unlink (new_path);
  if (self->unsaid > 0)
    g_ptr_array_add (self->report, g_strdup_printf (_("… and %u more."), self->unsaid));

  return done;
}

/**
 * votum_store_salvage:
 * @path: a damaged case; it is left as it is
 * @new_path: a file that does not exist
 * @report: (element-type utf8): gets a line for each thing that is missing or not as it was; owns them
 * @cancellable: (nullable): stops it; there is no new case then
 * @error: return location
 *
 * Copies what can still be read to a new case: rows whose checksums fit, and what is missing among them from the log. The log
 * comes with it as far as it holds together. An empty @report: everything is there.
 *
 * Returns: whether there is a new case
 */
gboolean
votum_store_salvage (const char   *path,
                     const char   *new_path,
                     GPtrArray    *report,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autofree char *folder = NULL;
  VotumStore *old = votum_repair_open (path, &folder, error);
  VotumSalvage self = { .old = old, .report = report, .cancellable = cancellable };
  gboolean done;

  if (old == NULL)
    return FALSE;

  self.drafts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) votum_draft_free);
  self.marks = votum_marks_new ();
  self.logged_marks = votum_marks_new ();
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      self.things[kind] = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
      self.logged[kind] = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
    }
  done = salvage_into (&self, path, new_path, error);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_hash_table_unref (self.things[kind]);
      g_hash_table_unref (self.logged[kind]);
    }
  votum_marks_free (self.marks);
  votum_marks_free (self.logged_marks);
  g_hash_table_unref (self.drafts);
  votum_repair_close (old, folder);

  return done;
}
