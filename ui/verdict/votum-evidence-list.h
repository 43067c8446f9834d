#pragma once

#include <adwaita.h>

#include "votum-case-composer.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumEvidenceList:
 *
 * What a citation may rest on, by criterion, the heaviest first, with a search, and with a small reader for submissions.
 *
 * Signals: "taken" (VotumThing *, words: nullable), "left" (VotumThing *).
 */
#define VOTUM_TYPE_EVIDENCE_LIST (votum_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumEvidenceList, votum_evidence_list, VOTUM, EVIDENCE_LIST, AdwBin)

void        votum_evidence_list_show      (VotumEvidenceList *self, VotumDesk *desk, const VotumComposed *composed, gboolean usable);
VotumThing *votum_evidence_list_of_words  (VotumEvidenceList *self, const char *words);
void        votum_evidence_list_search    (VotumEvidenceList *self);

G_END_DECLS
