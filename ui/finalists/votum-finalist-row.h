#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A finalist in the list: who, in which class, how far the marks have come, and whether somebody stands aside. */
#define VOTUM_TYPE_FINALIST_ROW (votum_finalist_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistRow, votum_finalist_row, VOTUM, FINALIST_ROW, GtkWidget)

GtkWidget *votum_finalist_row_new         (VotumDesk *desk);
void       votum_finalist_row_set_entrant (VotumFinalistRow *self, VotumThing *entrant);

G_END_DECLS
