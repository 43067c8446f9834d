#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A member of the jury in the list: who, in which roles, and how far the marks have come. */
#define VOTUM_TYPE_JUROR_ROW (votum_juror_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumJurorRow, votum_juror_row, VOTUM, JUROR_ROW, GtkListBoxRow)

GtkWidget  *votum_juror_row_new       (VotumDesk *desk, VotumThing *juror);
VotumThing *votum_juror_row_get_juror (VotumJurorRow *self);
void        votum_juror_row_update    (VotumJurorRow *self);

G_END_DECLS
