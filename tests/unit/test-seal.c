#include <string.h>

#include "votum-error.h"
#include "votum-seal.h"

/* A sealed file under everything that can be done to it on its way. */

#define ORIGIN "0f0e0d0c-1234-4234-8234-0f0e0d0c0b0a"
#define OTHER  "1f0e0d0c-1234-4234-8234-0f0e0d0c0b0a"
#define WRAP   80
#define HEAD   10

typedef struct {
  guint8 recipients[3][VOTUM_SEAL_KEY_SIZE]; /* chair, deputy, a stranger */
  GBytes *secrets[3];
  guint8 signer[VOTUM_SEAL_KEY_SIZE];
  GBytes *signing_key;
  GBytes *token;
} Keys;

static void
keys_init (Keys *keys)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys->secrets); i++)
    keys->secrets[i] = votum_seal_make_box (keys->recipients[i]);
  keys->signing_key = votum_seal_make_signer (keys->signer);
  keys->token = votum_seal_make_token ();
}

static void
keys_clear (Keys *keys)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys->secrets); i++)
    g_bytes_unref (keys->secrets[i]);
  g_bytes_unref (keys->signing_key);
  g_bytes_unref (keys->token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)

static GBytes *
seal (const Keys *keys,
      guint       n_recipients,
      const char *text)
{
  g_autoptr(GError) error = NULL;
  VotumSealing sealing = {
    .recipients = keys->recipients[0], .n_recipients = n_recipients, .origin = ORIGIN, .signer = keys->signer,
    .signing_key = g_bytes_get_data (keys->signing_key, NULL), .token = g_bytes_get_data (keys->token, NULL),
  };
  GBytes *file = votum_seal (&sealing, text, &error);

  g_assert_no_error (error);

  return file;
}

/* As whom: 0 chair, 1 deputy, 2 a stranger. */
static char *
unseal (const Keys *keys,
        guint       whom,
        const char *origin,
        GBytes     *file,
        GError    **error)
{
  guint8 signer[VOTUM_SEAL_KEY_SIZE], token[VOTUM_SEAL_KEY_SIZE];
  VotumUnsealing unsealing = {
    .chair = keys->recipients[0], .public_key = keys->recipients[whom],
    .secret_key = g_bytes_get_data (keys->secrets[whom], NULL), .origin = origin,
  };
  char *text = votum_unseal (&unsealing, file, signer, token, error);

  if (text != NULL)
    {
      g_assert_cmpmem (signer, sizeof signer, keys->signer, sizeof keys->signer);
      g_assert_cmpmem (token, sizeof token, g_bytes_get_data (keys->token, NULL), sizeof token);
    }

  return text;
}

static gboolean
is_accepted (const Keys   *keys,
             const guint8 *data,
             gsize         length)
{
  /* in memory of its own, so that reading past the end is seen */
  g_autoptr(GBytes) file = g_bytes_new (data, length);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = unseal (keys, 0, ORIGIN, file, &error);

  g_assert_true ((text == NULL) == (error != NULL));

  return text != NULL;
}

static void
test_there_and_back (void)
{
  g_auto(Keys) keys;
  g_autofree char *large = g_strnfill (200000, 'a');
  const char *const texts[] = { "", "Blåbær", large };

  keys_init (&keys);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint n = 1; n <= 2; n++)
      {
        g_autoptr(GBytes) file = seal (&keys, n, texts[i]);
        g_autoptr(GError) error = NULL;
        g_autofree char *chair = unseal (&keys, 0, ORIGIN, file, &error);
        g_autofree char *deputy = unseal (&keys, 1, ORIGIN, file, NULL);
        g_autofree char *stranger = unseal (&keys, 2, ORIGIN, file, NULL);

        g_assert_no_error (error);
        g_assert_cmpstr (chair, ==, texts[i]);
        g_assert_cmpstr (deputy, ==, n == 2 ? texts[i] : NULL);
        g_assert_null (stranger);
      }
}

/* Its length tells only how many pages it has. */
static void
test_length (void)
{
  g_auto(Keys) keys;
  g_autofree char *long_text = g_strnfill (3000, 'a');
  g_autoptr(GBytes) a = NULL;
  g_autoptr(GBytes) b = NULL;

  keys_init (&keys);
  a = seal (&keys, 1, "a");
  b = seal (&keys, 1, long_text);
  g_assert_cmpuint (g_bytes_get_size (a), ==, g_bytes_get_size (b));
  g_assert_cmpuint (g_bytes_get_size (a), ==, HEAD + WRAP + 24 + 4096 + 17);
  g_assert_false (g_bytes_equal (a, b));
}

static void
test_flips (void)
{
  g_auto(Keys) keys;
  g_autoptr(GBytes) file = NULL;
  g_autofree guint8 *data = NULL;
  gsize length;
  guint accepted = 0;

  keys_init (&keys);
  file = seal (&keys, 2, "<award/>");
  data = g_memdup2 (g_bytes_get_data (file, &length), g_bytes_get_size (file));
  length = g_bytes_get_size (file);
  g_assert_true (is_accepted (&keys, data, length));
  for (gsize bit = 0; bit < length * 8; bit++)
    {
      data[bit / 8] ^= (guint8) (1 << bit % 8);
      accepted += is_accepted (&keys, data, length);
      data[bit / 8] ^= (guint8) (1 << bit % 8);
    }
  g_assert_cmpuint (accepted, ==, 0);
}

static void
test_cuts (void)
{
  g_auto(Keys) keys;
  g_autoptr(GBytes) file = NULL;
  g_autofree char *text = g_strnfill (140000, 'x');
  g_autofree guint8 *longer = NULL;
  const guint8 *data;
  gsize length;
  guint accepted = 0;

  keys_init (&keys);
  file = seal (&keys, 1, "<award/>");
  data = g_bytes_get_data (file, &length);
  for (gsize at = 0; at < length; at++)
    accepted += is_accepted (&keys, data, at);
  longer = g_malloc0 (length + 20);
  memcpy (longer, data, length);
  for (gsize more = 1; more <= 20; more++)
    accepted += is_accepted (&keys, longer, length + more);
  g_clear_pointer (&file, g_bytes_unref);

  /* whole pieces taken off the end of a long one */
  file = seal (&keys, 1, text);
  data = g_bytes_get_data (file, &length);
  for (gsize at = HEAD + WRAP + 24; at < length; at += 65536 + 17)
    accepted += is_accepted (&keys, data, at);
  g_assert_true (is_accepted (&keys, data, length));
  g_assert_cmpuint (accepted, ==, 0);
}

/* Parts of two good files put together. */
static void
test_swaps (void)
{
  g_auto(Keys) keys;
  g_autoptr(GBytes) a = NULL;
  g_autoptr(GBytes) b = NULL;
  g_autofree guint8 *mixed = NULL;
  const guint8 *first, *second;
  gsize length;
  guint accepted = 0;
  const gsize cuts[] = { HEAD, HEAD + WRAP, HEAD + 2 * WRAP, HEAD + 2 * WRAP + 24 };

  keys_init (&keys);
  a = seal (&keys, 2, "one");
  b = seal (&keys, 2, "two");
  first = g_bytes_get_data (a, &length);
  second = g_bytes_get_data (b, NULL);
  mixed = g_malloc (length);
  for (guint i = 1; i < G_N_ELEMENTS (cuts); i++)
    {
      memcpy (mixed, first, length);
      memcpy (mixed, second, cuts[i]);
      accepted += is_accepted (&keys, mixed, length);
    }
  /* the two recipients in the other order */
  memcpy (mixed, first, length);
  memcpy (mixed + HEAD, first + HEAD + WRAP, WRAP);
  memcpy (mixed + HEAD + WRAP, first + HEAD, WRAP);
  accepted += is_accepted (&keys, mixed, length);
  g_assert_cmpuint (accepted, ==, 0);
}

/* A good file, read as something that it was not made for. */
static void
test_addressees (void)
{
  g_auto(Keys) keys;
  g_auto(Keys) others;
  g_autoptr(GBytes) file = NULL;
  g_autoptr(GError) error = NULL;
  guint8 signer[VOTUM_SEAL_KEY_SIZE], token[VOTUM_SEAL_KEY_SIZE];
  VotumUnsealing unsealing = { .origin = ORIGIN };
  VotumSealing forged = { .n_recipients = 1, .origin = ORIGIN };

  keys_init (&keys);
  keys_init (&others);
  file = seal (&keys, 2, "<award/>");
  g_assert_null (unseal (&keys, 0, OTHER, file, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_null (unseal (&others, 0, ORIGIN, file, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  g_clear_error (&error);

  /* the deputy who says to be the chair */
  unsealing.chair = unsealing.public_key = keys.recipients[1];
  unsealing.secret_key = g_bytes_get_data (keys.secrets[1], NULL);
  g_assert_null (votum_unseal (&unsealing, file, signer, token, &error));
  g_clear_error (&error);

  /* the juror's public key above somebody else's signature */
  g_clear_pointer (&file, g_bytes_unref);
  forged.recipients = keys.recipients[0];
  forged.signer = keys.signer;
  forged.signing_key = g_bytes_get_data (others.signing_key, NULL);
  forged.token = g_bytes_get_data (keys.token, NULL);
  file = votum_seal (&forged, "<award/>", &error);
  g_assert_no_error (error);
  g_assert_null (unseal (&keys, 0, ORIGIN, file, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
}

static void
test_keys_as_text (void)
{
  g_auto(Keys) keys;
  g_autofree char *text = NULL;
  g_autofree char *spaced = NULL;
  guint8 key[VOTUM_SEAL_KEY_SIZE];

  keys_init (&keys);
  text = votum_seal_key_to_text (keys.signer);
  g_assert_true (votum_seal_key_from_text (text, key));
  g_assert_cmpmem (key, sizeof key, keys.signer, sizeof keys.signer);
  spaced = g_strconcat (" ", text, NULL);
  spaced[44] = '\0';
  g_assert_false (votum_seal_key_from_text (spaced, key));
  text[43] = 'A';
  g_assert_false (votum_seal_key_from_text (text, key));
  g_assert_false (votum_seal_key_from_text ("", key));
  g_assert_false (votum_seal_key_from_text (NULL, key));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/there-and-back", test_there_and_back);
  g_test_add_func ("/seal/length", test_length);
  g_test_add_func ("/seal/flips", test_flips);
  g_test_add_func ("/seal/cuts", test_cuts);
  g_test_add_func ("/seal/swaps", test_swaps);
  g_test_add_func ("/seal/addressees", test_addressees);
  g_test_add_func ("/seal/keys-as-text", test_keys_as_text);

  return g_test_run ();
}
