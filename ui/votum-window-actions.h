#pragma once

#include "votum-step-page.h"
#include "votum-window.h"

G_BEGIN_DECLS

/* Private to the window: what its menu and its keys do. */

void       votum_window_install_actions     (GtkWidgetClass *widget_class);
void       votum_window_init_actions        (VotumWindow *self);
void       votum_window_enable_case_actions (VotumWindow *self, gboolean enabled);
VotumStepPage *votum_window_get_shown_page      (VotumWindow *self);
void       votum_window_toggle_sidebar      (VotumWindow *self);
void       votum_window_notice              (VotumWindow *self, const char *text);

G_END_DECLS
