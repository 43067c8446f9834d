#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_WINDOW (votum_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumWindow, votum_window, VOTUM, WINDOW, AdwApplicationWindow)

VotumWindow *votum_window_new      (GtkApplication *application);
void         votum_window_set_desk (VotumWindow *self, VotumDesk *desk);
VotumDesk   *votum_window_get_desk (VotumWindow *self);
gboolean     votum_window_is_free  (VotumWindow *self);
gboolean     votum_window_is_opening (VotumWindow *self, GFile *file);
void         votum_window_open     (VotumWindow *self, GFile *file, const char *page);
void         votum_window_leave    (VotumWindow *self);
void         votum_window_take_over (VotumWindow *self, VotumWindow *old);
void         votum_window_ask_holder (VotumWindow *self);
void         votum_window_go       (VotumWindow *self, const char *page, VotumThing *thing);
const char  *votum_window_get_page (VotumWindow *self);
void         votum_window_toast    (VotumWindow *self, const char *text, gboolean undoable);

G_END_DECLS
