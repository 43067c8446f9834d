#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_ASSIGNMENT_JUROR,
  VOTUM_ASSIGNMENT_ENTRANT,
  VOTUM_ASSIGNMENT_CLASS,
};

#define VOTUM_TYPE_ASSIGNMENT (votum_assignment_get_type ())
VOTUM_DECLARE_THING (Assignment, assignment, ASSIGNMENT)

G_END_DECLS
