#include "votum-config.h"

#include "votum-decision.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

/**
 * VotumDecision:
 *
 * What the jury decided, beside the computed result.
 */

static const char *const outcome_choices[] = { "winner", "place", "shared", "none", "honourable-mention", "finalist", NULL };

static const VotumField fields[] = {
  [VOTUM_DECISION_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
  [VOTUM_DECISION_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_DECISION_ROUND] = { "round", VOTUM_FIELD_REF, .target = VOTUM_KIND_ROUND },
  [VOTUM_DECISION_OUTCOME] = { "outcome", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_REQUIRED, .choices = outcome_choices },
  [VOTUM_DECISION_PLACE] = { "place", VOTUM_FIELD_INTEGER },
  [VOTUM_DECISION_VOTES_FOR] = { "votes-for", VOTUM_FIELD_INTEGER },
  [VOTUM_DECISION_VOTES_AGAINST] = { "votes-against", VOTUM_FIELD_INTEGER },
  [VOTUM_DECISION_ABSTAINED] = { "abstained", VOTUM_FIELD_INTEGER },
  [VOTUM_DECISION_REASON] = { "reason", VOTUM_FIELD_PROSE },
  [VOTUM_DECISION_MINORITY] = { "minority", VOTUM_FIELD_PROSE },
  [VOTUM_DECISION_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_DECISION_MINORITY_BY] = { "minority-by", VOTUM_FIELD_REFS, .target = VOTUM_KIND_JUROR, .since = 4 },
  [VOTUM_DECISION_MEETING] = { "meeting", VOTUM_FIELD_REF, .target = VOTUM_KIND_MEETING, .since = 4 },
};

static gboolean
votum_decision_check (VotumThing *thing,
                      GError    **error)
{
  gboolean none = votum_thing_get_choice (thing, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_NONE;

  if (none == votum_thing_is_set (thing, VOTUM_DECISION_ENTRANT))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A decision names the entrant it is about; only “none” is about nobody."));
      return FALSE;
    }

  if (votum_thing_get_choice (thing, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_PLACE &&
      votum_thing_get_number (thing, VOTUM_DECISION_PLACE) == 1)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A place is the second or a later one; for the first write “winner” or “shared”."));
      return FALSE;
    }

  return TRUE;
}

VOTUM_DEFINE_THING (Decision, decision, DECISION, "decision", fields, votum_decision_check)
