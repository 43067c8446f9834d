#include "votum-config.h"

#include "votum-ballot.h"

/**
 * VotumBallot:
 *
 * A juror's marks of one round as they were handed in, sealed: which it is and what became of it. What stands in it is known
 * once its round is opened.
 */

static const char *const state_choices[] = { "handed-in", "sealed", "replaced", "opened", "late", "paper", NULL };

static const VotumField fields[] = {
  [VOTUM_BALLOT_JUROR] = { "juror", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_JUROR },
  [VOTUM_BALLOT_ROUND] = { "round", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ROUND },
  [VOTUM_BALLOT_NUMBER] = { "number", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_BALLOT_STATE] = { "state", VOTUM_FIELD_CHOICE, .choices = state_choices, .fallback = "handed-in" },
  [VOTUM_BALLOT_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_BALLOT_TAKEN_IN] = { "taken-in", VOTUM_FIELD_TIME },
  [VOTUM_BALLOT_ORIGIN] = { "origin", VOTUM_FIELD_LINE },
  [VOTUM_BALLOT_CRITERIA] = { "criteria", VOTUM_FIELD_LINE },
  [VOTUM_BALLOT_RECEIPT] = { "receipt", VOTUM_FIELD_LINE },
  [VOTUM_BALLOT_REASON] = { "reason", VOTUM_FIELD_PROSE },
  [VOTUM_BALLOT_ENTERED_BY] = { "entered-by", VOTUM_FIELD_LINE, .since = 4 },
  [VOTUM_BALLOT_READ_BY] = { "read-by", VOTUM_FIELD_LINE, .since = 4 },
  [VOTUM_BALLOT_READ] = { "read", VOTUM_FIELD_TIME, .since = 4 },
};

VOTUM_DEFINE_THING (Ballot, ballot, BALLOT, "ballot", fields, NULL)
