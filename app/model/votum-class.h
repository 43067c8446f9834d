#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_CLASS_NAME,
  VOTUM_CLASS_POSITION,
  VOTUM_CLASS_SCALE,
  VOTUM_CLASS_RULE,
};

#define VOTUM_TYPE_CLASS (votum_class_get_type ())
VOTUM_DECLARE_THING (Class, class, CLASS)

G_END_DECLS
