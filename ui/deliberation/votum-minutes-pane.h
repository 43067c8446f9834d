#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* The minutes as they happen: who is there, what is said, proposed and voted on, with the time it is. */
#define VOTUM_TYPE_MINUTES_PANE (votum_minutes_pane_get_type ())
G_DECLARE_FINAL_TYPE (VotumMinutesPane, votum_minutes_pane, VOTUM, MINUTES_PANE, GtkWidget)

void votum_minutes_pane_set_desk  (VotumMinutesPane *self, VotumDesk *desk);
void votum_minutes_pane_set_point (VotumMinutesPane *self, VotumThing *point);

G_END_DECLS
