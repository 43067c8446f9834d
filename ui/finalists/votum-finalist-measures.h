#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* The figures of a finalist, each with its unit, how many answered, when and from where. */
#define VOTUM_TYPE_FINALIST_MEASURES (votum_finalist_measures_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistMeasures, votum_finalist_measures, VOTUM, FINALIST_MEASURES, VotumPart)

G_END_DECLS
