#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A point of the agenda: what each juror says side by side, what becomes of the marks, and what is agreed. */
#define VOTUM_TYPE_POINT_VIEW (votum_point_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumPointView, votum_point_view, VOTUM, POINT_VIEW, GtkWidget)

void votum_point_view_show      (VotumPointView *self, VotumDesk *desk, VotumThing *point);
void votum_point_view_grab      (VotumPointView *self);
void votum_point_view_grab      (VotumPointView *self);
void votum_point_view_set_named (VotumPointView *self, gboolean named);
void votum_point_view_update    (VotumPointView *self);

G_END_DECLS
