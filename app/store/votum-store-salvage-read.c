#include "votum-config.h"

#include "votum-store-salvage-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads what can be read of a damaged case: its rows, and its log. */

/* ---- rows ----
 *
 * A table is read from its beginning until a page cannot be read, and then from its end until the same happens there. */

typedef gboolean (*RowFunc) (VotumSalvage *self, sqlite3_stmt *statement, guint kind);

static gboolean
read_one_way (VotumSalvage *self,
              const char   *sql,
              RowFunc       func,
              guint         kind)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (self->old->db, sql, self->old->path, NULL);
  int rc = SQLITE_ERROR;

  votum_store_watch (self->old, self->cancellable, VOTUM_SALVAGE_TIME);
  while (statement != NULL && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    if (!func (self, statement, kind))
      break;
  votum_store_watch (self->old, NULL, 0);

  return rc == SQLITE_DONE;
}

static gboolean
read_both_ways (VotumSalvage *self,
                const char   *select,
                const char   *up,
                const char   *down,
                RowFunc       func,
                guint         kind)
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
take_thing (VotumSalvage *self,
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
read_things (VotumSalvage *self,
             guint         kind)
{
  g_autofree char *sql = votum_row_sql (kind, VOTUM_OP_SELECT, self->old->version);

  *strstr (sql, " ORDER BY ") = '\0';
  self->whole[kind] = TRUE;
  if (!votum_schema_has_kind (self->old->version, kind))
    return;
  if (!read_both_ways (self, sql, "id", "id DESC", take_thing, kind))
    self->whole[kind] = FALSE;
}

static gboolean
take_mark (VotumSalvage *self,
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
read_marks (VotumSalvage *self)
{
  self->marks_whole = TRUE;
  if (!read_both_ways (self, "SELECT round, entrant, juror, criterion, value, state, comment, entered_by, sum FROM mark",
                       "round, entrant, juror, criterion", "round DESC, entrant DESC, juror DESC, criterion DESC", take_mark, 0))
    self->marks_whole = FALSE;
  make_unique (&self->marks);
}

static gboolean
take_draft (VotumSalvage *self,
            sqlite3_stmt *statement,
            guint         kind)
{
  guint8 sum[VOTUM_SUM_SIZE];
  VotumDraft *draft = votum_row_read_draft (statement, self->old->row, sum, NULL);

  (void) kind;
  if (draft == NULL)
    votum_salvage_say (self, _("A draft is damaged and left out."));
  else if (g_hash_table_contains (self->drafts, draft->place))
    {
      votum_draft_free (draft);
      return FALSE;
    }
  else
    g_hash_table_insert (self->drafts, draft->place, draft);

  return TRUE;
}

static void
read_drafts (VotumSalvage *self)
{
  if (self->old->version < 2)
    {
      /* a file of version 1 has none; one that was brought to version 2 is read like it when it has lost its schema */
      if (self->old->lost_schema)
        votum_salvage_say (self, _("Drafts: if there were any, they cannot be found any more."));
      return;
    }
  if (!read_both_ways (self, "SELECT " VOTUM_DRAFT_COLUMNS " FROM draft", "rowid", "rowid DESC", take_draft, 0))
    votum_salvage_say (self, _("Drafts: some may be missing that cannot be read."));
}

/* ---- the log ---- */

static gboolean
replay_batch (VotumSalvage *self,
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
read_log (VotumSalvage *self)
{
  self->log_whole = TRUE;
  if (!read_one_way (self, "SELECT kind, old, new FROM change ORDER BY log, seq", replay_batch, 0))
    self->log_whole = FALSE;
}

GPtrArray *
votum_salvage_read_entries (VotumSalvage *self)
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
    votum_salvage_say (self, _("The log: only the first %u entries hold together; what came after them is left out."), entries->len);

  return entries;
}

/**
 * votum_salvage_read:
 * @self: a salvage with a store on a copy
 *
 * Reads the rows whose checksums fit, and what the log says that they last became.
 */
void
votum_salvage_read (VotumSalvage *self)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    read_things (self, kind);
  read_marks (self);
  read_drafts (self);
  read_log (self);
}
