#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Where a mark is revised by its juror, with the reason, or where the panel agrees on one. */
#define VOTUM_TYPE_MARK_WINDOW (votum_mark_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumMarkWindow, votum_mark_window, VOTUM, MARK_WINDOW, AdwWindow)

void votum_mark_window_revise (GtkWidget *parent, VotumDesk *desk, VotumThing *point, VotumThing *juror, const char *name);
void votum_mark_window_agree  (GtkWidget *parent, VotumDesk *desk, VotumThing *point);

G_END_DECLS
