#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_INDICATOR_NAME,
  VOTUM_INDICATOR_UNIT,
  VOTUM_INDICATOR_DIRECTION,
  VOTUM_INDICATOR_MINIMUM,  /* answers below which there is no value */
  VOTUM_INDICATOR_POINTS,  /* value function: "-20:0 0:25 30:70 60:100" */
};

enum {
  VOTUM_INDICATOR_DIRECTION_RISING,
  VOTUM_INDICATOR_DIRECTION_FALLING,
};

#define VOTUM_TYPE_INDICATOR (votum_indicator_get_type ())
VOTUM_DECLARE_THING (Indicator, indicator, INDICATOR)

gboolean votum_indicator_get_points (VotumIndicator *indicator, GArray **xs, GArray **ys, GError **error);

G_END_DECLS
