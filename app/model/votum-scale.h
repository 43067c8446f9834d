#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_SCALE_MIN,
  VOTUM_SCALE_MAX,
  VOTUM_SCALE_STEP,
  VOTUM_SCALE_DIRECTION,  /* falling: low is best */
};

enum {
  VOTUM_SCALE_DIRECTION_RISING,
  VOTUM_SCALE_DIRECTION_FALLING,
};

#define VOTUM_TYPE_SCALE (votum_scale_get_type ())
VOTUM_DECLARE_THING (Scale, scale, SCALE)

gboolean votum_scale_check_value (VotumScale *scale, VotumDecimal value, GError **error);

G_END_DECLS
