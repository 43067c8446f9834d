#pragma once

#include <adwaita.h>

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/**
 * VotumCriteriaTree:
 *
 * The criteria of a class or of the award with their weights, and what can be done with the tree.
 *
 * Signals: "chosen" (criterion, nullable); "open": the chosen one is to be looked at.
 */
#define VOTUM_TYPE_CRITERIA_TREE (votum_criteria_tree_get_type ())
G_DECLARE_FINAL_TYPE (VotumCriteriaTree, votum_criteria_tree, VOTUM, CRITERIA_TREE, GtkWidget)

void        votum_criteria_tree_set_editor (VotumCriteriaTree *self, VotumCriteriaEditor *editor);
VotumThing *votum_criteria_tree_get_chosen (VotumCriteriaTree *self);
void        votum_criteria_tree_choose     (VotumCriteriaTree *self, VotumThing *criterion);
void        votum_criteria_tree_grab       (VotumCriteriaTree *self);

G_END_DECLS
