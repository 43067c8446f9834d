#pragma once

#include "votum-badge.h"
#include "votum-desk.h"

G_BEGIN_DECLS

char *votum_step_badge   (VotumDesk *desk, const char *step, VotumBadgeStyle *style);
guint votum_step_visits  (VotumDesk *desk, guint *done);
guint votum_step_scoring (VotumDesk *desk, guint *done);
guint votum_step_ballots (VotumDesk *desk, guint *done);

G_END_DECLS
