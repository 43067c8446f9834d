#include "votum-config.h"

#include "votum-case-keys.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-error.h"

/* Keys that nobody has to know of: they are made when they are first needed, and stay in the file. */

G_STATIC_ASSERT (VOTUM_SEAL_KEY_SIZE == VOTUM_KEY_SIZE);

/**
 * votum_key_name:
 * @owner: whose key
 *
 * Returns: (transfer none): what it is called among the secrets of a file
 */
const char *
votum_key_name (VotumKeyOwner owner)
{
  static const char *const names[] = { "chair", "deputy", "juror" };

  g_return_val_if_fail (owner < G_N_ELEMENTS (names), NULL);

  return names[owner];
}

/**
 * votum_case_has_key:
 * @self: a case
 * @owner: whose key
 *
 * Returns: whether it is in this file; nothing is known while another thread writes into it
 */
gboolean
votum_case_has_key (VotumCase     *self,
                    VotumKeyOwner  owner)
{
  return votum_case_check_idle (self, NULL) && votum_store_has_secret (self->store, votum_key_name (owner), NULL, NULL);
}

/**
 * votum_case_key_is_protected:
 * @self: a case
 * @owner: whose key
 *
 * Returns: whether a passphrase is needed for it
 */
gboolean
votum_case_key_is_protected (VotumCase     *self,
                             VotumKeyOwner  owner)
{
  gboolean protected = FALSE;

  return votum_case_check_idle (self, NULL) && votum_store_has_secret (self->store, votum_key_name (owner), NULL, &protected) && protected;
}

/**
 * votum_case_get_public_key:
 * @self: a case
 * @owner: whose key
 *
 * Returns: (transfer full) (nullable): its public half on one line; %NULL where it is not in this file
 */
char *
votum_case_get_public_key (VotumCase     *self,
                           VotumKeyOwner  owner)
{
  guint8 key[VOTUM_SEAL_KEY_SIZE];

  return votum_store_has_secret (self->store, votum_key_name (owner), key, NULL) ? votum_seal_key_to_text (key) : NULL;
}

/**
 * votum_case_make_key:
 * @self: a case
 * @owner: whose key
 * @passphrase: (nullable): what it is protected with
 * @error: return location
 *
 * Makes a key where there is none. One that is there stays as it is: what was sealed to it could not be opened any more.
 *
 * Returns: whether it is in this file
 */
gboolean
votum_case_make_key (VotumCase      *self,
                     VotumKeyOwner   owner,
                     const char     *passphrase,
                     GError        **error)
{
  guint8 key[VOTUM_SEAL_KEY_SIZE];
  g_autoptr(GBytes) secret = NULL;

  if (!votum_case_check_writable (self, error))
    return FALSE;
  if (votum_case_has_key (self, owner))
    return TRUE;
  if ((owner == VOTUM_KEY_JUROR) != (votum_case_get_duty (self) == VOTUM_DUTY_JUROR))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                           owner == VOTUM_KEY_JUROR ? _("Only a juror’s copy of the case signs ballots. Hand it out first.")
                                                    : _("This is a juror’s copy of the case. Ballots are sealed to the key in the chair’s."));
      return FALSE;
    }
  secret = owner == VOTUM_KEY_JUROR ? votum_seal_make_signer (key) : votum_seal_make_box (key);

  return votum_store_put_secret (self->store, votum_key_name (owner), key, secret, passphrase, error);
}

/**
 * votum_case_make_first_key:
 * @self: a case that has just been opened to be changed
 *
 * A case that was handed out makes its juror's key when it is first opened. Where that fails it is made with the first ballot.
 */
void
votum_case_make_first_key (VotumCase *self)
{
  VotumThing *holder = votum_case_get_holder (self);

  if (holder != NULL && votum_case_get_duty (self) == VOTUM_DUTY_JUROR && votum_case_get_hand_out (self, holder) != NULL)
    votum_case_make_key (self, VOTUM_KEY_JUROR, NULL, NULL);
}

/**
 * votum_case_set_passphrase:
 * @self: a case
 * @owner: whose key
 * @old_passphrase: (nullable): what it is protected with
 * @passphrase: (nullable): what it is protected with from now on
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
votum_case_set_passphrase (VotumCase      *self,
                           VotumKeyOwner   owner,
                           const char     *old_passphrase,
                           const char     *passphrase,
                           GError        **error)
{
  guint8 key[VOTUM_SEAL_KEY_SIZE];
  g_autoptr(GBytes) secret = NULL;

  if (!votum_case_check_writable (self, error))
    return FALSE;
  secret = votum_store_get_secret (self->store, votum_key_name (owner), old_passphrase, error);

  return secret != NULL && votum_store_has_secret (self->store, votum_key_name (owner), key, NULL) &&
         votum_store_put_secret (self->store, votum_key_name (owner), key, secret, passphrase, error);
}

/**
 * votum_case_get_secret_key:
 * @self: a case
 * @owner: whose key
 * @passphrase: (nullable): what it is protected with, unless it has been given
 * @error: return location
 *
 * Returns: (transfer full): the secret half of the key, or %NULL with @error set
 */
GBytes *
votum_case_get_secret_key (VotumCase      *self,
                           VotumKeyOwner   owner,
                           const char     *passphrase,
                           GError        **error)
{
  if (passphrase == NULL && self->open_keys[owner] != NULL)
    return g_bytes_ref (self->open_keys[owner]);

  return votum_store_get_secret (self->store, votum_key_name (owner), passphrase, error);
}

/**
 * votum_case_forget_passphrase:
 * @self: a case
 *
 * From now on what needs a key needs its passphrase again.
 */
void
votum_case_forget_passphrase (VotumCase *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->open_keys); i++)
    g_clear_pointer (&self->open_keys[i], g_bytes_unref);
}

/**
 * votum_case_can_unseal:
 * @self: a chair's case
 *
 * Returns: whether ballots can be unsealed without asking for a passphrase
 */
gboolean
votum_case_can_unseal (VotumCase *self)
{
  return votum_case_has_key (self, VOTUM_KEY_CHAIR) &&
         (!votum_case_key_is_protected (self, VOTUM_KEY_CHAIR) || self->open_keys[VOTUM_KEY_CHAIR] != NULL ||
          self->open_keys[VOTUM_KEY_DEPUTY] != NULL);
}

/**
 * votum_case_token_name:
 * @juror: a juror of the case that hands out
 *
 * Returns: (transfer full): what their token is called among its secrets
 */
char *
votum_case_token_name (VotumThing *juror)
{
  return g_strdup_printf (VOTUM_TOKEN_NAME " %" G_GINT64_FORMAT, votum_thing_get_id (juror));
}

/**
 * votum_case_get_recipients:
 * @self: a case that hands out
 * @recipients: takes their keys, the chair's first
 * @error: return location
 *
 * Returns: whether ballots can be sealed to somebody: the chair's key is made where there is none
 */
gboolean
votum_case_get_recipients (VotumCase   *self,
                           GByteArray  *recipients,
                           GError     **error)
{
  guint8 key[VOTUM_SEAL_KEY_SIZE];
  gboolean protected = FALSE;

  if (!votum_case_make_key (self, VOTUM_KEY_CHAIR, NULL, error))
    return FALSE;
  if (votum_store_has_secret (self->store, votum_key_name (VOTUM_KEY_CHAIR), key, NULL))
    g_byte_array_append (recipients, key, sizeof key);
  /* without a passphrase it would open nothing that the chair's does not */
  if (votum_store_has_secret (self->store, votum_key_name (VOTUM_KEY_DEPUTY), key, &protected) && protected)
    g_byte_array_append (recipients, key, sizeof key);

  return TRUE;
}

/**
 * votum_case_is_for_deputy:
 * @self: a case that hands out
 * @juror: a juror who has been handed the case
 *
 * Returns: whether the deputy, too, can open what @juror hands in: not where the deputy came after their copy
 */
gboolean
votum_case_is_for_deputy (VotumCase  *self,
                          VotumThing *juror)
{
  VotumThing *hand_out = votum_case_get_hand_out (self, juror);
  g_autofree char *key = votum_case_get_public_key (self, VOTUM_KEY_DEPUTY);
  const char *recipients = hand_out != NULL ? votum_thing_get_text (hand_out, VOTUM_HAND_OUT_RECIPIENTS) : NULL;

  return key != NULL && recipients != NULL && strstr (recipients, key) != NULL;
}

/**
 * votum_recipients_to_text:
 * @recipients: keys
 *
 * Returns: (transfer full): the keys on one line, with spaces between
 */
char *
votum_recipients_to_text (const GByteArray *recipients)
{
  GString *text = g_string_new (NULL);

  for (guint at = 0; at < recipients->len; at += VOTUM_SEAL_KEY_SIZE)
    {
      g_autofree char *key = votum_seal_key_to_text (recipients->data + at);

      g_string_append_printf (text, "%s%s", at > 0 ? " " : "", key);
    }

  return g_string_free (text, FALSE);
}

/**
 * votum_recipients_from_text:
 * @text: (nullable): what votum_recipients_to_text() gave
 * @recipients: takes the keys
 * @error: return location
 *
 * Returns: whether there is at least one, and each is a key
 */
gboolean
votum_recipients_from_text (const char  *text,
                            GByteArray  *recipients,
                            GError     **error)
{
  g_auto(GStrv) keys = g_strsplit (text != NULL ? text : "", " ", VOTUM_SEAL_RECIPIENTS + 1);
  guint n = g_strv_length (keys);
  gboolean good = n > 0 && n <= VOTUM_SEAL_RECIPIENTS;

  for (guint i = 0; i < n && good; i++)
    {
      guint8 key[VOTUM_SEAL_KEY_SIZE];

      good = votum_seal_key_from_text (keys[i], key);
      if (good)
        g_byte_array_append (recipients, key, sizeof key);
    }
  if (!good)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The hand-out does not say to which key ballots are sealed. Ask for a new one."));

  return good;
}
