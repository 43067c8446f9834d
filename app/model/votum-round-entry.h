#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_ROUND_ENTRY_ROUND,
  VOTUM_ROUND_ENTRY_ENTRANT,
};

#define VOTUM_TYPE_ROUND_ENTRY (votum_round_entry_get_type ())
VOTUM_DECLARE_THING (RoundEntry, round_entry, ROUND_ENTRY)

G_END_DECLS
