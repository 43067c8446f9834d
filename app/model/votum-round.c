#include "votum-config.h"

#include "votum-round.h"

/**
 * VotumRound:
 *
 * One time that the jury marks.
 */

static const char *const kind_choices[] = { "individual", "after-visit", "consensus", "revote", NULL };
static const char *const state_choices[] = { "open", "sealed", "opened", NULL };

static const VotumField fields[] = {
  [VOTUM_ROUND_NAME] = { "name", VOTUM_FIELD_TEXTS },
  [VOTUM_ROUND_POSITION] = { "position", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_ROUND_KIND] = { "kind", VOTUM_FIELD_CHOICE, .choices = kind_choices, .fallback = "individual" },
  [VOTUM_ROUND_STATE] = { "state", VOTUM_FIELD_CHOICE, .choices = state_choices, .fallback = "open" },
  [VOTUM_ROUND_OPENED] = { "opened", VOTUM_FIELD_TIME },
  [VOTUM_ROUND_RULE] = { "rule", VOTUM_FIELD_REF, .target = VOTUM_KIND_RULE, .since = 4 },
};

VOTUM_DEFINE_THING (Round, round, ROUND, "round", fields, NULL)
