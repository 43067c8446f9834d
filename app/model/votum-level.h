#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_LEVEL_SCALE,
  VOTUM_LEVEL_VALUE,
  VOTUM_LEVEL_LABEL,
  VOTUM_LEVEL_DESCRIPTION,
};

#define VOTUM_TYPE_LEVEL (votum_level_get_type ())
VOTUM_DECLARE_THING (Level, level, LEVEL)

G_END_DECLS
