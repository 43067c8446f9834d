#pragma once

#include <gio/gio.h>
#include <sodium.h>

G_BEGIN_DECLS

#define VOTUM_SUM_SIZE    16            /* bytes of a row's checksum */
#define VOTUM_DIGEST_SIZE 32
#define VOTUM_DIGEST_LENGTH (2 * VOTUM_DIGEST_SIZE) /* of a digest as text, without its end */

/* What is hashed is a row of values, each with its type and its length before it: no two rows read the same. */
void     votum_hash_begin  (GByteArray *row, const char *what);
void     votum_hash_number (GByteArray *row, gint64 number);
void     votum_hash_text   (GByteArray *row, const char *text);               /* (nullable) */
void     votum_hash_bytes  (GByteArray *row, gconstpointer data, gsize length);
void     votum_hash_null   (GByteArray *row);
void     votum_hash_sum    (const GByteArray *row, guint8 sum[VOTUM_SUM_SIZE]);
char    *votum_hash_digest (const GByteArray *row);                            /* (transfer full): hexadecimal */

/* The same over more than fits in memory at once. */
typedef struct {
  crypto_generichash_state state;
} VotumHasher;

void     votum_hasher_init   (VotumHasher *self);
void     votum_hasher_bytes  (VotumHasher *self, gconstpointer data, gsize length); /* (nullable) */
void     votum_hasher_finish (VotumHasher *self, char digest[VOTUM_DIGEST_LENGTH + 1]);

gboolean votum_digest_check  (const char *digest);

/* A sum over a set of rows that does not depend on their order: rows come and go one by one. */
typedef struct {
  guint64 low, high;
} VotumState;

void     votum_state_add     (VotumState *self, const guint8 sum[VOTUM_SUM_SIZE]);
void     votum_state_take    (VotumState *self, const guint8 sum[VOTUM_SUM_SIZE]);

G_END_DECLS
