#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Where a juror hands in: what goes and what is missing, then the file, then the receipt. */
#define VOTUM_TYPE_HAND_IN_WINDOW (votum_hand_in_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumHandInWindow, votum_hand_in_window, VOTUM, HAND_IN_WINDOW, AdwWindow)

void votum_hand_in_window_present         (GtkWindow *parent, VotumDesk *desk);
void votum_hand_in_window_present_receipt (GtkWindow *parent, VotumDesk *desk, VotumThing *ballot);

G_END_DECLS
