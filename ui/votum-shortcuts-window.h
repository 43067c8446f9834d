#pragma once

#include <adwaita.h>

#include "votum-case.h"

G_BEGIN_DECLS

/* Which keys there are, page by page, with a search. */
#define VOTUM_TYPE_SHORTCUTS_WINDOW (votum_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumShortcutsWindow, votum_shortcuts_window, VOTUM, SHORTCUTS_WINDOW, AdwWindow)

void votum_shortcuts_window_present (GtkWindow *parent, VotumCase *votum_case);

G_END_DECLS
