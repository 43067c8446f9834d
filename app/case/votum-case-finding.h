#pragma once

#include "votum-case-robustness.h"

G_BEGIN_DECLS

/* What the numbers say, in a few sentences: who leads, how sure that is, and what to talk about. */

char *votum_case_finding        (VotumCase *self, VotumStanding *standing, guint round, const VotumRobustness *robustness,
                                 const char *lang);
char *votum_case_finding_lead   (VotumCase *self, VotumStanding *standing, guint round, const char *lang);

G_END_DECLS
