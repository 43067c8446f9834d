#include "votum-config.h"

#include "votum-assignment.h"

/**
 * VotumAssignment:
 *
 * An entrant, or a class, that a juror marks. A juror without assignments marks all that they are not recused from.
 */

static const VotumField fields[] = {
  [VOTUM_ASSIGNMENT_JUROR] = { "juror", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_JUROR },
  [VOTUM_ASSIGNMENT_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_ASSIGNMENT_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
};

VOTUM_DEFINE_THING (Assignment, assignment, ASSIGNMENT, "assignment", fields, NULL)
