#include <string.h>

#include "fuzz.h"
#include "votum-award-xml.h"
#include "votum-ballot-xml.h"
#include "votum-seal.h"

#define ORIGIN "0f0e0d0c-1234-4234-8234-0f0e0d0c0b0a"

/* Keys that are known to all: what is taken in by them was sealed by somebody who knows them too. */
static const guint8 public_key[VOTUM_SEAL_KEY_SIZE] = {
  0xc8, 0xfe, 0xca, 0x81, 0xbe, 0x19, 0x6c, 0xdf, 0x2c, 0xad, 0xea, 0xbf, 0x13, 0xc4, 0x90, 0x3d,
  0x76, 0x32, 0xdc, 0xe4, 0x95, 0x5a, 0xa6, 0x8b, 0x6e, 0x5d, 0x9a, 0xde, 0xf5, 0x4e, 0x26, 0x16,
};
static const guint8 secret_key[VOTUM_SEAL_KEY_SIZE] = {
  0x01, 0x08, 0x0f, 0x16, 0x1d, 0x24, 0x2b, 0x32, 0x39, 0x40, 0x47, 0x4e, 0x55, 0x5c, 0x63, 0x6a,
  0x71, 0x78, 0x7f, 0x86, 0x8d, 0x94, 0x9b, 0xa2, 0xa9, 0xb0, 0xb7, 0xbe, 0xc5, 0xcc, 0xd3, 0xda,
};

/* A ballot that is taken in is written again as it was. */
static void
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) document = votum_ballot_parse (text, &error);
  g_autofree char *again = document != NULL ? votum_award_xml_to_string (document) : NULL;

  g_assert_true ((document == NULL) == (error != NULL));
  g_assert_true (document == NULL || strcmp (again, text) == 0);
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
}

/* Whatever comes in: as a file that was sealed, and as what stood in one. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) file = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autofree char *plain = g_strndup ((const char *) data, size);
  guint8 signer[VOTUM_SEAL_KEY_SIZE], token[VOTUM_SEAL_KEY_SIZE];
  VotumUnsealing unsealing = { .chair = public_key, .public_key = public_key, .secret_key = secret_key, .origin = ORIGIN };
  g_autofree char *text = votum_unseal (&unsealing, file, signer, token, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  if (text != NULL)
    parse (text);
  parse (plain);

  return 0;
}
