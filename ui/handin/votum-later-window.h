#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* What a later hand-out brings into a juror's case, looked at before it is taken in. */
#define VOTUM_TYPE_LATER_WINDOW (votum_later_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumLaterWindow, votum_later_window, VOTUM, LATER_WINDOW, AdwWindow)

void votum_later_window_choose  (GtkWindow *parent, VotumDesk *desk);
void votum_later_window_open    (GtkWindow *parent, VotumDesk *desk, GFile *file);
void votum_later_window_present (GtkWindow *parent, VotumDesk *desk, VotumCase *later);

G_END_DECLS
