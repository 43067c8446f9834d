#pragma once

#include <adwaita.h>

#include "votum-case-decide.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* The finalists of a class, best first by the rule, and what each of them gets. Signal: "changed". */
#define VOTUM_TYPE_OUTCOME_ROWS (votum_outcome_rows_get_type ())
G_DECLARE_FINAL_TYPE (VotumOutcomeRows, votum_outcome_rows, VOTUM, OUTCOME_ROWS, AdwPreferencesGroup)

void     votum_outcome_rows_fill  (VotumOutcomeRows *self, VotumDesk *desk, VotumThing *class, const VotumDecisionPlan *plan, gboolean decided);
void     votum_outcome_rows_read  (VotumOutcomeRows *self, VotumDecisionPlan *plan);
void     votum_outcome_rows_grab  (VotumOutcomeRows *self);

G_END_DECLS
