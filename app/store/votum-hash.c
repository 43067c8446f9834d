#include "votum-config.h"

#include "votum-hash.h"

#include <string.h>

#include "votum-store.h"

/* The first byte says what follows, so that "no text", an empty text and the number 0 differ. */
enum {
  TAG_NULL = 'n',
  TAG_NUMBER = 'i',
  TAG_BYTES = 't',
};

void
votum_hash_begin (GByteArray *row,
                  const char *what)
{
  g_byte_array_set_size (row, 0);
  votum_hash_text (row, what);
}

void
votum_hash_null (GByteArray *row)
{
  g_byte_array_append (row, (const guint8[]) { TAG_NULL }, 1);
}

void
votum_hash_number (GByteArray *row,
                   gint64      number)
{
  guint8 bytes[1 + sizeof (gint64)] = { TAG_NUMBER };
  gint64 value = GINT64_TO_LE (number);

  memcpy (bytes + 1, &value, sizeof value);
  g_byte_array_append (row, bytes, sizeof bytes);
}

void
votum_hash_bytes (GByteArray   *row,
                  gconstpointer data,
                  gsize         length)
{
  guint8 bytes[1 + sizeof (guint64)] = { TAG_BYTES };
  guint64 size = GUINT64_TO_LE ((guint64) length);

  memcpy (bytes + 1, &size, sizeof size);
  g_byte_array_append (row, bytes, sizeof bytes);
  if (length > 0)
    g_byte_array_append (row, data, length);
}

void
votum_hash_text (GByteArray *row,
                 const char *text)
{
  if (text != NULL)
    votum_hash_bytes (row, text, strlen (text));
  else
    votum_hash_null (row);
}

void
votum_hash_sum (const GByteArray *row,
                guint8            sum[VOTUM_SUM_SIZE])
{
  crypto_generichash (sum, VOTUM_SUM_SIZE, row->data, row->len, NULL, 0);
}

/**
 * votum_digest:
 * @data: some bytes
 * @length: how many
 *
 * Returns: (transfer full): their BLAKE2b-256, hexadecimal
 */
char *
votum_digest (gconstpointer data,
              gsize         length)
{
  guint8 digest[VOTUM_DIGEST_SIZE];
  char *text = g_malloc (VOTUM_DIGEST_LENGTH + 1);

  crypto_generichash (digest, sizeof digest, data, length, NULL, 0);

  return sodium_bin2hex (text, VOTUM_DIGEST_LENGTH + 1, digest, sizeof digest);
}

char *
votum_hash_digest (const GByteArray *row)
{
  return votum_digest (row->data, row->len);
}

void
votum_hasher_init (VotumHasher *self)
{
  crypto_generichash_init (&self->state, NULL, 0, VOTUM_DIGEST_SIZE);
}

void
votum_hasher_bytes (VotumHasher  *self,
                    gconstpointer data,
                    gsize         length)
{
  guint8 bytes[1 + sizeof (guint64)] = { data != NULL ? TAG_BYTES : TAG_NULL };
  guint64 size = GUINT64_TO_LE ((guint64) length);

  memcpy (bytes + 1, &size, sizeof size);
  crypto_generichash_update (&self->state, bytes, data != NULL ? sizeof bytes : 1);
  if (data != NULL)
    crypto_generichash_update (&self->state, data, length);
}

void
votum_hasher_finish (VotumHasher *self,
                     char         digest[VOTUM_DIGEST_LENGTH + 1])
{
  guint8 bytes[VOTUM_DIGEST_SIZE];

  crypto_generichash_final (&self->state, bytes, sizeof bytes);
  sodium_bin2hex (digest, VOTUM_DIGEST_LENGTH + 1, bytes, sizeof bytes);
}

/* Whether @digest is written as votum_digest() writes it. */
gboolean
votum_digest_check (const char *digest)
{
  return strlen (digest) == VOTUM_DIGEST_LENGTH && strspn (digest, "0123456789abcdef") == VOTUM_DIGEST_LENGTH;
}

static void
sum_lanes (const guint8 sum[VOTUM_SUM_SIZE],
           guint64     *low,
           guint64     *high)
{
  memcpy (low, sum, sizeof *low);
  memcpy (high, sum + sizeof *low, sizeof *high);
  *low = GUINT64_FROM_LE (*low);
  *high = GUINT64_FROM_LE (*high);
}

void
votum_state_add (VotumState  *self,
                 const guint8 sum[VOTUM_SUM_SIZE])
{
  guint64 low, high;

  sum_lanes (sum, &low, &high);
  self->low += low;
  self->high += high;
}

void
votum_state_take (VotumState  *self,
                  const guint8 sum[VOTUM_SUM_SIZE])
{
  guint64 low, high;

  sum_lanes (sum, &low, &high);
  self->low -= low;
  self->high -= high;
}
