#include "votum-config.h"

#include "votum-level.h"

/**
 * VotumLevel:
 *
 * What a mark on a scale means, in words.
 */

static const VotumField fields[] = {
  [VOTUM_LEVEL_SCALE] = { "scale", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_SCALE },
  [VOTUM_LEVEL_VALUE] = { "value", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_LEVEL_LABEL] = { "label", VOTUM_FIELD_TEXTS },
  [VOTUM_LEVEL_DESCRIPTION] = { "description", VOTUM_FIELD_TEXTS },
};

VOTUM_DEFINE_THING (Level, level, LEVEL, "level", fields, NULL)
