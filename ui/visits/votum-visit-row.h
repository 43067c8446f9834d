#pragma once

#include "votum-occasion.h"

G_BEGIN_DECLS

/* A visit, or a finalist without one, in the list: who, when, how many notes. */
#define VOTUM_TYPE_VISIT_ROW (votum_visit_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumVisitRow, votum_visit_row, VOTUM, VISIT_ROW, GtkListBoxRow)

GtkWidget     *votum_visit_row_new          (VotumDesk *desk, VotumOccasion *occasion);
VotumOccasion *votum_visit_row_get_occasion (VotumVisitRow *self);
void           votum_visit_row_refresh      (VotumVisitRow *self);
void           votum_visit_row_set_n_notes  (VotumVisitRow *self, guint n_notes);

G_END_DECLS
