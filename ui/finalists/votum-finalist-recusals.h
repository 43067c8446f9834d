#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* Who stands aside from a finalist, and why. */
#define VOTUM_TYPE_FINALIST_RECUSALS (votum_finalist_recusals_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistRecusals, votum_finalist_recusals, VOTUM, FINALIST_RECUSALS, VotumPart)

G_END_DECLS
