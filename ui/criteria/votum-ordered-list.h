#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/**
 * VotumPartsFunc:
 * @editor: the editor
 * @thing: a thing
 *
 * Returns: (transfer full): what its row shows below its name
 */
typedef GtkWidget *(*VotumPartsFunc) (VotumCriteriaEditor *editor, VotumThing *thing);

/* The things of a kind in their order. */
#define VOTUM_TYPE_ORDERED_LIST (votum_ordered_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumOrderedList, votum_ordered_list, VOTUM, ORDERED_LIST, GtkWidget)

void votum_ordered_list_set_up  (VotumOrderedList *self, VotumCriteriaEditor *editor, VotumKind kind, VotumPartsFunc parts);
void votum_ordered_list_grab    (VotumOrderedList *self, VotumThing *thing);
void votum_ordered_list_go      (VotumOrderedList *self, VotumThing *thing, void (*grab) (GtkWidget *parts));

G_END_DECLS
