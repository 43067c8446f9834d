#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

char *votum_evidence_title (VotumDesk *desk, VotumThing *evidence);
char *votum_evidence_kind  (VotumDesk *desk, VotumThing *evidence);
char *votum_evidence_whose (VotumDesk *desk, VotumThing *evidence);
char *votum_evidence_told  (VotumDesk *desk, VotumThing *evidence);
void  votum_evidence_go    (VotumDesk *desk, VotumThing *evidence);

G_END_DECLS
