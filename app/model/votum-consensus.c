#include "votum-config.h"

#include "votum-consensus.h"

/**
 * VotumConsensus:
 *
 * A mark that the panel agreed on: it stands for the panel's mark of an entrant on a criterion in a round.
 */

static const VotumField fields[] = {
  [VOTUM_CONSENSUS_ROUND] = { "round", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ROUND },
  [VOTUM_CONSENSUS_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_CONSENSUS_CRITERION] = { "criterion", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_CRITERION },
  [VOTUM_CONSENSUS_VALUE] = { "value", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CONSENSUS_REASON] = { "reason", VOTUM_FIELD_PROSE },
  [VOTUM_CONSENSUS_POINT] = { "point", VOTUM_FIELD_REF, .target = VOTUM_KIND_POINT },
  [VOTUM_CONSENSUS_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_CONSENSUS_BY] = { "by", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (Consensus, consensus, CONSENSUS, "consensus", fields, NULL)
