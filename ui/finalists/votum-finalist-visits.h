#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* The visits to a finalist, each a step away. */
#define VOTUM_TYPE_FINALIST_VISITS (votum_finalist_visits_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistVisits, votum_finalist_visits, VOTUM, FINALIST_VISITS, VotumPart)

G_END_DECLS
