#pragma once

#include "votum-criteria-editor.h"
#include "votum-number-entry.h"

G_BEGIN_DECLS

/**
 * VotumCriterionRow:
 *
 * A criterion or a group in the tree, with its weight to be changed in place.
 *
 * Signals: "typed": another weight is tried; "next": Enter in the weight; "dropped" (thing, where): a criterion was dropped
 * here, where is a VotumDrop.
 */
#define VOTUM_TYPE_CRITERION_ROW (votum_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumCriterionRow, votum_criterion_row, VOTUM, CRITERION_ROW, GtkListBoxRow)

typedef enum {
  VOTUM_DROP_ABOVE,
  VOTUM_DROP_BELOW,
  VOTUM_DROP_INTO,
} VotumDrop;

GtkWidget  *votum_criterion_row_new       (VotumCriteriaEditor *editor, VotumThing *criterion);
VotumThing *votum_criterion_row_get_thing (VotumCriterionRow *self);
GtkWidget  *votum_criterion_row_get_entry (VotumCriterionRow *self);
void        votum_criterion_row_set_place (VotumCriterionRow *self, guint depth, guint number, guint of, VotumThing *parent);
void        votum_criterion_row_set_share (VotumCriterionRow *self, const char *percent, gboolean factors);

char       *votum_criterion_kind_text     (VotumCriteriaEditor *editor, VotumThing *criterion);

G_END_DECLS
