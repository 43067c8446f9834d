#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_CONSENSUS_ROUND,
  VOTUM_CONSENSUS_ENTRANT,
  VOTUM_CONSENSUS_CRITERION,
  VOTUM_CONSENSUS_VALUE,
  VOTUM_CONSENSUS_REASON,  /* asked for where it is beyond the jurors' lowest and highest */
  VOTUM_CONSENSUS_POINT,
  VOTUM_CONSENSUS_TIME,
  VOTUM_CONSENSUS_BY,  /* who wrote it down */
};

#define VOTUM_TYPE_CONSENSUS (votum_consensus_get_type ())
VOTUM_DECLARE_THING (Consensus, consensus, CONSENSUS)

G_END_DECLS
