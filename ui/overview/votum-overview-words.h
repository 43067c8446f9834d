#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* How things stand, as the overview says it. */

char *votum_overview_step     (VotumDesk *desk, const char *step);
char *votum_overview_visit    (VotumDesk *desk, VotumThing *entrant);
char *votum_overview_award    (VotumDesk *desk);
char *votum_overview_days     (const char *iso);

G_END_DECLS
