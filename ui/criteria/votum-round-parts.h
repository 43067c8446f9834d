#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* What there is to say of a round below its name: its kind, its state, and who is in it. */
#define VOTUM_TYPE_ROUND_PARTS (votum_round_parts_get_type ())
G_DECLARE_FINAL_TYPE (VotumRoundParts, votum_round_parts, VOTUM, ROUND_PARTS, GtkWidget)

GtkWidget *votum_round_parts_new  (VotumCriteriaEditor *editor, VotumThing *round);
void       votum_round_parts_grab (GtkWidget *self);

G_END_DECLS
