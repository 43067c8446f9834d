#pragma once

#include <adwaita.h>

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* A level of a scale: its mark, its word, and what it means. */
#define VOTUM_TYPE_LEVEL_ROW (votum_level_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumLevelRow, votum_level_row, VOTUM, LEVEL_ROW, AdwPreferencesRow)

GtkWidget  *votum_level_row_new       (VotumCriteriaEditor *editor, VotumThing *level);
VotumThing *votum_level_row_get_level (VotumLevelRow *self);
void        votum_level_row_grab      (VotumLevelRow *self);

G_END_DECLS
