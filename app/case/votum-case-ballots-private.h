#pragma once

#include "votum-case-ballots.h"
#include "votum-case-import-private.h"
#include "votum-case-keys.h"
#include "votum-case-private.h"
#include "votum-seal.h"

G_BEGIN_DECLS

/* The name of a juror's token among the secrets of the case that hands out, and of the one in the juror's copy. */
#define VOTUM_TOKEN_NAME "token"

const char *votum_key_name                (VotumKeyOwner owner);
GBytes     *votum_case_get_secret_key     (VotumCase *self, VotumKeyOwner owner, const char *passphrase, GError **error);
char       *votum_case_token_name         (VotumThing *juror);
gboolean    votum_case_get_recipients     (VotumCase *self, GByteArray *recipients, GError **error);
char       *votum_recipients_to_text      (const GByteArray *recipients);
gboolean    votum_recipients_from_text    (const char *text, GByteArray *recipients, GError **error);

/* What stands in for a finalist's id where an award marks blind. */
char       *votum_case_blind_key          (VotumThing *entrant);
char       *votum_case_blind_part_key     (VotumThing *thing);
VotumThing *votum_case_find_blind         (VotumCase *self, const char *key);

/* votum-case-hand-in-summary.c */
gboolean    votum_case_check_hand_in      (VotumCase *self, VotumThing **juror, VotumThing **hand_out, GError **error);
gboolean    votum_note_is_released        (VotumThing *note, VotumThing *juror);

/* votum-case-hand-out-document.c */
typedef struct _VotumHandOutLook VotumHandOutLook;

VotumDocument    *votum_case_hand_out_document   (VotumCase *self, VotumThing *juror, GPtrArray *remarks);
VotumHandOutLook *votum_case_begin_hand_out_look (VotumCase *self, VotumThing *juror);
VotumThing       *votum_hand_out_look_at         (VotumHandOutLook *look, VotumThing *thing);
void              votum_hand_out_look_free       (VotumHandOutLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumHandOutLook, votum_hand_out_look_free)

/* A ballot whose seal, signature, origin and content have been found good. */
typedef struct {
  char          *receipt;
  guint8         signer[VOTUM_SEAL_KEY_SIZE];
  guint8         token[VOTUM_SEAL_KEY_SIZE];
  VotumDocument *document;     /* the ballot as it was written */
  VotumThing    *told;         /* the ballot thing in it; symbolic */
  VotumThing    *juror;        /* of the case */
  VotumThing    *round;
  VotumThing    *hand_out;     /* that its token came with */
  gboolean       disputed;     /* another copy has handed in as this juror before */
} VotumReadBallot;

void             votum_read_ballot_free     (VotumReadBallot *ballot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumReadBallot, votum_read_ballot_free)

VotumReadBallot *votum_case_read_ballot     (VotumCase *self, GBytes *file, const char *passphrase, gboolean known, GError **error);
VotumReadBallot *votum_case_read_disputed   (VotumCase *self, GBytes *file);
VotumReadBallot *votum_case_check_ballot    (VotumCase *self, GBytes *file, const char *passphrase, GError **error);
VotumThing      *votum_case_take_in_bytes   (VotumCase *self, GBytes *file, const char *passphrase, const char *late_reason, GError **error);
VotumReadBallot *votum_case_read_kept       (VotumCase *self, VotumThing *ballot, const char *passphrase, GError **error);
VotumImport     *votum_case_plan_ballots    (VotumCase *self, VotumThing *round, GPtrArray *ballots, const char *time, GError **error);
VotumThing      *votum_case_latest_ballot   (VotumCase *self, VotumThing *juror, VotumThing *round, guint *n_ballots);

/* votum-case-set-aside.c */
gboolean    votum_ballot_is_set_aside    (VotumThing *latest);

/* votum-case-ballot-rule.c */
gboolean    votum_case_check_ballot_rule (VotumCase *self, VotumThing *round, GError **error);

G_END_DECLS
