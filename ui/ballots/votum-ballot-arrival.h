#pragma once

#include "votum-case-incoming.h"

G_BEGIN_DECLS

/**
 * VotumArrivalState:
 * @VOTUM_ARRIVAL_REPLACES: may be taken in, and would replace an earlier ballot
 * @VOTUM_ARRIVAL_LATE: may be taken in late, with a reason
 * @VOTUM_ARRIVAL_LOCKED: cannot be looked at before the passphrase has been given
 * @VOTUM_ARRIVAL_DISPUTED: another copy hands in as the same juror: somebody has to ask whose it is
 * @VOTUM_ARRIVAL_REFUSED: cannot be taken in
 *
 * Why a file that came has not been taken in.
 */
typedef enum {
  VOTUM_ARRIVAL_REPLACES,
  VOTUM_ARRIVAL_LATE,
  VOTUM_ARRIVAL_LOCKED,
  VOTUM_ARRIVAL_DISPUTED,
  VOTUM_ARRIVAL_REFUSED,
} VotumArrivalState;

/* A file that came and waits for somebody to decide. */
#define VOTUM_TYPE_BALLOT_ARRIVAL (votum_ballot_arrival_get_type ())
G_DECLARE_FINAL_TYPE (VotumBallotArrival, votum_ballot_arrival, VOTUM, BALLOT_ARRIVAL, GObject)

VotumBallotArrival  *votum_ballot_arrival_new          (GFile *file, VotumIncoming *incoming);
VotumBallotArrival  *votum_ballot_arrival_new_locked   (GFile *file);
VotumBallotArrival  *votum_ballot_arrival_new_refused  (GFile *file, const char *sentence, gboolean for_good);
GFile               *votum_ballot_arrival_get_file     (VotumBallotArrival *self);
char                *votum_ballot_arrival_get_name     (VotumBallotArrival *self);
VotumArrivalState    votum_ballot_arrival_get_state    (VotumBallotArrival *self);
const VotumIncoming *votum_ballot_arrival_get_incoming (VotumBallotArrival *self);
const char          *votum_ballot_arrival_get_sentence (VotumBallotArrival *self);
gboolean             votum_ballot_arrival_is_for_good  (VotumBallotArrival *self);

G_END_DECLS
