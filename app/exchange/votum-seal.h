#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A sealed file: written and signed by one, to be read by a few. Nothing in it can be changed, cut off or exchanged without
 * unsealing failing. */

#define VOTUM_SEAL_KEY_SIZE   32           /* bytes of a public key and of a token */
#define VOTUM_SEAL_MAX_TEXT   (8u << 20)
#define VOTUM_SEAL_MAX_FILE   (9u << 20)
#define VOTUM_SEAL_RECIPIENTS 8            /* most of them */

/**
 * VotumSealing:
 * @recipients: keys of those who may read it, one behind the other; the chair's first
 * @n_recipients: how many they are
 * @origin: the name among cases of the case it is for
 * @signer: the public key of who signs
 * @signing_key: the secret one
 * @token: what lets the signer be known, the first time
 *
 * How something is sealed.
 */
typedef struct {
  const guint8 *recipients;
  guint         n_recipients;
  const char   *origin;
  const guint8 *signer;
  const guint8 *signing_key;
  const guint8 *token;
} VotumSealing;

/**
 * VotumUnsealing:
 * @chair: the chair's public key, whoever reads it
 * @public_key: the public key of who reads it
 * @secret_key: the secret one
 * @origin: the name among cases of the case it has to be for
 *
 * By whom something is unsealed.
 */
typedef struct {
  const guint8 *chair;
  const guint8 *public_key;
  const guint8 *secret_key;
  const char   *origin;
} VotumUnsealing;

GBytes *votum_seal             (const VotumSealing *sealing, const char *text, GError **error);
char   *votum_unseal           (const VotumUnsealing *unsealing, GBytes *file, guint8 *signer, guint8 *token, GError **error);

GBytes *votum_seal_make_box    (guint8 *public_key);
GBytes *votum_seal_make_signer (guint8 *public_key);
GBytes *votum_seal_make_token  (void);
char   *votum_seal_key_to_text   (const guint8 *key);
gboolean votum_seal_key_from_text (const char *text, guint8 *key);
GBytes *votum_seal_read_file   (const char *path, GError **error);

G_END_DECLS
