#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumEvidencePane:
 *
 * What a mark can rest on: notes on the criterion that may be seen in this copy, what the submission says about it, and measures.
 */
#define VOTUM_TYPE_EVIDENCE_PANE (votum_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (VotumEvidencePane, votum_evidence_pane, VOTUM, EVIDENCE_PANE, GtkWidget)

void votum_evidence_pane_set_sheet (VotumEvidencePane *self, VotumScoringSheet *sheet);
void votum_evidence_pane_show      (VotumEvidencePane *self, VotumThing *entrant, VotumThing *criterion);

G_END_DECLS
