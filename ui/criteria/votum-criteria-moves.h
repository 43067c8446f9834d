#pragma once

#include "votum-criteria-editor.h"
#include "votum-criterion-row.h"

G_BEGIN_DECLS

/* Private to the tree: where a criterion goes. */

typedef enum {
  VOTUM_MOVE_UP,
  VOTUM_MOVE_DOWN,
  VOTUM_MOVE_OUT,
  VOTUM_MOVE_IN,
} VotumMove;

VotumThing *votum_criteria_parent   (VotumCriteriaEditor *editor, VotumThing *criterion);
VotumThing *votum_criteria_class_of (VotumCriteriaEditor *editor, VotumThing *criterion);
gboolean    votum_criteria_can_move (VotumCriteriaEditor *editor, VotumThing *criterion, VotumMove move);
gboolean    votum_criteria_move     (VotumCriteriaEditor *editor, VotumThing *criterion, VotumMove move);
gboolean    votum_criteria_drop     (VotumCriteriaEditor *editor, VotumThing *criterion, VotumThing *target, VotumDrop where);
VotumThing *votum_criteria_add      (VotumCriteriaEditor *editor, VotumThing *beside, gboolean group);
gboolean    votum_criteria_remove   (VotumCriteriaEditor *editor, VotumThing *criterion);
gboolean    votum_criteria_copy_to_class (VotumCriteriaEditor *editor, VotumThing *class_thing);

G_END_DECLS
