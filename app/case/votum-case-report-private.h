#pragma once

#include "votum-case-report.h"
#include "votum-case-verdict-private.h"

G_BEGIN_DECLS

/* Whether this copy may show what comes out of all marks; says so where it may not. */
gboolean    votum_case_may_document     (VotumCase *self, VotumStanding *standing, GError **error);
/* (transfer none) (nullable): of whoever leads the jury, marking or not */
const char *votum_case_chair_name       (VotumCase *self);
/* (transfer none) (nullable): the latest citation of @entrant alone; the form for print before that for the stage */
VotumThing *votum_case_find_citation_of (VotumCase *self, VotumThing *entrant, const char *lang);
/* The finalist's figures in each round, with as much of the field as gives nobody away. */
void        votum_report_fill_rounds (VotumVerdictBuilder *builder, const VotumVerdict *head, guint entrant, VotumReport *report);
/* The notes that may be quoted to the finalist; what is left out is said in @warnings. */
void        votum_report_fill_notes  (VotumVerdictBuilder *builder, VotumThing *entrant, GPtrArray *warnings, VotumReport *report);
/* Whether a text names another finalist, or somebody of the jury; (nullable): who. */
const char *votum_report_names       (VotumCase *self, VotumThing *entrant, const char *text);

G_END_DECLS
