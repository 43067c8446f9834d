#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_MEASURE_ENTRANT,
  VOTUM_MEASURE_INDICATOR,
  VOTUM_MEASURE_VALUE,
  VOTUM_MEASURE_ANSWERS,  /* how many answered */
  VOTUM_MEASURE_PERIOD,
  VOTUM_MEASURE_SOURCE,
};

#define VOTUM_TYPE_MEASURE (votum_measure_get_type ())
VOTUM_DECLARE_THING (Measure, measure, MEASURE)

G_END_DECLS
