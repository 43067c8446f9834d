#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Finds finalists, notes, criteria and members of the jury, from wherever somebody is. */
#define VOTUM_TYPE_FIND_WINDOW (votum_find_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumFindWindow, votum_find_window, VOTUM, FIND_WINDOW, AdwWindow)

void votum_find_window_present (GtkWindow *parent, VotumDesk *desk);

G_END_DECLS
