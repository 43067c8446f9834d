#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A note or a measure that a text may rest on, and whether it does. */
#define VOTUM_TYPE_EVIDENCE_ROW (votum_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumEvidenceRow, votum_evidence_row, VOTUM, EVIDENCE_ROW, AdwActionRow)

GtkWidget  *votum_evidence_row_new       (VotumDesk *desk, VotumThing *thing);
VotumThing *votum_evidence_row_get_thing (VotumEvidenceRow *self);
void        votum_evidence_row_set_taken (VotumEvidenceRow *self, gboolean taken);

char       *votum_evidence_sentence      (VotumDesk *desk, VotumThing *thing, const char *lang);

G_END_DECLS
