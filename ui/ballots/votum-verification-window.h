#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Whether the verdict follows from the ballots, the marks, the rule and the log, in plain words. */
#define VOTUM_TYPE_VERIFICATION_WINDOW (votum_verification_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumVerificationWindow, votum_verification_window, VOTUM, VERIFICATION_WINDOW, AdwWindow)

void votum_verification_window_ask (GtkWidget *parent, VotumDesk *desk);

G_END_DECLS
