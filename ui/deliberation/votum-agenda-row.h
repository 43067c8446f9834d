#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A point of the agenda in its list. Signals: "dropped" (a point, whether below this one), "moved" (by how many places). */
#define VOTUM_TYPE_AGENDA_ROW (votum_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumAgendaRow, votum_agenda_row, VOTUM, AGENDA_ROW, GtkListBoxRow)

GtkWidget  *votum_agenda_row_new       (VotumDesk *desk, VotumThing *point);
VotumThing *votum_agenda_row_get_point (VotumAgendaRow *self);
guint       votum_agenda_row_get_number (VotumAgendaRow *self);
void        votum_agenda_row_show      (VotumAgendaRow *self, guint number);

G_END_DECLS
