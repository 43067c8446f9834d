#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/**
 * votum_log_hash:
 * @entry: an entry, complete but for its hash
 * @previous: the hash of the entry before, "" for the first
 *
 * Returns: (transfer full): the hash of the entry
 */
char *
votum_log_hash (const VotumLogEntry *entry,
                const char          *previous)
{
  g_autoptr(GByteArray) row = g_byte_array_new ();

  votum_hash_begin (row, "log");
  votum_hash_text (row, previous);
  votum_hash_number (row, entry->number);
  votum_hash_text (row, entry->time);
  votum_hash_text (row, entry->who);
  votum_hash_text (row, entry->command);
  votum_hash_text (row, entry->subject);
  votum_hash_text (row, entry->old_value);
  votum_hash_text (row, entry->new_value);
  votum_hash_number (row, entry->reverses);
  votum_hash_number (row, entry->n_changes);
  votum_hash_text (row, entry->digest);

  return votum_hash_digest (row);
}

/**
 * votum_log_check_entry:
 * @entry: an entry
 * @error: return location
 *
 * Returns: whether its texts are texts for a log
 */
gboolean
votum_log_check_entry (const VotumLogEntry *entry,
                       GError             **error)
{
  if (entry->time == NULL || entry->who == NULL || entry->command == NULL || entry->subject == NULL || entry->reverses < 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("An entry of the log does not say who did what."));
      return FALSE;
    }

  return votum_text_check_time (entry->time, error) && votum_text_check_line (entry->who, error) &&
         votum_text_check_line (entry->command, error) && votum_text_check_prose (entry->subject, error) &&
         (entry->old_value == NULL || votum_text_check_prose (entry->old_value, error)) &&
         (entry->new_value == NULL || votum_text_check_prose (entry->new_value, error));
}

static char *
column_dup (sqlite3_stmt *statement,
            int           column,
            gboolean      nullable,
            gboolean     *ok)
{
  if (nullable && sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;

  return g_strdup (votum_column_text (statement, column, ok));
}

/**
 * votum_log_read_entry:
 * @statement: stands on a row of VOTUM_LOG_COLUMNS
 *
 * Returns: (transfer full) (nullable): the entry; %NULL where the row is not one
 */
VotumLogEntry *
votum_log_read_entry (sqlite3_stmt *statement)
{
  g_autoptr(VotumLogEntry) entry = g_new0 (VotumLogEntry, 1);
  gboolean ok = TRUE;
  gint64 n_changes;

  entry->number = votum_column_number (statement, 0, &ok);
  entry->time = column_dup (statement, 1, FALSE, &ok);
  entry->who = column_dup (statement, 2, FALSE, &ok);
  entry->command = column_dup (statement, 3, FALSE, &ok);
  entry->subject = column_dup (statement, 4, FALSE, &ok);
  entry->old_value = column_dup (statement, 5, TRUE, &ok);
  entry->new_value = column_dup (statement, 6, TRUE, &ok);
  entry->reverses = votum_column_number (statement, 7, &ok);
  n_changes = votum_column_number (statement, 8, &ok);
  entry->n_changes = n_changes;
  entry->digest = column_dup (statement, 9, FALSE, &ok);
  entry->hash = column_dup (statement, 10, FALSE, &ok);

  if (!ok || n_changes < 0 || n_changes > G_MAXINT32 || entry->reverses >= entry->number || !votum_digest_check (entry->digest) ||
      !votum_digest_check (entry->hash) || !votum_log_check_entry (entry, NULL))
    return NULL;

  return g_steal_pointer (&entry);
}

gboolean
votum_log_insert (VotumStore          *self,
                  const VotumLogEntry *entry,
                  GError             **error)
{
  g_autoptr(VotumStatement) statement = NULL;
  int rc = SQLITE_OK;

  statement = votum_store_statement (self, "INSERT INTO log (" VOTUM_LOG_COLUMNS ") VALUES (:number, :time, :who, :command, :subject, "
                                           ":old, :new, :reverses, :n_changes, :digest, :hash)", error);
  if (statement == NULL)
    return FALSE;

  rc = votum_bind_number (statement, rc, ":number", entry->number);
  rc = votum_bind_text (statement, rc, ":time", entry->time);
  rc = votum_bind_text (statement, rc, ":who", entry->who);
  rc = votum_bind_text (statement, rc, ":command", entry->command);
  rc = votum_bind_text (statement, rc, ":subject", entry->subject);
  rc = votum_bind_text (statement, rc, ":old", entry->old_value);
  rc = votum_bind_text (statement, rc, ":new", entry->new_value);
  rc = votum_bind_number (statement, rc, ":reverses", entry->reverses);
  rc = votum_bind_number (statement, rc, ":n_changes", entry->n_changes);
  rc = votum_bind_text (statement, rc, ":digest", entry->digest);
  rc = votum_bind_text (statement, rc, ":hash", entry->hash);

  return votum_store_step_done (self, statement, rc, error);
}

/**
 * votum_store_load_log:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type VotumLogEntry): all entries from the first to the last, or %NULL with @error set
 */
GPtrArray *
votum_store_load_log (VotumStore *self,
                      GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT " VOTUM_LOG_COLUMNS " FROM log ORDER BY number", error);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_log_entry_free);
  int rc;

  if (statement == NULL)
    return NULL;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      VotumLogEntry *entry = votum_log_read_entry (statement);

      if (entry == NULL)
        {
          votum_store_damaged (self, error, _("entry %u of its log cannot be read"), entries->len + 1);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }
  if (rc != SQLITE_DONE)
    {
      votum_store_fail (self, rc, error);
      return NULL;
    }

  return g_steal_pointer (&entries);
}

/**
 * votum_store_last_entry:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the last entry of the log; %NULL without @error set where there is none yet
 */
VotumLogEntry *
votum_store_last_entry (VotumStore *self,
                        GError    **error)
{
  g_autoptr(VotumStatement) statement = NULL;
  VotumLogEntry *entry;
  int rc;

  statement = votum_store_statement (self, "SELECT " VOTUM_LOG_COLUMNS " FROM log ORDER BY number DESC LIMIT 1", error);
  if (statement == NULL)
    return NULL;

  rc = sqlite3_step (statement);
  if (rc == SQLITE_DONE)
    return NULL;
  if (rc != SQLITE_ROW)
    {
      votum_store_fail (self, rc, error);
      return NULL;
    }

  entry = votum_log_read_entry (statement);
  if (entry == NULL)
    votum_store_damaged (self, error, _("the last entry of its log cannot be read"));

  return entry;
}

static gboolean
read_batches (VotumStore   *self,
              gint64        number,
              VotumChanges *changes,
              GError      **error)
{
  g_autoptr(VotumStatement) statement = NULL;
  int rc = SQLITE_OK;

  statement = votum_store_statement (self, "SELECT kind, old, new FROM change WHERE log = :log ORDER BY seq", error);
  if (statement == NULL)
    return FALSE;
  rc = votum_bind_number (statement, rc, ":log", number);
  if (rc != SQLITE_OK)
    return votum_store_fail (self, rc, error);

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr(GError) local = NULL;
      gboolean ok = TRUE;
      const char *kind = votum_column_text (statement, 0, &ok);
      const char *old_rows = sqlite3_column_type (statement, 1) != SQLITE_NULL ? votum_column_text (statement, 1, &ok) : NULL;
      const char *new_rows = sqlite3_column_type (statement, 2) != SQLITE_NULL ? votum_column_text (statement, 2, &ok) : NULL;

      if (!ok || !votum_batch_read (kind, old_rows, new_rows, changes, &local))
        return votum_store_damaged (self, error, _("entry %" PRId64 " of its log: %s"), number,
                                    local != NULL ? local->message : _("Its changes are not text."));
    }

  return rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}

/**
 * votum_store_load_changes:
 * @self: a store
 * @entry: the number of an entry of the log
 * @error: return location
 *
 * Returns: (transfer full): what that entry changed, or %NULL with @error set: %VOTUM_ERROR_NOT_FOUND where the entry came
 *   with an import and its changes did not
 */
VotumChanges *
votum_store_load_changes (VotumStore *self,
                          gint64      entry,
                          GError    **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  if (entry <= self->meta.taken_over || entry > self->meta.log_count)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                   _("Entry %" PRId64 " of the log cannot be undone: what it changed is not in this case."), entry);
      return NULL;
    }

  if (!read_batches (self, entry, changes, error))
    return NULL;
  if (!votum_marks_sort (votum_changes_old_marks (changes), NULL) || !votum_marks_sort (votum_changes_new_marks (changes), NULL))
    {
      votum_store_damaged (self, error, _("entry %" PRId64 " of its log has a mark twice"), entry);
      return NULL;
    }

  return g_steal_pointer (&changes);
}

/* Whether the entries are a whole log: numbered from 1, each with the hash that follows from the one before. */
static gboolean
check_chain (GPtrArray *entries,
             GError   **error)
{
  const char *previous = "";

  for (guint i = 0; i < entries->len; i++)
    {
      const VotumLogEntry *entry = entries->pdata[i];
      g_autofree char *hash = NULL;

      if (!votum_log_check_entry (entry, error))
        return FALSE;
      if (entry->digest != NULL && votum_digest_check (entry->digest) && entry->hash != NULL)
        hash = votum_log_hash (entry, previous);
      if (entry->number != i + 1 || entry->reverses >= entry->number || g_strcmp0 (hash, entry->hash) != 0)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("The log does not hold together at entry %u."), i + 1);
          return FALSE;
        }
      previous = entry->hash;
    }

  return TRUE;
}

static gboolean
take_over (VotumStore *self,
           GPtrArray  *entries,
           VotumMeta  *meta,
           GError    **error)
{
  for (guint i = 0; i < entries->len; i++)
    if (!votum_log_insert (self, entries->pdata[i], error))
      return FALSE;

  meta->log_count = meta->taken_over = entries->len;
  if (entries->len > 0)
    g_strlcpy (meta->log_head, ((VotumLogEntry *) entries->pdata[entries->len - 1])->hash, sizeof meta->log_head);

  return votum_meta_write (self, meta, error) && votum_store_exec (self, "COMMIT", error);
}

/**
 * votum_store_archive_log:
 * @self: a store without a log
 * @entries: (element-type VotumLogEntry): a whole log, from 1, its hashes in order
 * @error: return location
 *
 * Takes over the log of the case that an award XML was exported from. What these entries changed did not come with them:
 * they can be read, and not be undone. Later entries follow them in number and hash.
 *
 * Returns: whether they are in the case: %VOTUM_ERROR_EXISTS where it has a log, %VOTUM_ERROR_DAMAGED where they do not
 *   hold together
 */
gboolean
votum_store_archive_log (VotumStore *self,
                         GPtrArray  *entries,
                         GError    **error)
{
  VotumMeta meta;

  if (!votum_store_may_write (self, error) || !votum_store_refresh (self, error))
    return FALSE;
  if (self->meta.log_count > 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("The case has a log of its own already."));
      return FALSE;
    }
  if (!check_chain (entries, error) || !votum_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  meta = self->meta;
  if (!take_over (self, entries, &meta, error))
    {
      votum_store_rollback (self);
      return FALSE;
    }
  self->meta = meta;

  return TRUE;
}

/**
 * votum_store_n_archived:
 * @self: a store
 *
 * Returns: how many entries of the log came with votum_store_archive_log()
 */
gint64
votum_store_n_archived (VotumStore *self)
{
  return self->meta.taken_over;
}
