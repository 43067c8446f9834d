#pragma once

#include <adwaita.h>

#include "votum-desk.h"
#include "votum-reveal.h"

G_BEGIN_DECLS

/**
 * VotumRevealWindow:
 *
 * The ceremony, over the whole screen: black until somebody presses a key, then step by step to the name. Keys and the small
 * things that speakers hold in their hands lead on and back, B makes it black, F11 gives the window an edge to be moved by, Escape
 * ends it.
 */
#define VOTUM_TYPE_REVEAL_WINDOW (votum_reveal_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumRevealWindow, votum_reveal_window, VOTUM, REVEAL_WINDOW, AdwWindow)

void votum_reveal_present (GtkWindow *parent, VotumDesk *desk, VotumReveal *reveal);

G_END_DECLS
