#pragma once

#include "votum-window.h"

G_BEGIN_DECLS

/* Private to the window: how a file becomes a case on the screen, or a page that says why not. */

void votum_window_open_how (VotumWindow *self, GFile *file, VotumDeskUse use, const char *page);
void votum_window_chosen   (VotumWindow *self, const char *choice);

G_END_DECLS
