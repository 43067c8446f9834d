#pragma once

#include "votum-case-result.h"
#include "votum-what-if.h"

G_BEGIN_DECLS

VotumWhatIf *votum_standing_what_if       (const VotumStanding *self, guint round, GError **error);
GArray      *votum_standing_what_if_order (const VotumStanding *self, const VotumWhatIf *model, const double *weights,
                                           double *totals, guint *ranks);

G_END_DECLS
