#pragma once

#include <adwaita.h>

#include "votum-desk.h"
#include "votum-reveal.h"

G_BEGIN_DECLS

/**
 * VotumRevealWindow:
 *
 * The ceremony, over the whole screen: black until somebody presses a key, then step by step to the name. Keys and the small
 * things that speakers hold in their hands lead on and back, B makes it black, M takes it to the next screen, F11 gives the window an
 * edge to be moved by, Escape ends it. Where there is a second screen it begins there.
 */
#define VOTUM_TYPE_REVEAL_WINDOW (votum_reveal_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumRevealWindow, votum_reveal_window, VOTUM, REVEAL_WINDOW, AdwWindow)

void     votum_reveal_present          (GtkWindow *parent, VotumDesk *desk, VotumReveal *reveal);
gboolean votum_reveal_has_other_screen (GtkWindow *parent);

G_END_DECLS
