#include "votum-config.h"

#include "votum-round-entry.h"

/**
 * VotumRoundEntry:
 *
 * An entrant is in a round. A round without entries has all that are still in the race.
 */

static const VotumField fields[] = {
  [VOTUM_ROUND_ENTRY_ROUND] = { "round", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_ROUND },
  [VOTUM_ROUND_ENTRY_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ENTRANT },
};

VOTUM_DEFINE_THING (RoundEntry, round_entry, ROUND_ENTRY, "round-entry", fields, NULL)
