#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumAssignmentsView:
 *
 * Who marks whom in the round that is marked in now: finalists against jurors, a box for each.
 */
#define VOTUM_TYPE_ASSIGNMENTS_VIEW (votum_assignments_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumAssignmentsView, votum_assignments_view, VOTUM, ASSIGNMENTS_VIEW, AdwBin)

void votum_assignments_view_set_desk (VotumAssignmentsView *self, VotumDesk *desk);

G_END_DECLS
