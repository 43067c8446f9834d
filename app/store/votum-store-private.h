#pragma once

#include "votum-hash.h"
#include "votum-schema.h"
#include "votum-sql.h"
#include "votum-store.h"

G_BEGIN_DECLS

#define VOTUM_STORE_MAX_SIZE    (G_GINT64_CONSTANT (2) << 30)  /* bytes of a case file */
#define VOTUM_STORE_MAX_CONTENT (64 << 20)                     /* bytes of an attachment */
#define VOTUM_STORE_MAX_TEXTS   (1 << 20)                      /* bytes of a text in all its languages */
#define VOTUM_STORE_PAGE_SIZE   4096
#define VOTUM_STORE_BATCH       256                            /* rows of a change batch */
#define VOTUM_STORE_BACKUPS     10                             /* rolling backups of a case */

/* What the file says about itself. */
typedef struct {
  char uuid[37];
  char created[41];
  gint64 next_id;
  gint64 log_count;                          /* entries in the log */
  char log_head[VOTUM_DIGEST_LENGTH + 1];    /* hash of the last of them; "" before the first */
  gint64 taken_over;                         /* entries that came with an import and have no change rows */
  VotumState state;                          /* over the checksums of all things, marks, drafts and secrets */
} VotumMeta;

typedef enum {
  VOTUM_OP_INSERT,
  VOTUM_OP_UPDATE,
  VOTUM_OP_DELETE,
  VOTUM_OP_SELECT,
  VOTUM_OP_FREE_KEY,
  VOTUM_N_OPS
} VotumOp;

struct _VotumStore {
  sqlite3 *db;
  char *path;                     /* as given: for people */
  char *real_path;                /* absolute, folder without links: for SQLite */
  const VotumSchema *schema;
  int version;                    /* of the file; less than the schema's only where a damaged one is salvaged */
  gboolean lost_schema;           /* a damaged file: where its tables are was guessed from a new case */
  gboolean read_only;             /* nothing is written for the caller */
  gboolean writable;              /* the connection may write: also to take back an interrupted change */
  gboolean registered;            /* this program knows the file as open */
  char *aside;                    /* (nullable): the folder of a copy, which goes with it */
  guint64 device, inode;

  VotumMeta meta;                 /* as in the file */
  gint64 next_id;                 /* not less than that of meta: numbers already given away */
  gboolean stale;                 /* meta has to be read again before the next write */

  GHashTable *statements;         /* SQL -> prepared */
  char *sql[VOTUM_N_KINDS][VOTUM_N_OPS];
  GByteArray *row;                /* scratch for checksums */

  GPtrArray *things[VOTUM_N_KINDS]; /* verified while opening, until they are handed over */
  VotumMarks *marks;
  GPtrArray *drafts;

  GCancellable *cancellable;      /* of the work in hand */
  gint64 cpu_limit;               /* of this thread, microseconds; 0: none */
};

/* How a file is opened; tests put another file system below and another schema on top. */
typedef struct {
  VotumStoreFlags flags;
  const char *shown;              /* (nullable): the path that people know, where it is another one */
  const char *vfs;                /* (nullable): the name of an SQLite VFS; then nothing is looked at but through it */
  const VotumSchema *schema;      /* (nullable): the one of this program */
  GCancellable *cancellable;
} VotumOpening;

VotumStore    *votum_store_create_internal (const char *path, const VotumOpening *opening, const char *uuid, GError **error);
VotumStore    *votum_store_open_internal   (const char *path, const VotumOpening *opening, GError **error);

/* votum-store.c */
VotumStore    *votum_store_new          (const char *path, const VotumOpening *opening, GError **error);
VotumStatement *votum_store_statement   (VotumStore *self, const char *sql, GError **error);
gboolean       votum_store_step_done    (VotumStore *self, sqlite3_stmt *statement, int rc, GError **error);
gboolean       votum_store_fail         (VotumStore *self, int rc, GError **error);
gboolean       votum_store_damaged      (VotumStore *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean       votum_store_may_write    (VotumStore *self, GError **error);
gboolean       votum_store_exec         (VotumStore *self, const char *sql, GError **error);
void           votum_store_watch        (VotumStore *self, GCancellable *cancellable, gint64 cpu_limit);
void           votum_store_rollback     (VotumStore *self);
gboolean       votum_damaged            (const char *path, GError **error, const char *what);

/* votum-store-files.c: the file before SQLite sees it, and its neighbours */
gboolean       votum_files_check        (VotumStore *self, gint64 *size, GError **error);
gboolean       votum_files_make         (const char *path, GError **error);
gboolean       votum_files_claim        (VotumStore *self, GError **error);
void           votum_files_release      (VotumStore *self);
char          *votum_files_real_path    (const char *path, GError **error);
gboolean       votum_files_sync         (const char *path, GError **error);
gboolean       votum_files_publish      (const char *temporary, const char *path, GError **error);

/* votum-store-journal.c */
gboolean       votum_journal_read_header (const char *path, gint64 size, guint8 *header, gsize length);
gboolean       votum_journal_names_file  (const char *path, gint64 size);

/* votum-store-open.c */
gboolean       votum_store_connect      (VotumStore *self, const VotumOpening *opening, int flags, GError **error);
gboolean       votum_store_check_rows   (VotumStore *self, GError **error);

/* votum-store-meta.c */
gboolean       votum_meta_read          (VotumStore *self, VotumMeta *meta, GError **error);
gboolean       votum_meta_write         (VotumStore *self, const VotumMeta *meta, GError **error);
gboolean       votum_meta_insert        (VotumStore *self, const VotumMeta *meta, GError **error);
gboolean       votum_store_refresh      (VotumStore *self, GError **error);

/* Writes @data and keeps @state, the sum of all rows, in step. */
typedef gboolean (*VotumStoreWrite) (VotumStore *self, gconstpointer data, VotumState *state, GError **error);

gboolean       votum_store_write_unlogged (VotumStore *self, VotumStoreWrite write, gconstpointer data, GError **error);

/* votum-store-check.c */
gboolean       votum_check_schema       (VotumStore *self, int version, GError **error);
gboolean       votum_check_log          (VotumStore *self, GError **error);
gboolean       votum_check_contents     (VotumStore *self, GError **error);
typedef struct _VotumIntegrity VotumIntegrity;
VotumIntegrity *votum_integrity_start   (VotumStore *self, gint64 size);
gboolean       votum_integrity_finish   (VotumIntegrity *self, VotumStore *store, GError **error);

/* votum-store-rows.c */
char          *votum_row_sql            (VotumKind kind, VotumOp op, int version);
char          *votum_row_table          (VotumKind kind);
void           votum_row_sum_thing      (GByteArray *row, VotumThing *thing, guint8 sum[VOTUM_SUM_SIZE]);
int            votum_row_bind_thing     (sqlite3_stmt *statement, VotumThing *thing, const guint8 sum[VOTUM_SUM_SIZE]);
VotumThing    *votum_row_read_thing     (sqlite3_stmt *statement, VotumKind kind, GByteArray *row, guint8 sum[VOTUM_SUM_SIZE], GError **error);
gboolean       votum_row_check_thing    (VotumThing *thing, GError **error);
gboolean       votum_rows_load_things   (VotumStore *self, VotumKind kind, GPtrArray *things, VotumState *state, GError **error);

/* votum-store-marks.c */
#define VOTUM_ROW_VALUE_SIZE 32
gsize          votum_row_format_value   (char text[VOTUM_ROW_VALUE_SIZE], const VotumMark *mark);
gboolean       votum_row_parse_value    (const char *text, VotumMark *mark);
void           votum_row_sum_mark       (GByteArray *row, const VotumMark *mark, guint8 sum[VOTUM_SUM_SIZE]);
gboolean       votum_row_check_mark     (const VotumMark *mark, GError **error);
gboolean       votum_row_read_mark      (sqlite3_stmt *statement, VotumMark *mark, GByteArray *row, guint8 sum[VOTUM_SUM_SIZE], GError **error);
gboolean       votum_rows_load_marks    (VotumStore *self, VotumMarks *marks, GHashTable *const *ids, VotumState *state, GError **error);

/* votum-store-drafts.c */
VotumDraft    *votum_row_read_draft     (sqlite3_stmt *statement, GByteArray *row, guint8 sum[VOTUM_SUM_SIZE], GError **error);
gboolean       votum_rows_load_drafts   (VotumStore *self, GPtrArray *drafts, VotumState *state, GError **error);
gboolean       votum_row_drop_draft     (VotumStore *self, const char *place, VotumState *state, GError **error);
gboolean       votum_store_keep_drafts  (VotumStore *self, GPtrArray *drafts, GError **error);
#define VOTUM_DRAFT_COLUMNS "place, text, time, sum"

/* votum-store-secrets.c */
gboolean       votum_rows_check_secrets (VotumStore *self, VotumState *state, GError **error);
gboolean       votum_store_copy_secrets (VotumStore *from, VotumStore *to, gboolean *all, GError **error);

/* votum-store-changes.c: what changed, as JSON */
typedef gboolean (*VotumBatchFunc) (const char *kind, const char *old_rows, const char *new_rows, guint n_rows, gpointer data, GError **error);
gboolean       votum_batches_write      (VotumChanges *changes, VotumBatchFunc func, gpointer data, GError **error);
gboolean       votum_batch_read         (const char *kind, const char *old_rows, const char *new_rows, VotumChanges *changes, GError **error);

/* votum-store-log.c */
char          *votum_log_hash           (const VotumLogEntry *entry, const char *previous);
gboolean       votum_log_check_entry    (const VotumLogEntry *entry, GError **error);
VotumLogEntry *votum_log_read_entry     (sqlite3_stmt *statement);
gboolean       votum_log_insert         (VotumStore *self, const VotumLogEntry *entry, GError **error);
#define VOTUM_LOG_COLUMNS "number, time, who, command, subject, old_value, new_value, reverses, n_changes, digest, hash"

/* votum-store-aside.c: copies of files in folders of their own */
typedef enum {
  VOTUM_ASIDE_NONE     = 0,
  VOTUM_ASIDE_OPTIONAL = 1 << 0, /* it need not be there */
  VOTUM_ASIDE_LOCKED   = 1 << 1, /* also while another program has it open */
} VotumAsideFlags;
gboolean       votum_aside_copy         (const char *path, const char *to, VotumAsideFlags flags, GError **error);
gboolean       votum_aside_unreadable   (const char *path, int code, GError **error);
void           votum_aside_remove       (const char *folder);

/* votum-store-repair.c: a copy of a damaged file that SQLite can read at all */
VotumStore    *votum_repair_open        (const char *path, char **folder, GError **error);
void           votum_repair_close       (VotumStore *self, const char *folder);

/* votum-store-migrate.c */
gboolean       votum_store_migrate      (VotumStore *self, int from, GError **error);

G_END_DECLS
