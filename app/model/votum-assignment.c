#include "votum-config.h"

#include "votum-assignment.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

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

static gboolean
votum_assignment_check (VotumThing *thing,
                        GError    **error)
{
  if (votum_thing_is_set (thing, VOTUM_ASSIGNMENT_ENTRANT) != votum_thing_is_set (thing, VOTUM_ASSIGNMENT_CLASS))
    return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("An assignment is of one entrant or of one class. Name one of them."));

  return FALSE;
}

VOTUM_DEFINE_THING (Assignment, assignment, ASSIGNMENT, "assignment", fields, votum_assignment_check)
