#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

#include "votum-error.h"
#include "votum-text.h"

/* Reports a refusal of a file for good, in a sentence that says what was found. Always FALSE. */
gboolean
votum_damaged (const char *path,
               GError    **error,
               const char *what)
{
  g_autofree char *shown = votum_sql_shown (path);

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED,
               _("“%s” is damaged: %s. It was left as it is."), shown, what);

  return FALSE;
}

gboolean
votum_store_damaged (VotumStore *self,
                     GError    **error,
                     const char *format,
                     ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (g_str_has_suffix (what, "."))
    what[strlen (what) - 1] = '\0';

  return votum_damaged (self->path, error, what);
}

static gint64
cpu_time (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

gboolean
votum_store_fail (VotumStore *self,
                  int         rc,
                  GError    **error)
{
  if ((rc & 0xff) == SQLITE_INTERRUPT && !g_cancellable_is_cancelled (self->cancellable))
    return votum_store_damaged (self, error, _("reading it takes longer than any case of its size should"));

  return votum_sql_fail (self->db, rc, self->path, error);
}

/* Whether the store was opened to be changed. */
gboolean
votum_store_may_write (VotumStore *self,
                       GError    **error)
{
  g_autofree char *shown = NULL;

  if (!self->read_only)
    return TRUE;

  shown = votum_sql_shown (self->path);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY, _("“%s” was opened to be looked at only."), shown);

  return FALSE;
}

gboolean
votum_store_exec (VotumStore *self,
                  const char *sql,
                  GError    **error)
{
  int rc = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK || votum_store_fail (self, rc, error);
}

/**
 * votum_store_statement:
 * @self: a store
 * @sql: one statement
 * @error: return location
 *
 * Returns: (nullable): the statement, prepared once and kept; released, not freed, when it goes out of scope
 */
VotumStatement *
votum_store_statement (VotumStore *self,
                       const char *sql,
                       GError    **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int rc;

  if (statement != NULL)
    return statement;

  rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (rc != SQLITE_OK)
    {
      votum_store_fail (self, rc, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/* Runs a statement that gives no rows. @rc is what its binding ended with. */
gboolean
votum_store_step_done (VotumStore   *self,
                       sqlite3_stmt *statement,
                       int           rc,
                       GError      **error)
{
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc == SQLITE_DONE)
    return TRUE;

  return votum_store_fail (self, rc, error);
}

static int
progress_cb (void *data)
{
  VotumStore *self = data;

  return g_cancellable_is_cancelled (self->cancellable) || (self->cpu_limit > 0 && cpu_time () > self->cpu_limit);
}

/**
 * votum_store_watch:
 * @self: a store
 * @cancellable: (nullable): stops the statements that follow
 * @cpu_limit: microseconds of this thread after which they are stopped, 0 for none
 */
void
votum_store_watch (VotumStore   *self,
                   GCancellable *cancellable,
                   gint64        cpu_limit)
{
  g_set_object (&self->cancellable, cancellable);
  self->cpu_limit = cpu_limit > 0 ? cpu_time () + cpu_limit : 0;
  if (cancellable != NULL || cpu_limit > 0)
    sqlite3_progress_handler (self->db, 10000, progress_cb, self);
  else
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
}

/* The file becomes as it was before the transaction; what the store knows of it is read again before the next one. */
void
votum_store_rollback (VotumStore *self)
{
  votum_store_watch (self, NULL, 0);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  self->stale = TRUE;
}

VotumStore *
votum_store_new (const char         *path,
                 const VotumOpening *opening,
                 GError            **error)
{
  g_autoptr(VotumStore) self = g_new0 (VotumStore, 1);

  self->path = g_strdup (opening->shown != NULL ? opening->shown : path);
  self->schema = opening->schema != NULL ? opening->schema : votum_schema_get ();
  self->version = self->schema->version;
  self->read_only = (opening->flags & VOTUM_STORE_READ_ONLY) != 0;
  self->writable = !self->read_only;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) votum_once_finalize);
  self->row = g_byte_array_new ();
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    for (guint op = 0; op < VOTUM_N_OPS; op++)
      self->sql[kind][op] = votum_row_sql (kind, op, VOTUM_STORE_VERSION);

  /* with another file system below there is nothing to look at but through it */
  self->real_path = opening->vfs != NULL ? g_strdup (path) : votum_files_real_path (path, error);
  if (self->real_path == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * votum_store_close:
 * @self: (nullable) (transfer full): a store
 *
 * Closes the file. What had been written is there; beside it nothing stays behind.
 */
void
votum_store_close (VotumStore *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  if (self->db != NULL)
    {
      sqlite3_set_authorizer (self->db, NULL, NULL);
      sqlite3_busy_timeout (self->db, 0);
      /* the empty journal of TRUNCATE goes only when it is asked to, and when the file is not held exclusively */
      if (self->writable)
        sqlite3_exec (self->db, "PRAGMA locking_mode=NORMAL; PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
      sqlite3_close (self->db);
    }
  votum_files_release (self);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_clear_pointer (&self->things[kind], g_ptr_array_unref);
      for (guint op = 0; op < VOTUM_N_OPS; op++)
        g_free (self->sql[kind][op]);
    }
  g_clear_pointer (&self->marks, votum_marks_free);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  if (self->aside != NULL)
    votum_aside_remove (self->aside);
  g_free (self->aside);
  g_byte_array_unref (self->row);
  g_free (self->real_path);
  g_free (self->path);
  g_free (self);
}

const char *
votum_store_get_path (VotumStore *self)
{
  return self->path;
}

const char *
votum_store_get_uuid (VotumStore *self)
{
  return self->meta.uuid;
}

gboolean
votum_store_is_read_only (VotumStore *self)
{
  return self->read_only;
}

gint64
votum_store_next_id (VotumStore *self)
{
  return self->next_id++;
}

/**
 * votum_store_load_things:
 * @self: a store
 * @kind: a kind of thing
 * @things: (element-type VotumThing): takes references to them, ordered by number
 * @error: return location
 *
 * What opening has read and verified is handed over once; after that the file is read again.
 *
 * Returns: whether all could be read
 */
gboolean
votum_store_load_things (VotumStore *self,
                         VotumKind   kind,
                         GPtrArray  *things,
                         GError    **error)
{
  g_autoptr(GPtrArray) loaded = g_steal_pointer (&self->things[kind]);

  g_return_val_if_fail (kind < VOTUM_N_KINDS, FALSE);

  if (loaded == NULL)
    {
      loaded = g_ptr_array_new_with_free_func (g_object_unref);
      if (!votum_rows_load_things (self, kind, loaded, NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < loaded->len; i++)
    g_ptr_array_add (things, g_object_ref (loaded->pdata[i]));

  return TRUE;
}

/**
 * votum_store_load_marks:
 * @self: a store
 * @marks: takes copies of them
 * @error: return location
 *
 * Returns: whether all could be read
 */
gboolean
votum_store_load_marks (VotumStore *self,
                        VotumMarks *marks,
                        GError    **error)
{
  g_autoptr(VotumMarks) loaded = g_steal_pointer (&self->marks);

  if (loaded == NULL)
    {
      loaded = votum_marks_new ();
      if (!votum_rows_load_marks (self, loaded, NULL, NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < votum_marks_size (loaded); i++)
    votum_marks_append (marks, votum_marks_get (loaded, i));

  return TRUE;
}
