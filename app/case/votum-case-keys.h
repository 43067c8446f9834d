#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumKeyOwner:
 * @VOTUM_KEY_CHAIR: the chair's, which ballots are sealed to; in the case that hands out
 * @VOTUM_KEY_DEPUTY: the deputy's, which they are sealed to as well where there is one
 * @VOTUM_KEY_JUROR: the juror's, which signs ballots; in a case that was handed out
 *
 * Whose key it is. Each stays in the file it was made in.
 */
typedef enum {
  VOTUM_KEY_CHAIR,
  VOTUM_KEY_DEPUTY,
  VOTUM_KEY_JUROR,
} VotumKeyOwner;

gboolean votum_case_has_key            (VotumCase *self, VotumKeyOwner owner);
gboolean votum_case_key_is_protected   (VotumCase *self, VotumKeyOwner owner);
char    *votum_case_get_public_key     (VotumCase *self, VotumKeyOwner owner);
gboolean votum_case_make_key           (VotumCase *self, VotumKeyOwner owner, const char *passphrase, GError **error);
gboolean votum_case_set_passphrase     (VotumCase *self, VotumKeyOwner owner, const char *old_passphrase, const char *passphrase, GError **error);
void     votum_case_set_passphrase_async  (VotumCase *self, VotumKeyOwner owner, const char *old_passphrase, const char *passphrase,
                                           GAsyncReadyCallback callback, gpointer user_data);
gboolean votum_case_set_passphrase_finish (VotumCase *self, GAsyncResult *result, GError **error);

/* What protects the ballots that come in. Once its passphrase has been given, it is not asked for until it is forgotten. */
void     votum_case_unlock_async       (VotumCase *self, const char *passphrase, GAsyncReadyCallback callback, gpointer user_data);
gboolean votum_case_unlock_finish      (VotumCase *self, GAsyncResult *result, GError **error);
gboolean votum_case_can_unseal         (VotumCase *self);
gboolean votum_case_is_for_deputy      (VotumCase *self, VotumThing *juror);
void     votum_case_forget_passphrase  (VotumCase *self);

G_END_DECLS
