#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* The line under criteria that stand beside each other: what their weights sum to, and what that means. */
#define VOTUM_TYPE_WEIGHT_SUM (votum_weight_sum_get_type ())
G_DECLARE_FINAL_TYPE (VotumWeightSum, votum_weight_sum, VOTUM, WEIGHT_SUM, GtkListBoxRow)

GtkWidget  *votum_weight_sum_new       (VotumThing *parent);
VotumThing *votum_weight_sum_get_group (VotumWeightSum *self);
void        votum_weight_sum_show      (VotumWeightSum *self, VotumCase *votum_case, VotumThing *class_thing, guint depth,
                                        GHashTable *typed, gboolean factors);

G_END_DECLS
