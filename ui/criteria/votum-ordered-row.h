#pragma once

#include <adwaita.h>

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* A thing with a name and a place among others of its kind, and below its name what else there is to say of it. */
#define VOTUM_TYPE_ORDERED_ROW (votum_ordered_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumOrderedRow, votum_ordered_row, VOTUM, ORDERED_ROW, AdwPreferencesRow)

GtkWidget  *votum_ordered_row_new       (VotumCriteriaEditor *editor, VotumThing *thing, GtkWidget *parts);
VotumThing *votum_ordered_row_get_thing (VotumOrderedRow *self);
void        votum_ordered_row_set_place (VotumOrderedRow *self, guint place, guint of);
void        votum_ordered_row_grab_name (VotumOrderedRow *self);
GtkWidget  *votum_ordered_row_get_parts (VotumOrderedRow *self);

G_END_DECLS
