#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* What a damaged case still says, put together again. Everything is in a case twice: as a row with its checksum, and in the
 * log as what it last became. A row whose checksum fits is taken; what has none is taken from the log. */

#define CPU_LIMIT (60 * G_USEC_PER_SEC)  /* of one table */
#define MOST_LINES 1000                  /* of the report */

typedef struct {
  VotumStore *old;                      /* on a copy */
  GPtrArray *report;
  guint unsaid;                         /* lines that did not fit */
  GHashTable *things[VOTUM_N_KINDS];    /* number -> thing, from its row */
  GHashTable *logged[VOTUM_N_KINDS];    /* number -> thing, as the log says it last became */
  gboolean whole[VOTUM_N_KINDS];        /* every row of the table could be read */
  VotumMarks *marks;
  VotumMarks *logged_marks;
  gboolean marks_whole;
  gboolean log_whole;
  int direction;                        /* 1: from the beginning, -1: from the end */
  VotumMark last_mark;                  /* of this direction */
} Salvage;

G_GNUC_PRINTF (2, 3)
static void
say (Salvage    *self,
     const char *format,
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

/* ---- rows ----
 *
 * A table is read from its beginning until a page cannot be read, and then from its end until the same happens there. */

typedef gboolean (*RowFunc) (Salvage *self, sqlite3_stmt *statement, guint kind);

static gboolean
read_one_way (Salvage    *self,
              const char *sql,
              RowFunc     func,
              guint       kind)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (self->old->db, sql, self->old->path, NULL);
  int rc = SQLITE_ERROR;

  votum_store_watch (self->old, NULL, CPU_LIMIT);
  while (statement != NULL && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    if (!func (self, statement, kind))
      break;
  votum_store_watch (self->old, NULL, 0);

  return rc == SQLITE_DONE;
}

static gboolean
read_both_ways (Salvage    *self,
                const char *select,
                const char *up,
                const char *down,
                RowFunc     func,
                guint       kind)
{
  g_autofree char *forwards = g_strdup_printf ("%s ORDER BY %s", select, up);
  g_autofree char *backwards = g_strdup_printf ("%s ORDER BY %s", select, down);

  self->direction = 1;
  if (read_one_way (self, forwards, func, kind))
    return TRUE;
  self->direction = -1;
  self->last_mark = (VotumMark) { 0 };
  read_one_way (self, backwards, func, kind);

  return FALSE;
}

static gboolean
take_thing (Salvage      *self,
            sqlite3_stmt *statement,
            guint         kind)
{
  guint8 sum[VOTUM_SUM_SIZE];
  VotumThing *thing = votum_row_read_thing (statement, kind, self->old->row, sum, NULL);

  if (thing == NULL)
    self->whole[kind] = FALSE;
  /* a page that leads back to itself gives the same rows again */
  else if (g_hash_table_contains (self->things[kind], GINT_TO_POINTER ((int) votum_thing_get_id (thing))))
    {
      g_object_unref (thing);
      return FALSE;
    }
  else
    g_hash_table_insert (self->things[kind], GINT_TO_POINTER ((int) votum_thing_get_id (thing)), thing);

  return TRUE;
}

static void
read_things (Salvage *self,
             guint    kind)
{
  g_autofree char *sql = votum_row_sql (kind, VOTUM_OP_SELECT);

  *strstr (sql, " ORDER BY ") = '\0';
  self->whole[kind] = TRUE;
  if (!read_both_ways (self, sql, "id", "id DESC", take_thing, kind))
    self->whole[kind] = FALSE;
}

static gboolean
take_mark (Salvage      *self,
           sqlite3_stmt *statement,
           guint         kind)
{
  guint8 sum[VOTUM_SUM_SIZE];
  VotumMark mark;

  if (!votum_row_read_mark (statement, &mark, self->old->row, sum, NULL))
    {
      self->marks_whole = FALSE;
      return TRUE;
    }
  if (self->last_mark.round != 0 && votum_mark_compare (&mark, &self->last_mark) * self->direction <= 0)
    return FALSE;

  votum_marks_append (self->marks, &mark);
  self->last_mark = mark;

  return TRUE;
}

/* Both ways together may have given some twice. */
static void
make_unique (VotumMarks **marks)
{
  VotumMarks *unique;

  if (votum_marks_sort (*marks, NULL))
    return;
  unique = votum_marks_new ();
  for (guint i = 0; i < votum_marks_size (*marks); i++)
    if (i == 0 || votum_mark_compare (votum_marks_get (*marks, i - 1), votum_marks_get (*marks, i)) != 0)
      votum_marks_append (unique, votum_marks_get (*marks, i));
  votum_marks_free (*marks);
  *marks = unique;
}

static void
read_marks (Salvage *self)
{
  self->marks_whole = TRUE;
  if (!read_both_ways (self, "SELECT round, entrant, juror, criterion, value, state, comment, entered_by, sum FROM mark",
                       "round, entrant, juror, criterion", "round DESC, entrant DESC, juror DESC, criterion DESC", take_mark, 0))
    self->marks_whole = FALSE;
  make_unique (&self->marks);
}

/* ---- the log ---- */

static gboolean
replay_batch (Salvage      *self,
              sqlite3_stmt *statement,
              guint         kind)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  gboolean ok = TRUE;
  const char *name = votum_column_text (statement, 0, &ok);
  const char *old_rows = sqlite3_column_type (statement, 1) != SQLITE_NULL ? votum_column_text (statement, 1, &ok) : NULL;
  const char *new_rows = sqlite3_column_type (statement, 2) != SQLITE_NULL ? votum_column_text (statement, 2, &ok) : NULL;

  if (!ok || !votum_batch_read (name, old_rows, new_rows, changes, NULL) ||
      !votum_marks_sort (votum_changes_old_marks (changes), NULL) || !votum_marks_sort (votum_changes_new_marks (changes), NULL))
    {
      self->log_whole = FALSE;
      return TRUE;
    }

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;
      GHashTable *logged = self->logged[votum_thing_get_kind (thing)];

      if (change->new_thing != NULL)
        g_hash_table_insert (logged, GINT_TO_POINTER ((int) votum_thing_get_id (thing)), g_object_ref (thing));
      else
        g_hash_table_remove (logged, GINT_TO_POINTER ((int) votum_thing_get_id (thing)));
    }
  votum_marks_merge (self->logged_marks, votum_changes_old_marks (changes), votum_changes_new_marks (changes));

  return TRUE;
}

/* Forwards only: what came later overwrites what was before. */
static void
read_log (Salvage *self)
{
  self->log_whole = TRUE;
  if (!read_one_way (self, "SELECT kind, old, new FROM change ORDER BY log, seq", replay_batch, 0))
    self->log_whole = FALSE;
}

static GPtrArray *
read_entries (Salvage *self)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (self->old->db, "SELECT " VOTUM_LOG_COLUMNS " FROM log ORDER BY number", self->old->path, NULL);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_log_entry_free);
  g_autofree char *previous = g_strdup ("");
  int rc = SQLITE_ERROR;

  while (statement != NULL && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr(VotumLogEntry) entry = votum_log_read_entry (statement);
      g_autofree char *hash = entry != NULL ? votum_log_hash (entry, previous) : NULL;

      if (entry == NULL || entry->number != entries->len + 1 || strcmp (hash, entry->hash) != 0)
        break;
      g_ptr_array_add (entries, g_steal_pointer (&entry));
      g_free (previous);
      previous = g_steal_pointer (&hash);
    }
  if (rc != SQLITE_DONE)
    say (self, _("The log: only the first %u entries hold together; what came after them is left out."), entries->len);

  return entries;
}

/* ---- putting together ---- */

static void
restore_from_log (Salvage *self,
                  guint    kind)
{
  const char *name = votum_thing_info (kind)->name;
  GHashTableIter iter;
  gpointer id, thing;

  /* where every row could be read and the log could not, the rows know better what is there */
  g_hash_table_iter_init (&iter, self->logged[kind]);
  while (g_hash_table_iter_next (&iter, &id, &thing))
    if (!g_hash_table_contains (self->things[kind], id) && (!self->whole[kind] || self->log_whole))
      {
        say (self, _("<%s> “%s”: its row is damaged or gone; taken from the log."), name, votum_thing_get_key (thing));
        g_hash_table_insert (self->things[kind], id, g_object_ref (thing));
      }

  if (!self->whole[kind] && !self->log_whole)
    say (self, _("<%s>: some may be missing that are neither among the rows nor in what is left of the log."), name);
}

static void
restore_marks (Salvage *self)
{
  g_autoptr(VotumMarks) nothing = votum_marks_new ();
  g_autoptr(VotumMarks) restored = votum_marks_new ();

  for (guint i = 0; i < votum_marks_size (self->logged_marks) && (!self->marks_whole || self->log_whole); i++)
    {
      const VotumMark *mark = votum_marks_get (self->logged_marks, i);

      if (votum_marks_lookup (self->marks, mark->round, mark->entrant, mark->juror, mark->criterion) != NULL)
        continue;
      say (self, _("Mark (round %d, entrant %d, juror %d, criterion %d): its row is damaged or gone; taken from the log."),
           mark->round, mark->entrant, mark->juror, mark->criterion);
      votum_marks_append (restored, mark);
    }
  votum_marks_merge (self->marks, nothing, restored);

  if (!self->marks_whole && !self->log_whole)
    say (self, _("Marks: some may be missing that are neither among the rows nor in what is left of the log."));
}

/* Whether the thing can stay: what it refers to must be there, or not be required. */
static gboolean
settle_references (Salvage    *self,
                   VotumThing *thing)
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
          say (self, _("<%s> “%s”: left out, since the <%s> it belongs to is missing."), info->name, votum_thing_get_key (thing),
               votum_thing_info (target)->name);
          return FALSE;
        }
      say (self, _("<%s> “%s”: refers to a <%s> that is missing; the reference was taken out."), info->name,
           votum_thing_get_key (thing), votum_thing_info (target)->name);
    }

  return TRUE;
}

/* One that goes may take others with it: until none goes any more. */
static void
settle_all_references (Salvage *self)
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
add_things (Salvage      *self,
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

          say (self, _("<%s> “%s”: there are two with this id; one is now called “%s”."), votum_thing_info (kind)->name,
               votum_thing_get_key (thing), key);
          votum_thing_set_key (thing, key);
        }
      g_hash_table_add (keys, folded);
      votum_changes_thing (changes, NULL, thing);
    }
}

static VotumChanges *
put_together (Salvage *self)
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
        say (self, _("Mark (round %d, entrant %d, juror %d, criterion %d): left out, since what it belongs to is missing."),
             mark->round, mark->entrant, mark->juror, mark->criterion);
    }

  return changes;
}

/* ---- the new case ---- */

static gboolean
copy_contents (Salvage    *self,
               VotumStore *to,
               GError    **error)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (self->old->db, "SELECT digest, data FROM content ORDER BY rowid", self->old->path, NULL);
  int rc = SQLITE_ERROR;

  votum_store_watch (self->old, NULL, CPU_LIMIT);
  while (statement != NULL && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gboolean ok = TRUE;
      const char *digest = votum_column_text (statement, 0, &ok);
      g_autoptr(GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1));
      g_autofree char *found = votum_digest (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autofree char *put = NULL;

      if (!ok || strcmp (digest, found) != 0)
        {
          say (self, _("An attachment's content is damaged and left out."));
          continue;
        }
      put = votum_store_put_content (to, bytes, error);
      if (put == NULL)
        return FALSE;
    }
  if (rc != SQLITE_DONE)
    say (self, _("Attachments: the contents of some cannot be read and are left out."));

  return TRUE;
}

/* The name of the case, and the numbers it has given, where it still says so. */
static void
read_self (Salvage *self,
           char   **uuid,
           gint64  *next_id)
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
    say (self, _("The case does not know its name among cases any more: the new one has another."));
}

static gboolean
fill (Salvage      *self,
      VotumStore   *to,
      gint64        next_id,
      const char   *path,
      GError      **error)
{
  g_autoptr(GPtrArray) entries = read_entries (self);
  g_autoptr(VotumChanges) changes = put_together (self);
  g_autoptr(VotumLogEntry) entry = g_new0 (VotumLogEntry, 1);

  entry->time = votum_text_now ();
  entry->who = g_strdup ("Votum");
  entry->command = g_strdup ("salvage");
  entry->subject = votum_sql_shown (path);
  to->next_id = MAX (to->next_id, next_id);

  return votum_store_archive_log (to, entries, error) && copy_contents (self, to, error) &&
         votum_store_write (to, changes, entry, NULL, NULL, NULL, error);
}

static gboolean
salvage_into (Salvage    *self,
              const char *path,
              const char *new_path,
              GError    **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_WRITE };
  g_autofree char *uuid = NULL;
  VotumStore *to;
  gint64 next_id;
  gboolean done;

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    read_things (self, kind);
  read_marks (self);
  read_log (self);
  read_self (self, &uuid, &next_id);

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
 * @error: return location
 *
 * Copies what can still be read to a new case: rows whose checksums fit, and what is missing among them from the log. The log
 * comes with it as far as it holds together. An empty @report: everything is there.
 *
 * Returns: whether there is a new case
 */
gboolean
votum_store_salvage (const char *path,
                     const char *new_path,
                     GPtrArray  *report,
                     GError    **error)
{
  g_autofree char *folder = NULL;
  VotumStore *old = votum_repair_open (path, &folder, error);
  Salvage self = { .old = old, .report = report };
  gboolean done;

  if (old == NULL)
    return FALSE;

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
  votum_repair_close (old, folder);

  return done;
}
