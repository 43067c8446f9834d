#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* What a juror is told of handing in while they work: that it can be done, that it was, that it has to be done again. It is not
 * seen where there is nothing to say. */
#define VOTUM_TYPE_HAND_IN_BAR (votum_hand_in_bar_get_type ())
G_DECLARE_FINAL_TYPE (VotumHandInBar, votum_hand_in_bar, VOTUM, HAND_IN_BAR, AdwBin)

void votum_hand_in_bar_set_desk  (VotumHandInBar *self, VotumDesk *desk, gboolean offers);
void votum_hand_in_bar_set_round (VotumHandInBar *self, VotumThing *round);

G_END_DECLS
