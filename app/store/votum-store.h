#pragma once

#include "votum-changes.h"
#include "votum-document.h"
#include "votum-problems.h"

G_BEGIN_DECLS

#define VOTUM_STORE_APPLICATION_ID 0x566f7475   /* "Votu" */
#define VOTUM_KEY_SIZE             32           /* bytes of a public key, of a token, and of a digest */
#define VOTUM_STORE_MAX_PLACE      200          /* bytes of a draft's place */
#define VOTUM_STORE_VERSION        4

/**
 * VotumStore:
 *
 * A case file on disk: hardened SQLite, one writer. What is written is on disk when the call returns, or the file is
 * as it was. Every row carries a checksum, every change an entry in a hash-chained log. To be used by one thread at a
 * time, whichever that is.
 */
typedef struct _VotumStore VotumStore;

typedef enum {
  VOTUM_STORE_READ_WRITE = 0,
  VOTUM_STORE_READ_ONLY  = 1 << 0, /* look only: works on a read-only file or folder */
} VotumStoreFlags;

/* What somebody is writing and has not finished: no part of the case yet, and not in its log. */
typedef struct {
  char *place;                     /* where the text is written: an id that the window makes */
  char *text;                      /* never empty: an empty draft is none */
  char *time;                      /* when it was kept last */
} VotumDraft;

void        votum_draft_free          (VotumDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumDraft, votum_draft_free)

VotumStore *votum_store_create        (const char *path, GError **error);
VotumStore *votum_store_open          (const char *path, VotumStoreFlags flags, GCancellable *cancellable, GError **error);
VotumStore *votum_store_open_copy     (const char *path, GCancellable *cancellable, GError **error);
void        votum_store_close         (VotumStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumStore, votum_store_close)

const char *votum_store_get_path      (VotumStore *self);
const char *votum_store_get_uuid      (VotumStore *self);  /* of the case, given at creation */
gboolean    votum_store_is_read_only  (VotumStore *self);

/* Reading. Things come ordered by id, marks in their own order. Every row is verified (checksum, types, model). */
gboolean    votum_store_load_things   (VotumStore *self, VotumKind kind, GPtrArray *things, GError **error);
gboolean    votum_store_load_marks    (VotumStore *self, VotumMarks *marks, GError **error);
GPtrArray  *votum_store_load_log      (VotumStore *self, GError **error);                 /* (transfer full) of VotumLogEntry */
VotumLogEntry *votum_store_last_entry (VotumStore *self, GError **error);                 /* (transfer full) (nullable) */
VotumChanges *votum_store_load_changes (VotumStore *self, gint64 entry, GError **error);  /* (transfer full): what an entry changed */

/* Drafts. votum_store_write() drops the one that its changes finish (votum_changes_finish()) in the same transaction. */
gboolean    votum_store_load_drafts   (VotumStore *self, GPtrArray *drafts, GError **error);  /* takes VotumDraft, ordered by place */
gboolean    votum_store_put_draft     (VotumStore *self, const char *place, const char *text, GError **error);  /* (nullable): drop it */
gboolean    votum_store_move_draft    (VotumStore *self, const char *from, const char *place, const char *text, GError **error);

/* A number for a new thing: never used before in this case, also not by something that is gone. Taken when written. */
gint64      votum_store_next_id       (VotumStore *self);

/* Keys and tokens of this file: in no log and in no export. */
gboolean    votum_store_put_secret    (VotumStore *self, const char *name, const guint8 *public_key, GBytes *secret, const char *passphrase,
                                       GError **error);
gboolean    votum_store_has_secret    (VotumStore *self, const char *name, guint8 *public_key, gboolean *protected);
GBytes     *votum_store_get_secret    (VotumStore *self, const char *name, const char *passphrase, GError **error);

/* A secret as it lies in the file, which any thread can unlock. */
typedef struct _VotumLockedSecret VotumLockedSecret;

VotumLockedSecret *votum_store_find_secret (VotumStore *self, const char *name, GError **error);
GBytes     *votum_locked_secret_unlock (const VotumLockedSecret *locked, const char *passphrase, GError **error);
VotumLockedSecret *votum_locked_secret_protect (const VotumLockedSecret *locked, const char *old_passphrase, const char *passphrase, GError **error);
gboolean    votum_store_put_locked_secret (VotumStore *self, const VotumLockedSecret *locked, GError **error);
void        votum_locked_secret_free  (VotumLockedSecret *locked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumLockedSecret, votum_locked_secret_free)

/**
 * Writes @changes and their log entry in one transaction. @entry: time, who, command, subject, old_value, new_value,
 * reverses are the caller's; number, n_changes, digest and hash are filled in. After an error nothing has been written;
 * the caller reads its state again. New things without id get one (votum_thing_set_id() on new_thing).
 */
gboolean    votum_store_write         (VotumStore *self, VotumChanges *changes, VotumLogEntry *entry, GCancellable *cancellable,
                                       VotumProgressFunc progress, gpointer progress_data, GError **error);
/* Takes over the log of the case that an award XML was exported from: only into a case without a log. */
gint64      votum_store_n_archived    (VotumStore *self);  /* entries of the log that came with votum_store_archive_log() */
gboolean    votum_store_archive_log   (VotumStore *self, GPtrArray *entries, GError **error);

/* The bytes of attachments, by their digest (64 hexadecimal digits). Put before the command that refers to it. */
char       *votum_store_put_content   (VotumStore *self, GBytes *bytes, GError **error);  /* (transfer full): digest */
GBytes     *votum_store_get_content   (VotumStore *self, const char *digest, GError **error);
GBytes     *votum_store_peek_content  (VotumStore *self, const char *digest, GError **error);
gboolean    votum_content_check       (const char *path, GBytes *bytes, const char *digest, GError **error);
gboolean    votum_store_verify        (VotumStore *self, GCancellable *cancellable, VotumProgressFunc progress, gpointer progress_data, GError **error);
gboolean    votum_store_backup        (VotumStore *self, const char *path, GError **error);
/* A copy beside the user's data, the ten latest of each case. (transfer full): where it is */
char       *votum_store_keep_backup   (VotumStore *self, GError **error);
/* The same once a day: taken here, written by any thread. */
typedef struct _VotumBackup VotumBackup;
VotumBackup *votum_store_begin_backup (VotumStore *self, GError **error);                 /* (transfer full) (nullable) */
gboolean    votum_backup_write        (VotumBackup *self, GError **error);
void        votum_backup_free         (VotumBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumBackup, votum_backup_free)
GPtrArray  *votum_store_list_backups  (const char *uuid);                                 /* (transfer full) of char *: paths */
char      **votum_store_list_backed_up (void);                                            /* (transfer full): uuids */
gboolean    votum_backup_describe     (const char *path, GDateTime **time, char **name);  /* (out) (transfer full) */
/* The name among cases of a file that may be damaged, and a copy of one to a new place. */
char       *votum_store_find_uuid     (const char *path, GError **error);
gboolean    votum_store_copy_file     (const char *path, const char *new_path, GError **error);
/* A damaged case: what can be read goes to a new file; @report gets a line per thing that is missing. */
gboolean    votum_store_salvage       (const char *path, const char *new_path, GPtrArray *report, GCancellable *cancellable, GError **error);

/* BLAKE2b-256 of some bytes, hexadecimal. (transfer full) */
char       *votum_digest              (gconstpointer data, gsize length);

G_END_DECLS
