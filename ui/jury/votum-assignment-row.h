#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumAssignmentRow:
 *
 * A finalist with a box for each juror: ticked where the juror marks it, a word where the juror is recused; and how well it is
 * covered.
 *
 * Signal: "assigned" (entrant, juror, assigned), when somebody has ticked a box.
 */
#define VOTUM_TYPE_ASSIGNMENT_ROW (votum_assignment_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumAssignmentRow, votum_assignment_row, VOTUM, ASSIGNMENT_ROW, GtkWidget)

GtkWidget  *votum_assignment_row_new         (void);
void        votum_assignment_row_show        (VotumAssignmentRow *self, VotumDesk *desk, VotumThing *round, VotumThing *entrant, GPtrArray *jurors);
VotumThing *votum_assignment_row_get_entrant (VotumAssignmentRow *self);
int         votum_assignment_row_get_focus   (VotumAssignmentRow *self);
gboolean    votum_assignment_row_grab        (VotumAssignmentRow *self, guint juror);
GtkWidget  *votum_assignment_cell_new        (GtkWidget *child);

G_END_DECLS
