#pragma once

#include "votum-badge.h"
#include "votum-desk.h"

G_BEGIN_DECLS

char *votum_step_badge       (VotumDesk *desk, const char *step, VotumBadgeStyle *style);
char *votum_step_holder_name (VotumDesk *desk);

G_END_DECLS
