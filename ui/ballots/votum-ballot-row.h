#pragma once

#include "votum-case-ballots.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* How far a juror has come in a round, and what can be done about it. */
#define VOTUM_TYPE_BALLOT_ROW (votum_ballot_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumBallotRow, votum_ballot_row, VOTUM, BALLOT_ROW, GtkListBoxRow)

GtkWidget  *votum_ballot_row_new       (VotumDesk *desk);
void        votum_ballot_row_show      (VotumBallotRow *self, const VotumBallotStanding *standing);
VotumThing *votum_ballot_row_get_juror (VotumBallotRow *self);
gboolean    votum_ballot_row_is_older  (VotumBallotRow *self);

G_END_DECLS
