#pragma once

#include <adwaita.h>

#include "votum-case-evidence.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* Something a text may rest on, and whether it does. It can be dragged into the text. */
#define VOTUM_TYPE_EVIDENCE_ROW (votum_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumEvidenceRow, votum_evidence_row, VOTUM, EVIDENCE_ROW, AdwActionRow)

GtkWidget  *votum_evidence_row_new           (VotumDesk *desk, VotumThing *thing, VotumThing *criterion);
VotumThing *votum_evidence_row_get_thing     (VotumEvidenceRow *self);
VotumThing *votum_evidence_row_get_criterion (VotumEvidenceRow *self);
void        votum_evidence_row_set_state     (VotumEvidenceRow *self, gboolean taken, gboolean confidential, gboolean named);
gboolean    votum_evidence_row_matches       (VotumEvidenceRow *self, const char *const *words, int kind);

G_END_DECLS
