#include "votum-config.h"

#include "votum-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* A case file is opened as if a stranger had sent it, since one may have. First its bytes are looked at
 * (votum-store-files.c), then SQLite opens it with everything off that a case does not need, then its schema has to be
 * ours to the letter, its pages whole, every row as its checksum says, and the log one chain. Only then can it be
 * written. Whatever is refused stays byte for byte as it was. */

/* Time of the processor that opening may take, whatever a file does to us. */
#define OPEN_TIME      (4 * G_USEC_PER_SEC)
#define OPEN_TIME_MIB  (G_USEC_PER_SEC / 4) /* and for each MiB of the file */

#define HEAP_LIMIT     (G_GINT64_CONSTANT (1) << 30) /* bytes, of all of SQLite */

static void
prepare_process (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      struct sigaction action;

      if (sodium_init () < 0)
        g_error ("libsodium cannot be used");
      /* whatever a file makes SQLite do, the rest of the program keeps its memory */
      if (sqlite3_hard_heap_limit64 (-1) == 0)
        sqlite3_hard_heap_limit64 (HEAP_LIMIT);
      /* a file that may not grow any more is an error to report, not the end of the program */
      if (sigaction (SIGXFSZ, NULL, &action) == 0 && action.sa_handler == SIG_DFL)
        signal (SIGXFSZ, SIG_IGN);
      g_once_init_leave (&done, 1);
    }
}

static gboolean
harden (VotumStore *self,
        GError    **error)
{
  static const int on[] = { SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY };
  static const int off[] = {
    SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER,
    SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, SQLITE_DBCONFIG_WRITABLE_SCHEMA,
  };
  static const int limits[][2] = {
    { SQLITE_LIMIT_LENGTH, VOTUM_STORE_MAX_CONTENT + (1 << 20) }, { SQLITE_LIMIT_SQL_LENGTH, 100000 }, { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 }, { SQLITE_LIMIT_COMPOUND_SELECT, 10 }, { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 16 }, { SQLITE_LIMIT_ATTACHED, 0 }, { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 64 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 4 }, { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };
  int rc = SQLITE_OK;

  for (guint i = 0; i < G_N_ELEMENTS (on) && rc == SQLITE_OK; i++)
    rc = sqlite3_db_config (self->db, on[i], 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (off) && rc == SQLITE_OK; i++)
    rc = sqlite3_db_config (self->db, off[i], 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->db, limits[i][0], limits[i][1]);
  if (rc != SQLITE_OK)
    return votum_store_fail (self, rc, error);

  sqlite3_busy_timeout (self->db, 1000);

  /* as many pages as a case may have that is to be opened again */
  G_STATIC_ASSERT (VOTUM_STORE_MAX_SIZE / VOTUM_STORE_PAGE_SIZE == 524288);
  return votum_store_exec (self, "PRAGMA max_page_count=524288; "
                                 "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; "
                                 "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; PRAGMA recursive_triggers=OFF; "
                                 "PRAGMA foreign_keys=ON; PRAGMA synchronous=EXTRA", error);
}

/**
 * votum_store_connect:
 * @self: a store without a connection
 * @opening: how
 * @flags: SQLite's flags
 * @error: return location
 *
 * Returns: whether SQLite has the file open, with everything off that a case does not need
 */
gboolean
votum_store_connect (VotumStore         *self,
                     const VotumOpening *opening,
                     int                 flags,
                     GError            **error)
{
  int rc;

  prepare_process ();
  /* a store is used by one thread at a time: SQLite need not lock for every column */
  flags |= SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  rc = sqlite3_open_v2 (self->real_path, &self->db, flags, opening->vfs);
  if (rc != SQLITE_OK)
    return votum_store_fail (self, rc, error);
  sqlite3_extended_result_codes (self->db, 1);

  if (!harden (self, error))
    return FALSE;
  if (self->writable && sqlite3_db_readonly (self->db, "main") == 1)
    return votum_store_fail (self, SQLITE_READONLY, error);

  return TRUE;
}

/* What runs against an opened case may read and write rows, and nothing else. */
static int
authorize_cb (void       *data,
              int         action,
              const char *first,
              const char *second,
              const char *database,
              const char *trigger)
{
  switch (action)
    {
    case SQLITE_READ:
    case SQLITE_SELECT:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_TRANSACTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return second != NULL && (g_ascii_strcasecmp (second, "load_extension") == 0 || g_ascii_strcasecmp (second, "fts3_tokenizer") == 0)
             ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
      /* asking, not setting */
      return first != NULL && (second == NULL || g_str_equal (first, "integrity_check")) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

static gboolean
read_number (VotumStore *self,
             const char *sql,
             gint64     *number,
             GError    **error)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (self->db, sql, self->path, error);
  int rc;

  if (statement == NULL)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW)
    return votum_store_fail (self, rc, error);
  *number = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

/* Takes the file for this program alone, now and not at the first change; an interrupted change is taken back. */
static gboolean
lock_file (VotumStore *self,
           GError    **error)
{
  return votum_store_exec (self, !self->writable ? "BEGIN; SELECT count(*) FROM sqlite_schema; COMMIT" : "BEGIN EXCLUSIVE; COMMIT", error);
}

static void
collect_ids (GPtrArray  *things,
             GHashTable *ids)
{
  for (guint i = 0; i < things->len; i++)
    g_hash_table_add (ids, GINT_TO_POINTER ((gint) votum_thing_get_id (things->pdata[i])));
}

static gboolean
check_references (VotumStore        *self,
                  VotumThing        *thing,
                  GHashTable *const *ids,
                  GError           **error)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  if (votum_thing_get_id (thing) >= self->meta.next_id)
    return votum_store_damaged (self, error, _("<%s> “%s” has a number that was never given"), info->name, votum_thing_get_key (thing));

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == VOTUM_FIELD_REF && votum_thing_is_set (thing, i) &&
        !g_hash_table_contains (ids[info->fields[i].target], GINT_TO_POINTER ((gint) votum_thing_get_ref (thing, i))))
      return votum_store_damaged (self, error, _("<%s> “%s” refers to a <%s> that is not there"), info->name,
                                  votum_thing_get_key (thing), votum_thing_info (info->fields[i].target)->name);

  return TRUE;
}

static gboolean
load_rows (VotumStore  *self,
           GHashTable **ids,
           GError     **error)
{
  VotumState state = { 0, 0 };

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_clear_pointer (&self->things[kind], g_ptr_array_unref);
      self->things[kind] = g_ptr_array_new_with_free_func (g_object_unref);
      if (!votum_rows_load_things (self, kind, self->things[kind], &state, error))
        return FALSE;
      collect_ids (self->things[kind], ids[kind]);
    }
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    for (guint i = 0; i < self->things[kind]->len; i++)
      if (!check_references (self, self->things[kind]->pdata[i], ids, error))
        return FALSE;

  g_clear_pointer (&self->marks, votum_marks_free);
  self->marks = votum_marks_new ();
  if (!votum_rows_load_marks (self, self->marks, ids, &state, error))
    return FALSE;

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_draft_free);
  if (!votum_rows_load_drafts (self, self->drafts, &state, error))
    return FALSE;
  if (!votum_rows_check_secrets (self, &state, error))
    return FALSE;

  if (state.low != self->meta.state.low || state.high != self->meta.state.high)
    return votum_store_damaged (self, error, _("rows are missing, or are there that were not written by Votum"));

  return TRUE;
}

/**
 * votum_store_check_rows:
 * @self: a store that knows what the file says about itself
 * @error: return location
 *
 * Reads all things, marks and drafts, each with its checksum and what it refers to, and keeps them for who asks first.
 *
 * Returns: whether all of them are there, and nothing else
 */
gboolean
votum_store_check_rows (VotumStore *self,
                        GError    **error)
{
  GHashTable *ids[VOTUM_N_KINDS];
  gboolean done;

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    ids[kind] = g_hash_table_new (NULL, NULL);
  done = load_rows (self, ids, error);
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    g_hash_table_unref (ids[kind]);

  return done;
}

/* Everything there is to be found out about a file before it is trusted, and nothing that changes it. */
static gboolean
check_content (VotumStore *self,
               int         version,
               GError    **error)
{
  gboolean current = version == self->schema->version;

  if (!votum_check_schema (self, version, error))
    return FALSE;

  self->stale = TRUE;
  if (!votum_store_refresh (self, error) || !votum_check_log (self, error))
    return FALSE;

  /* rows of an older version have other columns: they are read when they have been brought to this one */
  return !current || votum_store_check_rows (self, error);
}

static gboolean
check_all (VotumStore *self,
           gint64      size,
           int         version,
           GError    **error)
{
  VotumIntegrity *integrity = votum_integrity_start (self, size);
  gboolean content = check_content (self, version, error);
  gboolean whole = votum_integrity_finish (integrity, self, content ? error : NULL);

  return content && whole;
}

/* That a file can be written shows only when it is written: a change that is taken back at once. It has to be one: a row
 * that becomes what it is is not written. */
static gboolean
probe (VotumStore *self,
       GError    **error)
{
  gboolean done;

  if (!votum_store_exec (self, "PRAGMA journal_mode=TRUNCATE", error))
    return FALSE;
  done = votum_store_exec (self, "BEGIN IMMEDIATE; UPDATE meta SET remark = iif (remark = '-', '+', '-') WHERE name = 'created'", error);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return done;
}

static gboolean
check_version (VotumStore *self,
               int        *version,
               GError    **error)
{
  gint64 application, user_version;

  /* once more through SQLite: what lies beside the file can change what the header says */
  if (!read_number (self, "PRAGMA application_id", &application, error) || !read_number (self, "PRAGMA user_version", &user_version, error))
    return FALSE;
  if (application != VOTUM_STORE_APPLICATION_ID || user_version < 1 || user_version > self->schema->version)
    return votum_store_damaged (self, error, _("its header is not that of a case"));
  *version = (int) user_version;

  return TRUE;
}

static gboolean
open_checked (VotumStore         *self,
              const VotumOpening *opening,
              gint64              size,
              GError            **error)
{
  int version = 0;

  if (!votum_store_connect (self, opening, self->writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error))
    return FALSE;

  votum_store_watch (self, opening->cancellable, OPEN_TIME + OPEN_TIME_MIB * (size >> 20));
  if (!lock_file (self, error) || !check_version (self, &version, error) || !check_all (self, size, version, error))
    return FALSE;
  if (self->writable && !probe (self, error))
    return FALSE;
  if (version < self->schema->version && !votum_store_migrate (self, version, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (opening->cancellable, error))
    return FALSE;

  votum_store_watch (self, NULL, 0);
  sqlite3_set_authorizer (self->db, authorize_cb, self);

  return TRUE;
}

/**
 * votum_store_open_internal:
 * @path: a case file
 * @opening: how
 * @error: return location
 *
 * Returns: (transfer full): as votum_store_open()
 */
VotumStore *
votum_store_open_internal (const char         *path,
                           const VotumOpening *opening,
                           GError            **error)
{
  g_autoptr(VotumStore) self = votum_store_new (path, opening, error);
  gint64 size = 0;

  if (self == NULL)
    return NULL;
  if (opening->vfs == NULL && (!votum_files_claim (self, error) || !votum_files_check (self, &size, error)))
    return NULL;
  if (!open_checked (self, opening, size, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * votum_store_open:
 * @path: a case file
 * @flags: how
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Opens a case and verifies all of it: its schema, its pages, every row, the log. A file that is refused stays as it was.
 *
 * Errors: %VOTUM_ERROR_FOREIGN, %VOTUM_ERROR_NEWER, %VOTUM_ERROR_DAMAGED, %VOTUM_ERROR_LOCKED, %VOTUM_ERROR_READ_ONLY,
 * %VOTUM_ERROR_DISK, %VOTUM_ERROR_NOT_FOUND, %VOTUM_ERROR_LIMIT, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
VotumStore *
votum_store_open (const char     *path,
                  VotumStoreFlags flags,
                  GCancellable   *cancellable,
                  GError        **error)
{
  VotumOpening opening = { .flags = flags, .cancellable = cancellable };

  return votum_store_open_internal (path, &opening, error);
}

static gboolean
fill_new (VotumStore *self,
          const char *uuid,
          GError    **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d", VOTUM_STORE_APPLICATION_ID,
                                              self->schema->version);
  g_autofree char *fresh = g_uuid_string_random ();
  g_autofree char *now = votum_text_now ();
  g_autoptr(GPtrArray) statements = votum_schema_list (self->schema, self->schema->version);
  VotumMeta meta = { .next_id = 1 };

  g_strlcpy (meta.uuid, uuid != NULL ? uuid : fresh, sizeof meta.uuid);
  g_strlcpy (meta.created, now, sizeof meta.created);

  if (!votum_store_exec (self, "PRAGMA page_size=4096; PRAGMA auto_vacuum=NONE; PRAGMA encoding='UTF-8'; PRAGMA journal_mode=TRUNCATE; "
                               "BEGIN EXCLUSIVE", error) ||
      !votum_store_exec (self, version, error))
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    if (!votum_store_exec (self, g_ptr_array_index (statements, i), error))
      return FALSE;
  if (!votum_meta_insert (self, &meta, error) || !votum_store_exec (self, "COMMIT", error))
    return FALSE;

  self->meta = meta;
  self->next_id = meta.next_id;
  self->marks = votum_marks_new ();

  return TRUE;
}

/**
 * votum_store_create_internal:
 * @path: a file that does not exist
 * @opening: how
 * @uuid: (nullable): the name of the case among cases, if it has one
 * @error: return location
 *
 * Returns: (transfer full): as votum_store_create()
 */
VotumStore *
votum_store_create_internal (const char         *path,
                             const VotumOpening *opening,
                             const char         *uuid,
                             GError            **error)
{
  g_autoptr(VotumStore) self = votum_store_new (path, opening, error);
  int flags = SQLITE_OPEN_READWRITE | (opening->vfs != NULL ? SQLITE_OPEN_CREATE : 0);
  gboolean made = FALSE;

  if (self == NULL)
    return NULL;
  if (opening->vfs == NULL)
    {
      if (!votum_files_make (self->real_path, error))
        return NULL;
      made = TRUE;
    }

  if ((made && !votum_files_claim (self, error)) || !votum_store_connect (self, opening, flags, error) || !fill_new (self, uuid, error))
    {
      g_autofree char *left = g_strdup (self->real_path);

      votum_store_rollback (self);
      g_clear_pointer (&self, votum_store_close);
      if (made)
        g_unlink (left);
      return NULL;
    }
  sqlite3_set_authorizer (self->db, authorize_cb, self);

  return g_steal_pointer (&self);
}

/**
 * votum_store_create:
 * @path: a file that does not exist
 * @error: return location
 *
 * Makes an empty case with a name of its own among all cases, for the user alone (0600).
 *
 * Returns: (transfer full): the store, or %NULL with @error set and nothing left behind
 */
VotumStore *
votum_store_create (const char *path,
                    GError    **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_WRITE };

  return votum_store_create_internal (path, &opening, NULL, error);
}
