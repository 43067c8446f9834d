#pragma once

#include "votum-window.h"

G_BEGIN_DECLS

/* Private to the window: what its menu and its keys do. */

void       votum_window_install_actions     (GtkWidgetClass *widget_class);
void       votum_window_init_actions        (VotumWindow *self);
void       votum_window_enable_case_actions (VotumWindow *self, gboolean enabled);

G_END_DECLS
