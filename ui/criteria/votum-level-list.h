#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* The levels of a scale with their words. */
#define VOTUM_TYPE_LEVEL_LIST (votum_level_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumLevelList, votum_level_list, VOTUM, LEVEL_LIST, GtkWidget)

void votum_level_list_set_editor (VotumLevelList *self, VotumCriteriaEditor *editor);
void votum_level_list_show       (VotumLevelList *self, VotumThing *scale);

G_END_DECLS
