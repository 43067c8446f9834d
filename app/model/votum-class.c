#include "votum-config.h"

#include "votum-class.h"

/**
 * VotumClass:
 *
 * A class of the award: a standing of its own, with criteria and rule of its own or the award's.
 */

static const VotumField fields[] = {
  [VOTUM_CLASS_NAME] = { "name", VOTUM_FIELD_TEXTS, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CLASS_POSITION] = { "position", VOTUM_FIELD_INTEGER },
  [VOTUM_CLASS_SCALE] = { "scale", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS, .target = VOTUM_KIND_SCALE },
  [VOTUM_CLASS_RULE] = { "rule", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS, .target = VOTUM_KIND_RULE },
};

VOTUM_DEFINE_THING (Class, class, CLASS, "class", fields, NULL)
