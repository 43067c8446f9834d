#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"

/* Keys and tokens. A secret is a row with a checksum like any other and counted among the others, but it stands outside of the
 * log and of every export: it belongs to this file. With a passphrase it is encrypted under a key made of it; without one the
 * modes of the file and the encryption of the disk are what protects it. */

#define MAX_NAME   40
#define MAX_SECRET 64
#define OVERHEAD   crypto_aead_xchacha20poly1305_ietf_ABYTES
#define MAX_MEMORY ((gint64) 1 << 30)
#define MAX_WORK   16

/* As it stands in the file. */
typedef struct {
  char name[MAX_NAME + 1];
  guint8 public_key[VOTUM_KEY_SIZE];
  gint64 operations, memory;          /* of Argon2id; 0 where there is no passphrase */
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[crypto_aead_xchacha20poly1305_ietf_NPUBBYTES];
  guint8 secret[MAX_SECRET + OVERHEAD];
  gsize length;
} Row;

G_STATIC_ASSERT (sizeof ((Row *) 0)->salt == 16 && sizeof ((Row *) 0)->nonce == 24 && MAX_SECRET + OVERHEAD <= 112);

static gboolean
is_protected (const Row *row)
{
  return row->operations > 0;
}

static gsize
salt_size (const Row *row)
{
  return is_protected (row) ? sizeof row->salt : 0;
}

static gsize
nonce_size (const Row *row)
{
  return is_protected (row) ? sizeof row->nonce : 0;
}

static void
sum_row (GByteArray *bytes,
         const Row  *row,
         guint8      sum[VOTUM_SUM_SIZE])
{
  votum_hash_begin (bytes, "secret");
  votum_hash_text (bytes, row->name);
  votum_hash_bytes (bytes, row->public_key, sizeof row->public_key);
  votum_hash_number (bytes, row->operations);
  votum_hash_number (bytes, row->memory);
  votum_hash_bytes (bytes, row->salt, salt_size (row));
  votum_hash_bytes (bytes, row->nonce, nonce_size (row));
  votum_hash_bytes (bytes, row->secret, row->length);
  votum_hash_sum (bytes, sum);
  sodium_memzero (bytes->data, bytes->len);
}

static gboolean
take_bytes (sqlite3_stmt *statement,
            int           column,
            gpointer      to,
            gsize         length)
{
  if (sqlite3_column_type (statement, column) != SQLITE_BLOB || (gsize) sqlite3_column_bytes (statement, column) != length)
    return FALSE;
  if (length > 0)
    memcpy (to, sqlite3_column_blob (statement, column), length);

  return TRUE;
}

/* Only what votum_store_put_secret() writes is taken: the work that a passphrase costs is bounded too. */
static gboolean
read_row (sqlite3_stmt *statement,
          GByteArray   *bytes,
          Row          *row,
          guint8        sum[VOTUM_SUM_SIZE])
{
  gboolean ok = TRUE;
  const char *name = votum_column_text (statement, 0, &ok);
  guint8 found[VOTUM_SUM_SIZE];
  gsize least, most;

  memset (row, 0, sizeof *row);
  row->operations = votum_column_number (statement, 2, &ok);
  row->memory = votum_column_number (statement, 3, &ok);
  if (!ok || *name == '\0' || strlen (name) > MAX_NAME || row->operations < 0 || row->operations > MAX_WORK || row->memory < 0 ||
      row->memory > MAX_MEMORY || (row->operations == 0) != (row->memory == 0))
    return FALSE;
  g_strlcpy (row->name, name, sizeof row->name);
  row->length = (gsize) sqlite3_column_bytes (statement, 6);
  least = VOTUM_KEY_SIZE + (is_protected (row) ? OVERHEAD : 0);
  most = MAX_SECRET + (is_protected (row) ? OVERHEAD : 0);

  if (row->length < least || row->length > most || !take_bytes (statement, 1, row->public_key, sizeof row->public_key) ||
      !take_bytes (statement, 4, row->salt, salt_size (row)) || !take_bytes (statement, 5, row->nonce, nonce_size (row)) ||
      !take_bytes (statement, 6, row->secret, row->length) || !take_bytes (statement, 7, found, sizeof found))
    return FALSE;
  sum_row (bytes, row, sum);

  return memcmp (found, sum, VOTUM_SUM_SIZE) == 0;
}

#define COLUMNS "name, public_key, operations, memory, salt, nonce, secret, sum"

/**
 * votum_rows_check_secrets:
 * @self: a store
 * @state: (nullable): their checksums are added to it
 * @error: return location
 *
 * Returns: whether all of them could be read
 */
gboolean
votum_rows_check_secrets (VotumStore *self,
                          VotumState *state,
                          GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT " COLUMNS " FROM secret ORDER BY name", error);
  guint n = 0;
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      guint8 sum[VOTUM_SUM_SIZE];
      Row row;
      gboolean good = read_row (statement, self->row, &row, sum);

      sodium_memzero (&row, sizeof row);
      n++;
      if (!good)
        return votum_store_damaged (self, error, _("key number %u: its checksum does not fit"), n);
      if (state != NULL)
        votum_state_add (state, sum);
    }

  return rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}

/* Whether there is one, and what it is. */
static gboolean
find_row (VotumStore *self,
          const char *name,
          Row        *row,
          guint8      sum[VOTUM_SUM_SIZE],
          gboolean   *there,
          GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT " COLUMNS " FROM secret WHERE name = :name", error);
  int rc = SQLITE_OK;

  if (statement == NULL)
    return FALSE;
  rc = votum_bind_text (statement, rc, ":name", name);
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  *there = rc == SQLITE_ROW;
  if (rc == SQLITE_DONE)
    return TRUE;
  if (rc != SQLITE_ROW)
    return votum_store_fail (self, rc, error);

  return read_row (statement, self->row, row, sum) || votum_store_damaged (self, error, _("the checksum of a key does not fit"));
}

static gboolean
put_row (VotumStore *self,
         const Row  *row,
         VotumState *state,
         GError    **error)
{
  g_autoptr(VotumStatement) statement = NULL;
  guint8 sum[VOTUM_SUM_SIZE];
  gboolean there;
  Row before;
  int rc = SQLITE_OK;

  if (!find_row (self, row->name, &before, sum, &there, error))
    return FALSE;
  sodium_memzero (&before, sizeof before);
  if (there)
    votum_state_take (state, sum);

  statement = votum_store_statement (self, there ? "UPDATE secret SET public_key = :public_key, operations = :operations, memory = :memory, "
                                                   "salt = :salt, nonce = :nonce, secret = :secret, sum = :sum WHERE name = :name"
                                                 : "INSERT INTO secret (" COLUMNS ") VALUES (:name, :public_key, :operations, :memory, "
                                                   ":salt, :nonce, :secret, :sum)", error);
  if (statement == NULL)
    return FALSE;
  sum_row (self->row, row, sum);
  rc = votum_bind_text (statement, rc, ":name", row->name);
  rc = votum_bind_bytes (statement, rc, ":public_key", row->public_key, sizeof row->public_key);
  rc = votum_bind_number (statement, rc, ":operations", row->operations);
  rc = votum_bind_number (statement, rc, ":memory", row->memory);
  rc = votum_bind_bytes (statement, rc, ":salt", row->salt, salt_size (row));
  rc = votum_bind_bytes (statement, rc, ":nonce", row->nonce, nonce_size (row));
  rc = votum_bind_bytes (statement, rc, ":secret", row->secret, row->length);
  rc = votum_bind_bytes (statement, rc, ":sum", sum, sizeof sum);
  if (!votum_store_step_done (self, statement, rc, error))
    return FALSE;
  votum_state_add (state, sum);

  return TRUE;
}

static gboolean
write_cb (VotumStore   *self,
          gconstpointer row,
          VotumState   *state,
          GError      **error)
{
  return put_row (self, row, state, error);
}

static gboolean
write_row (VotumStore *self,
           const Row  *row,
           GError    **error)
{
  return votum_store_write_unlogged (self, write_cb, row, error);
}

/* ---- passphrases ---- */

static gboolean
derive (const Row  *row,
        const char *passphrase,
        guint8      key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES],
        GError    **error)
{
  if (crypto_pwhash (key, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, passphrase, strlen (passphrase), row->salt,
                     (unsigned long long) row->operations, (size_t) row->memory, crypto_pwhash_ALG_ARGON2ID13) == 0)
    return TRUE;

  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("There is not enough memory to check the passphrase. Close other programs and try again."));

  return FALSE;
}

/* What the passphrase protects is tied to its name and its public half. */
static gsize
bind_to (const Row *row,
         guint8     to[MAX_NAME + VOTUM_KEY_SIZE])
{
  gsize length = strlen (row->name);

  memcpy (to, row->name, length);
  memcpy (to + length, row->public_key, VOTUM_KEY_SIZE);

  return length + VOTUM_KEY_SIZE;
}

static gboolean
protect (Row        *row,
         GBytes     *secret,
         const char *passphrase,
         GError    **error)
{
  guint8 key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  guint8 to[MAX_NAME + VOTUM_KEY_SIZE];
  gsize length;
  gconstpointer data = g_bytes_get_data (secret, &length);
  unsigned long long written;

  row->operations = crypto_pwhash_OPSLIMIT_MODERATE;
  row->memory = crypto_pwhash_MEMLIMIT_MODERATE;
  randombytes_buf (row->salt, sizeof row->salt);
  randombytes_buf (row->nonce, sizeof row->nonce);
  if (!derive (row, passphrase, key, error))
    return FALSE;
  crypto_aead_xchacha20poly1305_ietf_encrypt (row->secret, &written, data, length, to, bind_to (row, to), NULL, row->nonce, key);
  sodium_memzero (key, sizeof key);
  row->length = (gsize) written;

  return TRUE;
}

static void
forget_bytes (gpointer data)
{
  sodium_memzero (data, MAX_SECRET);
  g_free (data);
}

static GBytes *
unprotect (const Row  *row,
           const char *passphrase,
           GError    **error)
{
  guint8 key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  guint8 to[MAX_NAME + VOTUM_KEY_SIZE];
  guint8 *plain = g_malloc0 (MAX_SECRET);
  unsigned long long length = row->length;
  gboolean good = TRUE;

  if (!is_protected (row))
    memcpy (plain, row->secret, row->length);
  else if (!derive (row, passphrase, key, error))
    good = FALSE;
  else if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain, &length, NULL, row->secret, row->length, to, bind_to (row, to), row->nonce, key) != 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE, _("The passphrase is not the right one. Try again."));
      good = FALSE;
    }
  sodium_memzero (key, sizeof key);

  if (good)
    return g_bytes_new_with_free_func (plain, (gsize) length, forget_bytes, plain);
  forget_bytes (plain);

  return NULL;
}

static gboolean
fill_row (Row          *row,
          const char   *name,
          const guint8 *public_key,
          GBytes       *secret,
          const char   *passphrase,
          GError      **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (secret, &length);

  memset (row, 0, sizeof *row);
  row->length = length;
  g_strlcpy (row->name, name, sizeof row->name);
  memcpy (row->public_key, public_key, VOTUM_KEY_SIZE);
  if (passphrase != NULL && *passphrase != '\0')
    return protect (row, secret, passphrase, error);
  memcpy (row->secret, data, length);

  return TRUE;
}

/**
 * votum_store_put_secret:
 * @self: a store
 * @name: what it is called in this file, at most 40 bytes
 * @public_key: its public half, or its digest
 * @secret: 32 to 64 bytes
 * @passphrase: (nullable): what it is protected with from now on
 * @error: return location
 *
 * Keeps a secret, in place of the one of that name. When it returns %TRUE the secret is on the disk.
 *
 * Returns: whether it is kept; else what was kept is as it was
 */
gboolean
votum_store_put_secret (VotumStore   *self,
                        const char   *name,
                        const guint8 *public_key,
                        GBytes       *secret,
                        const char   *passphrase,
                        GError      **error)
{
  Row row;
  gboolean done;

  g_return_val_if_fail (*name != '\0' && strlen (name) <= MAX_NAME && g_bytes_get_size (secret) >= VOTUM_KEY_SIZE &&
                        g_bytes_get_size (secret) <= MAX_SECRET, FALSE);

  done = fill_row (&row, name, public_key, secret, passphrase, error) && write_row (self, &row, error);
  sodium_memzero (&row, sizeof row);

  return done;
}

/**
 * votum_store_has_secret:
 * @self: a store
 * @name: what it is called
 * @public_key: (out caller-allocates) (nullable): its public half
 * @protected: (out) (nullable): whether it needs a passphrase
 *
 * Returns: whether there is one of that name
 */
gboolean
votum_store_has_secret (VotumStore *self,
                        const char *name,
                        guint8     *public_key,
                        gboolean   *protected)
{
  guint8 sum[VOTUM_SUM_SIZE];
  gboolean there = FALSE;
  Row row;

  if (!find_row (self, name, &row, sum, &there, NULL) || !there)
    return FALSE;
  if (public_key != NULL)
    memcpy (public_key, row.public_key, VOTUM_KEY_SIZE);
  if (protected != NULL)
    *protected = is_protected (&row);
  sodium_memzero (&row, sizeof row);

  return TRUE;
}

struct _VotumLockedSecret {
  Row row;
};

/**
 * votum_store_find_secret:
 * @self: a store
 * @name: what it is called
 * @error: return location
 *
 * Returns: (transfer full): the secret as it lies in the file, which any thread can unlock; or %NULL with @error set:
 *   %VOTUM_ERROR_NOT_FOUND
 */
VotumLockedSecret *
votum_store_find_secret (VotumStore *self,
                         const char *name,
                         GError    **error)
{
  VotumLockedSecret *locked = g_new0 (VotumLockedSecret, 1);
  guint8 sum[VOTUM_SUM_SIZE];
  gboolean there = FALSE;

  if (find_row (self, name, &locked->row, sum, &there, error) && there)
    return locked;
  if (!there && (error == NULL || *error == NULL))
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("The key that this needs is not in this file."));
  votum_locked_secret_free (locked);

  return NULL;
}

void
votum_locked_secret_free (VotumLockedSecret *locked)
{
  sodium_memzero (&locked->row, sizeof locked->row);
  g_free (locked);
}

/**
 * votum_locked_secret_unlock:
 * @locked: a secret
 * @passphrase: (nullable): what it is protected with
 * @error: return location
 *
 * Takes about a second where there is a passphrase. May be called by any thread.
 *
 * Returns: (transfer full): the secret, wiped from memory with its last reference; or %NULL with @error set:
 *   %VOTUM_ERROR_PASSPHRASE
 */
GBytes *
votum_locked_secret_unlock (const VotumLockedSecret *locked,
                            const char              *passphrase,
                            GError                 **error)
{
  if (!is_protected (&locked->row) || (passphrase != NULL && *passphrase != '\0'))
    return unprotect (&locked->row, passphrase, error);
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE, _("The key is protected by a passphrase. Give it as well."));

  return NULL;
}

/**
 * votum_locked_secret_protect:
 * @locked: a secret
 * @old_passphrase: (nullable): what it is protected with
 * @passphrase: (nullable): what the new one is protected with
 * @error: return location
 *
 * Takes about a second for each passphrase. May be called by any thread.
 *
 * Returns: (transfer full): the same secret, for votum_store_put_locked_secret(); or %NULL with @error set
 */
VotumLockedSecret *
votum_locked_secret_protect (const VotumLockedSecret *locked,
                             const char              *old_passphrase,
                             const char              *passphrase,
                             GError                 **error)
{
  g_autoptr(GBytes) secret = votum_locked_secret_unlock (locked, old_passphrase, error);
  g_autoptr(VotumLockedSecret) other = g_new0 (VotumLockedSecret, 1);

  return secret != NULL && fill_row (&other->row, locked->row.name, locked->row.public_key, secret, passphrase, error) ? g_steal_pointer (&other) : NULL;
}

/**
 * votum_store_put_locked_secret:
 * @self: a store
 * @locked: a secret
 * @error: return location
 *
 * Keeps it as votum_store_put_secret() does.
 *
 * Returns: whether it is kept; else what was kept is as it was
 */
gboolean
votum_store_put_locked_secret (VotumStore               *self,
                               const VotumLockedSecret  *locked,
                               GError                  **error)
{
  return write_row (self, &locked->row, error);
}

/**
 * votum_store_get_secret:
 * @self: a store
 * @name: what it is called
 * @passphrase: (nullable): what it is protected with
 * @error: return location
 *
 * Returns: (transfer full): the secret, wiped from memory with its last reference; or %NULL with @error set:
 *   %VOTUM_ERROR_NOT_FOUND, %VOTUM_ERROR_PASSPHRASE
 */
GBytes *
votum_store_get_secret (VotumStore *self,
                        const char *name,
                        const char *passphrase,
                        GError    **error)
{
  g_autoptr(VotumLockedSecret) locked = votum_store_find_secret (self, name, error);

  return locked != NULL ? votum_locked_secret_unlock (locked, passphrase, error) : NULL;
}

/**
 * votum_store_copy_secrets:
 * @from: a store, perhaps of a damaged file
 * @to: another store
 * @all: (out): whether each could be read
 * @error: return location
 *
 * Copies the secrets whose checksums fit, protected as they are.
 *
 * Returns: whether they could be written
 */
gboolean
votum_store_copy_secrets (VotumStore *from,
                          VotumStore *to,
                          gboolean   *all,
                          GError    **error)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (from->db, "SELECT " COLUMNS " FROM secret", from->path, NULL);
  int rc = SQLITE_ERROR;

  *all = TRUE;
  while (statement != NULL && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      guint8 sum[VOTUM_SUM_SIZE];
      Row row;
      gboolean good = read_row (statement, from->row, &row, sum);
      gboolean done = !good || write_row (to, &row, error);

      sodium_memzero (&row, sizeof row);
      *all = *all && good;
      if (!done)
        return FALSE;
    }
  *all = *all && rc == SQLITE_DONE;

  return TRUE;
}
