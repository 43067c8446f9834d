#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* The first mark locks the criteria, the scales and the rule: they change only with a reason, which the log keeps. */

gboolean    votum_case_is_locked    (VotumCase *self);
const char *votum_case_locked_since (VotumCase *self);

G_END_DECLS
