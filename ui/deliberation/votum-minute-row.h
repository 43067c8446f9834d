#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Something that happened in a meeting, with its time; it can be corrected, and the log keeps what it was. */
#define VOTUM_TYPE_MINUTE_ROW (votum_minute_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumMinuteRow, votum_minute_row, VOTUM, MINUTE_ROW, GtkListBoxRow)

GtkWidget  *votum_minute_row_new        (VotumDesk *desk, VotumThing *minute);
VotumThing *votum_minute_row_get_minute (VotumMinuteRow *self);
void        votum_minute_row_show       (VotumMinuteRow *self);

G_END_DECLS
