#include "votum-config.h"

#include "votum-casting-vote.h"

/**
 * VotumCastingVote:
 *
 * The chair's order among the tied.
 */

static const VotumField fields[] = {
  [VOTUM_CASTING_VOTE_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
  [VOTUM_CASTING_VOTE_ROUND] = { "round", VOTUM_FIELD_REF, .target = VOTUM_KIND_ROUND },
  [VOTUM_CASTING_VOTE_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_CASTING_VOTE_PLACE] = { "place", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CASTING_VOTE_REASON] = { "reason", VOTUM_FIELD_PROSE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CASTING_VOTE_TIME] = { "time", VOTUM_FIELD_TIME },
};

VOTUM_DEFINE_THING (CastingVote, casting_vote, CASTING_VOTE, "casting-vote", fields, NULL)
