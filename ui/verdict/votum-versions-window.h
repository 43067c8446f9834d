#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* The versions of a citation that were kept: each compared word by word with how it reads now, or with another one. */
#define VOTUM_TYPE_VERSIONS_WINDOW (votum_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumVersionsWindow, votum_versions_window, VOTUM, VERSIONS_WINDOW, AdwWindow)

void votum_versions_window_present (GtkWindow *parent, VotumDesk *desk, VotumThing *citation);

G_END_DECLS
