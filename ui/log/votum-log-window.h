#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* The change log of a case: who did what, when, from which value to which. */
#define VOTUM_TYPE_LOG_WINDOW (votum_log_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumLogWindow, votum_log_window, VOTUM, LOG_WINDOW, AdwWindow)

void votum_log_window_present (GtkWindow *parent, VotumDesk *desk);

G_END_DECLS
