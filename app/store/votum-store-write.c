#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* One change of a case under way. */
typedef struct {
  VotumStore *store;
  VotumMeta meta;               /* as it will be */
  VotumLogEntry *entry;
  GCancellable *cancellable;
  VotumProgressFunc progress;
  gpointer progress_data;
  guint done, total;            /* rows, for the progress */
  VotumHasher hasher;           /* over the change batches */
  gint64 seq;
  GPtrArray *numbered;          /* things that were given a number */
} Work;

static gboolean
tick (Work   *work,
      guint   rows,
      GError **error)
{
  guint before = work->done;

  work->done += rows;
  if (before / VOTUM_STORE_BATCH == work->done / VOTUM_STORE_BATCH)
    return TRUE;
  if (work->progress != NULL)
    work->progress ((double) MIN (work->done, work->total) / work->total, work->progress_data);

  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

/* ---- things ---- */

static gboolean
not_as_before (Work       *work,
               const char *what,
               GError    **error)
{
  g_autofree char *shown = votum_sql_shown (work->store->path);

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               _("%s in “%s” is not as it was before the change, so nothing was changed. Open the case again."), what, shown);

  return FALSE;
}

static gboolean
step_one_row (Work         *work,
              sqlite3_stmt *statement,
              int           rc,
              VotumThing   *thing,
              GError      **error)
{
  g_autofree char *what = NULL;

  if (!votum_store_step_done (work->store, statement, rc, error))
    return FALSE;
  if (sqlite3_changes (work->store->db) == 1)
    return TRUE;

  what = g_strdup_printf ("<%s> “%s”", votum_thing_get_info (thing)->name, votum_thing_get_key (thing));

  return not_as_before (work, what, error);
}

/* Ids are unique, and two things may exchange theirs: an id that is given up is free before any is taken. */
static gboolean
free_key (Work                   *work,
          const VotumThingChange *change,
          GError                **error)
{
  VotumStore *store = work->store;
  g_autoptr(VotumStatement) statement = NULL;

  if (change->old_thing == NULL ||
      (change->new_thing != NULL && g_strcmp0 (votum_thing_get_key (change->old_thing), votum_thing_get_key (change->new_thing)) == 0))
    return TRUE;

  statement = votum_store_statement (store, store->sql[votum_thing_get_kind (change->old_thing)][VOTUM_OP_FREE_KEY], error);

  return statement != NULL &&
         votum_store_step_done (store, statement, sqlite3_bind_int64 (statement, 1, votum_thing_get_id (change->old_thing)), error);
}

static gboolean
delete_thing (Work        *work,
              VotumThing  *thing,
              const guint8 sum[VOTUM_SUM_SIZE],
              GError     **error)
{
  VotumStore *store = work->store;
  g_autoptr(VotumStatement) statement = votum_store_statement (store, store->sql[votum_thing_get_kind (thing)][VOTUM_OP_DELETE], error);
  int rc;

  if (statement == NULL)
    return FALSE;
  rc = sqlite3_bind_int64 (statement, 1, votum_thing_get_id (thing));
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_blob (statement, 2, sum, VOTUM_SUM_SIZE, SQLITE_STATIC);

  return step_one_row (work, statement, rc, thing, error);
}

static gboolean
put_thing (Work        *work,
           VotumThing  *thing,
           const guint8 old_sum[VOTUM_SUM_SIZE],
           GError     **error)
{
  VotumStore *store = work->store;
  const VotumThingInfo *info = votum_thing_get_info (thing);
  VotumOp op = old_sum != NULL ? VOTUM_OP_UPDATE : VOTUM_OP_INSERT;
  guint8 sum[VOTUM_SUM_SIZE];
  g_autoptr(VotumStatement) statement = NULL;
  int rc;

  if (!votum_row_check_thing (thing, error))
    return FALSE;
  statement = votum_store_statement (store, store->sql[info->kind][op], error);
  if (statement == NULL)
    return FALSE;

  votum_row_sum_thing (store->row, thing, sum);
  rc = votum_row_bind_thing (statement, thing, sum);
  /* behind all that both have in common */
  if (rc == SQLITE_OK && old_sum != NULL)
    rc = sqlite3_bind_blob (statement, sqlite3_bind_parameter_count (statement), old_sum, VOTUM_SUM_SIZE, SQLITE_STATIC);
  if (!step_one_row (work, statement, rc, thing, error))
    return FALSE;
  votum_state_add (&work->meta.state, sum);

  return TRUE;
}

static gboolean
give_number (Work       *work,
             VotumThing *thing,
             GError    **error)
{
  if (votum_thing_get_id (thing) == 0)
    {
      votum_thing_set_id (thing, work->store->next_id++);
      g_ptr_array_add (work->numbered, thing);
    }
  if (votum_thing_get_id (thing) < 1 || votum_thing_get_id (thing) > G_MAXINT32)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("The case has no numbers left for new things."));
      return FALSE;
    }
  work->store->next_id = MAX (work->store->next_id, votum_thing_get_id (thing) + 1);

  return TRUE;
}

static gboolean
write_thing (Work                   *work,
             const VotumThingChange *change,
             GError                **error)
{
  guint8 old_sum[VOTUM_SUM_SIZE];

  if (change->old_thing != NULL)
    {
      votum_row_sum_thing (work->store->row, change->old_thing, old_sum);
      votum_state_take (&work->meta.state, old_sum);
      if (change->new_thing == NULL)
        return delete_thing (work, change->old_thing, old_sum, error);
      if (votum_thing_get_id (change->new_thing) != votum_thing_get_id (change->old_thing))
        return not_as_before (work, votum_thing_get_key (change->old_thing), error);
    }

  return put_thing (work, change->new_thing, change->old_thing != NULL ? old_sum : NULL, error);
}

static gboolean
write_things (Work         *work,
              VotumChanges *changes,
              GError      **error)
{
  guint n = votum_changes_n_things (changes);

  for (guint i = 0; i < n; i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (change->new_thing != NULL && !give_number (work, change->new_thing, error))
        return FALSE;
      if (n > 1 && !free_key (work, change, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!write_thing (work, votum_changes_get (changes, i), error) || !tick (work, 1, error))
      return FALSE;

  return TRUE;
}

/* ---- marks ---- */

static int
bind_place (sqlite3_stmt    *statement,
            const VotumMark *mark)
{
  int rc = sqlite3_bind_int (statement, 1, mark->round);

  if (rc == SQLITE_OK)
    rc = sqlite3_bind_int (statement, 2, mark->entrant);
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_int (statement, 3, mark->juror);
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_int (statement, 4, mark->criterion);

  return rc;
}

static int
bind_optional (sqlite3_stmt *statement,
               int           place,
               const char   *text,
               int           length)
{
  return text != NULL ? sqlite3_bind_text (statement, place, text, length, SQLITE_STATIC) : sqlite3_bind_null (statement, place);
}

static gboolean
delete_marks (Work       *work,
              VotumMarks *marks,
              GError    **error)
{
  VotumStore *store = work->store;
  g_autoptr(VotumStatement) statement = NULL;

  statement = votum_store_statement (store, "DELETE FROM mark WHERE round = ?1 AND entrant = ?2 AND juror = ?3 AND criterion = ?4 "
                                            "AND sum = ?5", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);
      guint8 sum[VOTUM_SUM_SIZE];
      int rc = bind_place (statement, mark);

      votum_row_sum_mark (store->row, mark, sum);
      if (rc == SQLITE_OK)
        rc = sqlite3_bind_blob (statement, 5, sum, sizeof sum, SQLITE_STATIC);
      if (!votum_store_step_done (store, statement, rc, error))
        return FALSE;
      if (sqlite3_changes (store->db) != 1)
        return not_as_before (work, _("A mark"), error);
      sqlite3_reset (statement);
      votum_state_take (&work->meta.state, sum);
      if (!tick (work, 1, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_mark (Work            *work,
             sqlite3_stmt    *statement,
             const VotumMark *mark,
             GError         **error)
{
  char value[VOTUM_ROW_VALUE_SIZE];
  guint8 sum[VOTUM_SUM_SIZE];
  int rc;

  if (!votum_row_check_mark (mark, error))
    return FALSE;

  votum_row_sum_mark (work->store->row, mark, sum);
  rc = bind_place (statement, mark);
  if (rc == SQLITE_OK && mark->state == VOTUM_MARK_VALUE)
    {
      gsize length = votum_row_format_value (value, mark);

      rc = sqlite3_bind_text (statement, 5, value, (int) length, SQLITE_STATIC);
    }
  else if (rc == SQLITE_OK)
    rc = sqlite3_bind_null (statement, 5);
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_int (statement, 6, mark->state);
  if (rc == SQLITE_OK)
    rc = bind_optional (statement, 7, mark->comment, -1);
  if (rc == SQLITE_OK)
    rc = bind_optional (statement, 8, mark->entered_by, -1);
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_blob (statement, 9, sum, sizeof sum, SQLITE_STATIC);
  if (!votum_store_step_done (work->store, statement, rc, error))
    return FALSE;
  sqlite3_reset (statement);
  votum_state_add (&work->meta.state, sum);

  return tick (work, 1, error);
}

static gboolean
insert_marks (Work       *work,
              VotumMarks *marks,
              GError    **error)
{
  g_autoptr(VotumStatement) statement = NULL;

  statement = votum_store_statement (work->store, "INSERT INTO mark (round, entrant, juror, criterion, value, state, comment, entered_by, sum) "
                                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < votum_marks_size (marks); i++)
    if (!insert_mark (work, statement, votum_marks_get (marks, i), error))
      return FALSE;

  return TRUE;
}

/* ---- the log ---- */

static gsize
text_length (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

static gboolean
insert_batch (const char *kind,
              const char *old_rows,
              const char *new_rows,
              guint       n_rows,
              gpointer    data,
              GError    **error)
{
  Work *work = data;
  g_autoptr(VotumStatement) statement = NULL;
  int rc = SQLITE_OK;

  statement = votum_store_statement (work->store, "INSERT INTO change (log, seq, kind, old, new) VALUES (:log, :seq, :kind, :old, :new)", error);
  if (statement == NULL)
    return FALSE;

  rc = votum_bind_number (statement, rc, ":log", work->entry->number);
  rc = votum_bind_number (statement, rc, ":seq", ++work->seq);
  rc = votum_bind_text (statement, rc, ":kind", kind);
  rc = votum_bind_text (statement, rc, ":old", old_rows);
  rc = votum_bind_text (statement, rc, ":new", new_rows);
  if (!votum_store_step_done (work->store, statement, rc, error))
    return FALSE;

  votum_hasher_bytes (&work->hasher, kind, strlen (kind));
  votum_hasher_bytes (&work->hasher, old_rows, text_length (old_rows));
  votum_hasher_bytes (&work->hasher, new_rows, text_length (new_rows));

  return tick (work, n_rows, error);
}

static gboolean
write_log (Work         *work,
           VotumChanges *changes,
           GError      **error)
{
  VotumLogEntry *entry = work->entry;
  char digest[VOTUM_DIGEST_LENGTH + 1];

  votum_hasher_init (&work->hasher);
  if (!votum_batches_write (changes, insert_batch, work, error))
    return FALSE;
  votum_hasher_finish (&work->hasher, digest);

  g_free (entry->digest);
  entry->digest = g_strdup (digest);
  entry->n_changes = votum_changes_count (changes);
  g_free (entry->hash);
  entry->hash = votum_log_hash (entry, work->meta.log_head);

  work->meta.log_count = entry->number;
  g_strlcpy (work->meta.log_head, entry->hash, sizeof work->meta.log_head);

  return votum_log_insert (work->store, entry, error);
}

/* ---- all of it ---- */

static gboolean
prepare (Work         *work,
         VotumChanges *changes,
         GError      **error)
{
  VotumStore *store = work->store;

  if (!votum_store_may_write (store, error) || !votum_store_refresh (store, error) || g_cancellable_set_error_if_cancelled (work->cancellable, error))
    return FALSE;
  if (!votum_marks_sort (votum_changes_old_marks (changes), NULL) || !votum_marks_sort (votum_changes_new_marks (changes), NULL))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The change has two marks for one place."));
      return FALSE;
    }

  work->meta = store->meta;
  work->entry->number = store->meta.log_count + 1;
  work->total = 2 * (votum_changes_n_things (changes) + votum_marks_size (votum_changes_old_marks (changes)) +
                     votum_marks_size (votum_changes_new_marks (changes))) + 1;
  if (work->entry->reverses >= work->entry->number)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("There is no such entry of the log to take back."));
      return FALSE;
    }

  return votum_log_check_entry (work->entry, error);
}

/* Marks go before what they hang on, and come after it; references are looked at again when all is done. */
static gboolean
write_all (Work         *work,
           VotumChanges *changes,
           GError      **error)
{
  const char *finished = votum_changes_get_finished (changes);

  if (!votum_store_exec (work->store, "BEGIN IMMEDIATE", error) ||
      !delete_marks (work, votum_changes_old_marks (changes), error) ||
      !write_things (work, changes, error) ||
      !insert_marks (work, votum_changes_new_marks (changes), error) ||
      !write_log (work, changes, error) ||
      (finished != NULL && !votum_row_drop_draft (work->store, finished, &work->meta.state, error)))
    return FALSE;

  work->meta.next_id = work->store->next_id;
  if (!votum_meta_write (work->store, &work->meta, error) || g_cancellable_set_error_if_cancelled (work->cancellable, error))
    return FALSE;

  /* from here on it is too late to cancel */
  votum_store_watch (work->store, NULL, 0);

  return votum_store_exec (work->store, "COMMIT", error);
}

/* An error while committing leaves open whether it happened. The file knows. */
static gboolean
is_there (Work *work)
{
  votum_store_rollback (work->store);

  return *work->meta.log_head != '\0' && work->meta.log_count == work->entry->number && votum_store_refresh (work->store, NULL) &&
         strcmp (work->store->meta.log_head, work->meta.log_head) == 0;
}

static void
take_back (Work *work)
{
  for (guint i = 0; i < work->numbered->len; i++)
    votum_thing_set_id (work->numbered->pdata[i], 0);
  g_clear_pointer (&work->entry->digest, g_free);
  g_clear_pointer (&work->entry->hash, g_free);
  work->entry->number = 0;
}

/**
 * votum_store_write:
 * @self: a store
 * @changes: what changes
 * @entry: who did what; number, n_changes, digest and hash are filled in
 * @cancellable: (nullable): stops it; the file is as it was then
 * @progress: (nullable): told now and then how far it is
 * @progress_data: for @progress
 * @error: return location
 *
 * Writes @changes and their log entry in one transaction. When it returns %TRUE they are on the disk.
 *
 * What is changed has to be in the file as @changes say it was. New things without a number get one. A draft that
 * @changes finish goes with them.
 *
 * Returns: whether it is written; else nothing is
 */
gboolean
votum_store_write (VotumStore       *self,
                   VotumChanges     *changes,
                   VotumLogEntry    *entry,
                   GCancellable     *cancellable,
                   VotumProgressFunc progress,
                   gpointer          progress_data,
                   GError          **error)
{
  g_autoptr(GPtrArray) numbered = g_ptr_array_new ();
  g_autoptr(GError) local = NULL;
  Work work = { .store = self, .entry = entry, .cancellable = cancellable, .progress = progress, .progress_data = progress_data,
                .numbered = numbered };

  if (!prepare (&work, changes, error))
    return FALSE;

  votum_store_watch (self, cancellable, 0);
  if (!write_all (&work, changes, &local) && !is_there (&work))
    {
      take_back (&work);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  votum_store_watch (self, NULL, 0);

  self->meta = work.meta;
  self->next_id = MAX (self->next_id, work.meta.next_id);
  /* what opening has read is no longer what the file holds */
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    g_clear_pointer (&self->things[kind], g_ptr_array_unref);
  g_clear_pointer (&self->marks, votum_marks_free);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  /* after a large change SQLite's memory is worth more to whoever shows it; after a mark it is worth keeping */
  if (work.entry->n_changes > VOTUM_STORE_BATCH)
    sqlite3_db_release_memory (self->db);
  if (progress != NULL)
    progress (1.0, progress_data);

  return TRUE;
}
