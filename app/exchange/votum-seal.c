#include "votum-config.h"

#include "votum-seal.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "votum-error.h"
#include "votum-foreign-file.h"
#include "votum-input.h"

/* What lies in a file:
 *
 *   magic 8 | version 1 | recipients 1 | for each the key of the body, sealed to it: 80 | header of the stream 24 | body
 *
 * The body is a stream of pieces of 64 KiB, the last one marked as such; all that stands before it is authenticated with its
 * first piece. In the body, padded to whole pages so that its length tells little:
 *
 *   signer 32 | token 32 | signature 64 | text
 *
 * The signature is over a domain string, the chair's and the signer's keys, the case, the token and the text: it fits no other
 * chair, case or purpose. */

#define MAGIC     "VOTUMBAL"
#define DOMAIN    "org.votum.Votum ballot 1"
#define VERSION   1
#define PIECE     65536
#define PAGE      4096
#define ORIGIN    36
#define PREFIX    10
#define WRAPPED   (crypto_secretstream_xchacha20poly1305_KEYBYTES + crypto_box_SEALBYTES)
#define STREAM    crypto_secretstream_xchacha20poly1305_HEADERBYTES
#define OVERHEAD  crypto_secretstream_xchacha20poly1305_ABYTES
#define FINAL     crypto_secretstream_xchacha20poly1305_TAG_FINAL
#define INNER     (2 * VOTUM_SEAL_KEY_SIZE + crypto_sign_BYTES)

G_STATIC_ASSERT (crypto_box_PUBLICKEYBYTES == VOTUM_SEAL_KEY_SIZE && crypto_sign_PUBLICKEYBYTES == VOTUM_SEAL_KEY_SIZE);

static void
prepare (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
}

static void
wipe (gpointer data)
{
  GByteArray *bytes = data;

  sodium_memzero (bytes->data, bytes->len);
  g_byte_array_unref (bytes);
}

typedef GByteArray Wiped;
static void
wiped_free (Wiped *bytes)
{
  wipe (bytes);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wiped, wiped_free)

/* What the signature is over. */
static GByteArray *
to_sign (const guint8 *chair,
         const guint8 *signer,
         const char   *origin,
         const guint8 *token,
         const char   *text,
         gsize         length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) DOMAIN, sizeof DOMAIN);
  g_byte_array_append (bytes, chair, VOTUM_SEAL_KEY_SIZE);
  g_byte_array_append (bytes, signer, VOTUM_SEAL_KEY_SIZE);
  g_byte_array_append (bytes, (const guint8 *) origin, ORIGIN);
  g_byte_array_append (bytes, token, VOTUM_SEAL_KEY_SIZE);
  if (length > 0)
    g_byte_array_append (bytes, (const guint8 *) text, (guint) length);

  return bytes;
}

static GByteArray *
make_inner (const VotumSealing *sealing,
            const char         *text)
{
  gsize length = strlen (text);
  g_autoptr(Wiped) message = to_sign (sealing->recipients, sealing->signer, sealing->origin, sealing->token, text, length);
  GByteArray *inner = g_byte_array_new ();
  guint8 signature[crypto_sign_BYTES];
  gsize padded;

  crypto_sign_detached (signature, NULL, message->data, message->len, sealing->signing_key);
  g_byte_array_append (inner, sealing->signer, VOTUM_SEAL_KEY_SIZE);
  g_byte_array_append (inner, sealing->token, VOTUM_SEAL_KEY_SIZE);
  g_byte_array_append (inner, signature, sizeof signature);
  if (length > 0)
    g_byte_array_append (inner, (const guint8 *) text, (guint) length);

  padded = inner->len;
  g_byte_array_set_size (inner, (guint) padded + PAGE);
  sodium_pad (&padded, inner->data, padded, PAGE, inner->len);
  g_byte_array_set_size (inner, (guint) padded);

  return inner;
}

/**
 * votum_seal:
 * @sealing: how
 * @text: what is sealed
 * @error: return location
 *
 * Returns: (transfer full): the bytes of a sealed file, or %NULL where @text is too long
 */
GBytes *
votum_seal (const VotumSealing *sealing,
            const char         *text,
            GError            **error)
{
  crypto_secretstream_xchacha20poly1305_state stream;
  guint8 key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  g_autoptr(Wiped) inner = NULL;
  GByteArray *file;
  gsize head;

  g_return_val_if_fail (sealing->n_recipients > 0 && sealing->n_recipients <= VOTUM_SEAL_RECIPIENTS && strlen (sealing->origin) == ORIGIN, NULL);

  prepare ();
  if (strlen (text) > VOTUM_SEAL_MAX_TEXT)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("The ballot is larger than 8 MiB. Shorten the longest comments and notes."));
      return NULL;
    }
  inner = make_inner (sealing, text);

  head = PREFIX + sealing->n_recipients * WRAPPED + STREAM;
  file = g_byte_array_new ();
  g_byte_array_set_size (file, (guint) head);
  memcpy (file->data, MAGIC, 8);
  file->data[8] = VERSION;
  file->data[9] = (guint8) sealing->n_recipients;
  crypto_secretstream_xchacha20poly1305_keygen (key);
  for (guint i = 0; i < sealing->n_recipients; i++)
    crypto_box_seal (file->data + PREFIX + i * WRAPPED, key, sizeof key, sealing->recipients + i * VOTUM_SEAL_KEY_SIZE);
  crypto_secretstream_xchacha20poly1305_init_push (&stream, file->data + head - STREAM, key);
  sodium_memzero (key, sizeof key);

  for (gsize at = 0; at < inner->len; at += PIECE)
    {
      gsize piece = MIN (PIECE, inner->len - at);
      gsize before = file->len;

      g_byte_array_set_size (file, (guint) (before + piece + OVERHEAD));
      crypto_secretstream_xchacha20poly1305_push (&stream, file->data + before, NULL, inner->data + at, piece, at == 0 ? file->data : NULL,
                                                  at == 0 ? head : 0, at + piece == inner->len ? FINAL : 0);
    }
  sodium_memzero (&stream, sizeof stream);

  return g_byte_array_free_to_bytes (file);
}

static gboolean
refuse (GError    **error,
        VotumError  code,
        const char *sentence)
{
  g_set_error_literal (error, VOTUM_ERROR, code, sentence);

  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  return refuse (error, VOTUM_ERROR_INVALID, _("The ballot was changed or cut off on its way. Ask its juror to send the file again."));
}

static gboolean
check_head (const guint8 *data,
            gsize         length,
            gsize        *head,
            GError      **error)
{
  if (length < PREFIX || memcmp (data, MAGIC, 8) != 0)
    return refuse (error, VOTUM_ERROR_FOREIGN, votum_foreign_guess (data, length) == VOTUM_FOREIGN_CASE
                   ? _("This is a case, not a ballot. A ballot is made with “hand in” and ends in .ballot.")
                   : _("This is not a ballot. A ballot is made with “hand in” and ends in .ballot."));
  if (data[8] > VERSION)
    return refuse (error, VOTUM_ERROR_NEWER, _("The ballot was made by a newer Votum. Update this one, and take it in again."));
  if (data[8] != VERSION || data[9] == 0 || data[9] > VOTUM_SEAL_RECIPIENTS)
    return refuse_damaged (error);
  *head = PREFIX + data[9] * WRAPPED + STREAM;

  return length >= *head + OVERHEAD || refuse_damaged (error);
}

/* The key of the body, from whichever place it is sealed to us in. */
static gboolean
find_key (const VotumUnsealing *unsealing,
          const guint8         *data,
          guint8               *key,
          GError              **error)
{
  for (guint i = 0; i < data[9]; i++)
    if (crypto_box_seal_open (key, data + PREFIX + i * WRAPPED, WRAPPED, unsealing->public_key, unsealing->secret_key) == 0)
      return TRUE;

  return refuse (error, VOTUM_ERROR_NOT_ALLOWED,
                 _("The ballot was not sealed for this case, or was changed on its way. Ask its juror to hand in from the newest hand-out."));
}

static GByteArray *
open_body (const guint8 *data,
           gsize         length,
           gsize         head,
           const guint8 *key,
           GError      **error)
{
  crypto_secretstream_xchacha20poly1305_state stream;
  g_autoptr(Wiped) inner = g_byte_array_new ();
  gboolean good = crypto_secretstream_xchacha20poly1305_init_pull (&stream, data + head - STREAM, key) == 0;
  guint8 tag = 0;
  gsize unpadded = 0;

  for (gsize at = head; good && at < length;)
    {
      gsize piece = MIN (PIECE + OVERHEAD, length - at);
      guint before = inner->len;

      /* nothing comes behind the end, and a piece is never less than its overhead */
      good = tag != FINAL && piece > OVERHEAD;
      if (!good)
        break;
      g_byte_array_set_size (inner, (guint) (before + piece - OVERHEAD));
      good = crypto_secretstream_xchacha20poly1305_pull (&stream, inner->data + before, NULL, &tag, data + at, piece, at == head ? data : NULL,
                                                         at == head ? head : 0) == 0;
      at += piece;
    }
  sodium_memzero (&stream, sizeof stream);

  if (!good || tag != FINAL || inner->len == 0 || inner->len % PAGE != 0 || sodium_unpad (&unpadded, inner->data, inner->len, PAGE) != 0 ||
      unpadded < INNER)
    {
      refuse_damaged (error);
      return NULL;
    }
  /* in place, so that all that was decrypted is wiped with it */
  inner->len = (guint) unpadded;

  return g_steal_pointer (&inner);
}

/**
 * votum_unseal:
 * @unsealing: by whom, for which case
 * @file: the bytes of a sealed file
 * @signer: (out caller-allocates): the public key of who signed it
 * @token: (out caller-allocates): the token that came with it
 * @error: return location
 *
 * Whether @signer is somebody who may is for the caller to judge.
 *
 * Returns: (transfer full): the text, whose signature is good, or %NULL with @error set
 */
char *
votum_unseal (const VotumUnsealing *unsealing,
              GBytes               *file,
              guint8               *signer,
              guint8               *token,
              GError              **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  guint8 key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  g_autoptr(Wiped) inner = NULL;
  g_autoptr(Wiped) message = NULL;
  const char *text;
  gsize head, text_length;

  g_return_val_if_fail (strlen (unsealing->origin) == ORIGIN, NULL);

  prepare ();
  if (!check_head (data, length, &head, error) || !find_key (unsealing, data, key, error))
    return NULL;
  inner = open_body (data, length, head, key, error);
  sodium_memzero (key, sizeof key);
  if (inner == NULL)
    return NULL;

  memcpy (signer, inner->data, VOTUM_SEAL_KEY_SIZE);
  memcpy (token, inner->data + VOTUM_SEAL_KEY_SIZE, VOTUM_SEAL_KEY_SIZE);
  text = (const char *) inner->data + INNER;
  text_length = inner->len - INNER;
  message = to_sign (unsealing->chair, signer, unsealing->origin, token, text, text_length);
  if (crypto_sign_verify_detached (inner->data + 2 * VOTUM_SEAL_KEY_SIZE, message->data, message->len, signer) != 0)
    {
      refuse (error, VOTUM_ERROR_NOT_ALLOWED, _("The ballot’s signature is not for this case: it was made for another one, or forged. It was not taken in."));
      return NULL;
    }
  if (memchr (text, '\0', text_length) != NULL || text_length > VOTUM_SEAL_MAX_TEXT)
    {
      refuse_damaged (error);
      return NULL;
    }

  return g_strndup (text, text_length);
}

/* ---- keys ---- */

static void
forget_key (gpointer data)
{
  sodium_memzero (data, crypto_sign_SECRETKEYBYTES);
  g_free (data);
}

static GBytes *
take_key (guint8 *secret,
          gsize   length)
{
  return g_bytes_new_with_free_func (secret, length, forget_key, secret);
}

/**
 * votum_seal_make_box:
 * @public_key: (out caller-allocates): what is sealed to
 *
 * Returns: (transfer full): the secret that unseals it
 */
GBytes *
votum_seal_make_box (guint8 *public_key)
{
  guint8 *secret = g_malloc0 (crypto_sign_SECRETKEYBYTES);

  prepare ();
  crypto_box_keypair (public_key, secret);

  return take_key (secret, crypto_box_SECRETKEYBYTES);
}

/**
 * votum_seal_make_signer:
 * @public_key: (out caller-allocates): what a signature is verified with
 *
 * Returns: (transfer full): the secret that signs
 */
GBytes *
votum_seal_make_signer (guint8 *public_key)
{
  guint8 *secret = g_malloc0 (crypto_sign_SECRETKEYBYTES);

  prepare ();
  crypto_sign_keypair (public_key, secret);

  return take_key (secret, crypto_sign_SECRETKEYBYTES);
}

/**
 * votum_seal_make_token:
 *
 * Returns: (transfer full): bytes that nobody can guess
 */
GBytes *
votum_seal_make_token (void)
{
  guint8 *token = g_malloc0 (crypto_sign_SECRETKEYBYTES);

  prepare ();
  randombytes_buf (token, VOTUM_SEAL_KEY_SIZE);

  return take_key (token, VOTUM_SEAL_KEY_SIZE);
}

/**
 * votum_seal_key_to_text:
 * @key: a public key
 *
 * Returns: (transfer full): the key on one line
 */
char *
votum_seal_key_to_text (const guint8 *key)
{
  return g_base64_encode (key, VOTUM_SEAL_KEY_SIZE);
}

/**
 * votum_seal_key_from_text:
 * @text: (nullable): what votum_seal_key_to_text() gave, and nothing else
 * @key: (out caller-allocates): the key
 *
 * Returns: whether it is one
 */
gboolean
votum_seal_key_from_text (const char *text,
                          guint8     *key)
{
  g_autofree guint8 *bytes = NULL;
  g_autofree char *again = NULL;
  gsize length;

  if (text == NULL || strlen (text) != 44)
    return FALSE;
  bytes = g_base64_decode (text, &length);
  if (length != VOTUM_SEAL_KEY_SIZE)
    return FALSE;
  again = votum_seal_key_to_text (bytes);
  memcpy (key, bytes, VOTUM_SEAL_KEY_SIZE);

  return strcmp (again, text) == 0;
}

/**
 * votum_seal_read_file:
 * @path: a file that somebody sent
 * @error: return location
 *
 * Returns: (transfer full): the bytes of a regular file, not a link, of sane size; or %NULL with @error set
 */
GBytes *
votum_seal_read_file (const char *path,
                      GError    **error)
{
  g_autoptr(VotumInput) input = votum_input_open (path, VOTUM_SEAL_MAX_FILE, error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 piece[VOTUM_INPUT_PIECE / 8];
  gssize got;

  if (input == NULL)
    return NULL;
  while ((got = votum_input_read (input, piece, sizeof piece, error)) > 0)
    g_byte_array_append (bytes, piece, (guint) got);
  if (got < 0)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
