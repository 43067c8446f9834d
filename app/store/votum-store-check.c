#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-error.h"

/* ---- the schema ---- */

/**
 * votum_check_schema:
 * @self: a store
 * @version: the version its file has
 * @error: return location
 *
 * Returns: whether the file has what that version has, letter by letter, and nothing else
 */
gboolean
votum_check_schema (VotumStore *self,
                    int         version,
                    GError    **error)
{
  g_autoptr(GPtrArray) statements = votum_schema_list (self->schema, version);
  g_autoptr(GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(VotumOnce) found = NULL;
  int rc;

  for (guint i = 0; i < statements->len; i++)
    g_hash_table_insert (expected, votum_schema_object_name (g_ptr_array_index (statements, i)), g_ptr_array_index (statements, i));

  found = votum_sql_prepare (self->db, "SELECT name, sql FROM sqlite_schema", self->path, error);
  if (found == NULL)
    return FALSE;
  while ((rc = sqlite3_step (found)) == SQLITE_ROW)
    {
      gboolean ok = TRUE;
      const char *name = votum_column_text (found, 0, &ok);
      const char *sql = votum_column_text (found, 1, &ok);

      if (!ok || g_strcmp0 (sql, g_hash_table_lookup (expected, name)) != 0)
        return votum_store_damaged (self, error, _("its tables are not those of a Votum case"));
      g_hash_table_remove (expected, name);
    }
  if (rc != SQLITE_DONE)
    return votum_store_fail (self, rc, error);
  if (g_hash_table_size (expected) > 0)
    return votum_store_damaged (self, error, _("a table is missing"));

  return TRUE;
}

/* ---- the pages ---- */

/* A file up to this size is checked on a copy in memory, by a second processor. */
#define COPY_LIMIT (64 << 20)

struct _VotumIntegrity {
  GThread *thread;
  guint8 *copy;          /* SQLite's memory */
  gint64 size;
  GCancellable *cancellable;
  int rc;
  char *found;           /* "ok", or what is wrong */
};

static int
cancelled_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/* The values of rows are compared with the model and their checksums elsewhere: only what holds them is judged here. */
static void
check_pages (VotumIntegrity *self,
             sqlite3        *db)
{
  sqlite3_stmt *statement = NULL;

  self->rc = sqlite3_exec (db, "PRAGMA ignore_check_constraints=ON", NULL, NULL, NULL);
  if (self->rc == SQLITE_OK)
    self->rc = sqlite3_prepare_v2 (db, "PRAGMA integrity_check(1)", -1, &statement, NULL);
  if (self->rc == SQLITE_OK)
    {
      self->rc = sqlite3_step (statement);
      if (self->rc == SQLITE_ROW)
        {
          self->found = g_strdup ((const char *) sqlite3_column_text (statement, 0));
          self->rc = SQLITE_OK;
        }
    }
  sqlite3_finalize (statement);
  sqlite3_exec (db, "PRAGMA ignore_check_constraints=OFF", NULL, NULL, NULL);
}

static gpointer
check_copy (gpointer data)
{
  VotumIntegrity *self = data;
  sqlite3 *db = NULL;

  /* a database in memory has no write-ahead log, whatever its header says */
  self->copy[18] = self->copy[19] = 1;
  self->rc = sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_PRIVATECACHE, NULL);
  if (self->rc == SQLITE_OK)
    {
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      sqlite3_progress_handler (db, 10000, cancelled_cb, self->cancellable);
      self->rc = sqlite3_exec (db, "PRAGMA cell_size_check=ON; PRAGMA cache_size=-512", NULL, NULL, NULL);
    }
  if (self->rc == SQLITE_OK)
    self->rc = sqlite3_deserialize (db, "main", self->copy, self->size, self->size, SQLITE_DESERIALIZE_READONLY);
  if (self->rc == SQLITE_OK)
    check_pages (self, db);
  sqlite3_close (db);

  return NULL;
}

/* Reads the file through SQLite's own descriptor: closing another one would drop its locks. */
static gboolean
copy_file (VotumStore     *store,
           VotumIntegrity *self)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;

  if (sqlite3_file_control (store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL ||
      file->pMethods == NULL || file->pMethods->xFileSize (file, &size) != SQLITE_OK || size > COPY_LIMIT ||
      size < VOTUM_STORE_PAGE_SIZE || size % VOTUM_STORE_PAGE_SIZE != 0)
    return FALSE;

  self->copy = sqlite3_malloc64 (size);
  if (self->copy == NULL)
    return FALSE;
  if (file->pMethods->xRead (file, self->copy, (int) size, 0) != SQLITE_OK)
    {
      g_clear_pointer (&self->copy, sqlite3_free);
      return FALSE;
    }
  self->size = size;

  return TRUE;
}

static gboolean
uses_wal (VotumStore *store)
{
  g_autofree char *path = g_strconcat (store->real_path, "-wal", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * votum_integrity_start:
 * @self: a store that holds its file
 * @size: bytes of the file
 *
 * Begins to check the pages of the file, on a second processor where that can be done.
 *
 * Returns: (transfer full): for votum_integrity_finish()
 */
VotumIntegrity *
votum_integrity_start (VotumStore *self,
                       gint64      size)
{
  VotumIntegrity *integrity = g_new0 (VotumIntegrity, 1);

  /* stopped when the reading beside it finds something */
  integrity->cancellable = g_cancellable_new ();
  if (size > 0 && size <= COPY_LIMIT && !uses_wal (self) && copy_file (self, integrity))
    {
      integrity->thread = g_thread_try_new ("votum-integrity", check_copy, integrity, NULL);
      if (integrity->thread == NULL)
        g_clear_pointer (&integrity->copy, sqlite3_free);
    }

  return integrity;
}

/**
 * votum_integrity_finish:
 * @self: (transfer full): what votum_integrity_start() began
 * @store: the store
 * @error: (nullable): return location; %NULL: the file is refused already
 *
 * Returns: whether the pages are whole
 */
gboolean
votum_integrity_finish (VotumIntegrity *self,
                        VotumStore     *store,
                        GError        **error)
{
  gboolean whole;

  if (error == NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->thread != NULL)
    g_thread_join (self->thread);
  else if (error != NULL)
    check_pages (self, store->db);

  whole = self->rc == SQLITE_OK && g_strcmp0 (self->found, "ok") == 0;
  if (!whole && error != NULL)
    {
      /* what the thread's own connection knew is gone with it */
      if (self->rc != SQLITE_OK && self->copy != NULL)
        votum_sql_fail (NULL, self->rc, store->path, error);
      else if (self->rc != SQLITE_OK)
        votum_store_fail (store, self->rc, error);
      else
        votum_store_damaged (store, error, "%s", self->found != NULL ? self->found : "?");
    }

  g_clear_pointer (&self->copy, sqlite3_free);
  g_object_unref (self->cancellable);
  g_free (self->found);
  g_free (self);

  return whole;
}

/* ---- the log ---- */

/* Walks over the rows of change in step with the log. */
typedef struct {
  sqlite3_stmt *statement;
  gboolean at_row;
  gint64 log;            /* of the row that it stands on */
  gint64 seq;
} Walk;

static gboolean
walk_on (VotumStore *self,
         Walk       *walk,
         GError    **error)
{
  int rc = sqlite3_step (walk->statement);

  walk->at_row = rc == SQLITE_ROW;
  if (walk->at_row)
    {
      walk->log = sqlite3_column_int64 (walk->statement, 0);
      walk->seq = sqlite3_column_int64 (walk->statement, 1);
    }

  return rc == SQLITE_ROW || rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}

static void
hash_column (VotumHasher  *hasher,
             sqlite3_stmt *statement,
             int           column)
{
  gboolean is_text = sqlite3_column_type (statement, column) == SQLITE_TEXT;
  gconstpointer text = is_text ? sqlite3_column_text (statement, column) : NULL;

  votum_hasher_bytes (hasher, text, sqlite3_column_bytes (statement, column));
}

static gboolean
check_changes (VotumStore          *self,
               Walk                *walk,
               const VotumLogEntry *entry,
               GError             **error)
{
  char digest[VOTUM_DIGEST_LENGTH + 1];
  VotumHasher hasher;
  gint64 seq = 0;

  votum_hasher_init (&hasher);
  while (walk->at_row && walk->log == entry->number)
    {
      if (walk->seq != ++seq)
        return votum_store_damaged (self, error, _("changes of entry %" PRId64 " of its log are missing"), entry->number);
      for (int column = 2; column <= 4; column++)
        hash_column (&hasher, walk->statement, column);
      if (!walk_on (self, walk, error))
        return FALSE;
    }
  votum_hasher_finish (&hasher, digest);

  if (entry->number <= self->meta.taken_over ? seq > 0 : strcmp (digest, entry->digest) != 0)
    return votum_store_damaged (self, error, _("the changes of entry %" PRId64 " of its log are not those that were made"), entry->number);

  return TRUE;
}

static gboolean
check_entries (VotumStore   *self,
               sqlite3_stmt *log,
               Walk         *walk,
               GError      **error)
{
  g_autofree char *previous = g_strdup ("");
  gint64 count = 0;
  int rc;

  if (!walk_on (self, walk, error))
    return FALSE;

  while ((rc = sqlite3_step (log)) == SQLITE_ROW)
    {
      g_autoptr(VotumLogEntry) entry = votum_log_read_entry (log);
      g_autofree char *hash = entry != NULL ? votum_log_hash (entry, previous) : NULL;

      count++;
      if (entry == NULL || entry->number != count || strcmp (hash, entry->hash) != 0)
        return votum_store_damaged (self, error, _("its log does not hold together at entry %" PRId64), count);
      if (!check_changes (self, walk, entry, error))
        return FALSE;
      g_free (previous);
      previous = g_steal_pointer (&hash);
    }
  if (rc != SQLITE_DONE)
    return votum_store_fail (self, rc, error);

  if (count != self->meta.log_count || strcmp (previous, self->meta.log_head) != 0 || walk->at_row)
    return votum_store_damaged (self, error, _("its log is not complete"));

  return TRUE;
}

/**
 * votum_check_log:
 * @self: a store that knows what the file says about itself
 * @error: return location
 *
 * Returns: whether the log is one chain from its first entry to the last, each with the changes it was made with
 */
gboolean
votum_check_log (VotumStore *self,
                 GError    **error)
{
  g_autoptr(VotumStatement) log = votum_store_statement (self, "SELECT " VOTUM_LOG_COLUMNS " FROM log ORDER BY number", error);
  g_autoptr(VotumStatement) changes = NULL;
  Walk walk = { NULL };

  if (log == NULL)
    return FALSE;
  changes = votum_store_statement (self, "SELECT log, seq, kind, old, new FROM change ORDER BY log, seq", error);
  if (changes == NULL)
    return FALSE;
  walk.statement = changes;

  return check_entries (self, log, &walk, error);
}
