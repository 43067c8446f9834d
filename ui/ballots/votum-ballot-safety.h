#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* What protects the ballots, who else can open them, and what happens when the case is lost. */
#define VOTUM_TYPE_BALLOT_SAFETY (votum_ballot_safety_get_type ())
G_DECLARE_FINAL_TYPE (VotumBallotSafety, votum_ballot_safety, VOTUM, BALLOT_SAFETY, AdwPreferencesGroup)

void votum_ballot_safety_show (VotumBallotSafety *self, VotumDesk *desk);

G_END_DECLS
