#pragma once

#include "votum-ballot-arrival.h"
#include "votum-ballot-folder.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumBallotIntake:
 *
 * Where ballots come in at a chair's or secretary's desk: dropped, chosen, opened or found in the watched folder. A ballot that
 * nothing speaks against is taken in at once; what needs somebody to decide waits in a list.
 *
 * Signal: "changed": the watched folder, or whether it is there.
 */
#define VOTUM_TYPE_BALLOT_INTAKE (votum_ballot_intake_get_type ())
G_DECLARE_FINAL_TYPE (VotumBallotIntake, votum_ballot_intake, VOTUM, BALLOT_INTAKE, GObject)

VotumBallotIntake *votum_ballot_intake_get        (VotumDesk *desk);
gboolean           votum_ballot_intake_is_for     (VotumDesk *desk);

void               votum_ballot_intake_add        (VotumBallotIntake *self, GFile *file);
GListModel        *votum_ballot_intake_get_list   (VotumBallotIntake *self);
gboolean           votum_ballot_intake_take       (VotumBallotIntake *self, VotumBallotArrival *arrival, const char *late_reason);
void               votum_ballot_intake_dismiss    (VotumBallotIntake *self, VotumBallotArrival *arrival);
void               votum_ballot_intake_retry      (VotumBallotIntake *self, VotumArrivalState state);
gboolean           votum_ballot_intake_is_disputed (VotumBallotIntake *self, VotumThing *juror);

VotumBallotFolder *votum_ballot_intake_get_folder (VotumBallotIntake *self);
void               votum_ballot_intake_set_folder (VotumBallotIntake *self, GFile *folder);

G_END_DECLS
