#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A row of a list in which words of several lines are written, under their title. */
#define VOTUM_TYPE_PROSE_ROW (votum_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumProseRow, votum_prose_row, VOTUM, PROSE_ROW, AdwPreferencesRow)

GtkWidget *votum_prose_row_new      (const char *title);
void       votum_prose_row_bind     (VotumProseRow *self, VotumDesk *desk, VotumThing *thing, guint field, const char *lang);
void       votum_prose_row_unbind   (VotumProseRow *self);
GtkWidget *votum_prose_row_get_view (VotumProseRow *self);

G_END_DECLS
