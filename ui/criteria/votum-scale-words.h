#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

char       *votum_scale_range (VotumThing *scale);
char       *votum_scale_name  (VotumThing *scale);
VotumThing *votum_scale_like  (VotumThing *model);
GPtrArray  *votum_scale_levels (VotumCase *votum_case, VotumThing *scale);

G_END_DECLS
