#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Where it is recorded what the jury decides: who gets the prize, by which vote, and why. */
#define VOTUM_TYPE_DECISION_WINDOW (votum_decision_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumDecisionWindow, votum_decision_window, VOTUM, DECISION_WINDOW, AdwWindow)

void votum_decision_window_present (GtkWindow *parent, VotumDesk *desk, VotumThing *class);

G_END_DECLS
