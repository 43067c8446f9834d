#include "votum-config.h"

#include "votum-hand-out.h"

/**
 * VotumHandOut:
 *
 * A case file that was made for one juror: what came with it so that ballots can come back.
 */

static const VotumField fields[] = {
  [VOTUM_HAND_OUT_JUROR] = { "juror", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_JUROR },
  [VOTUM_HAND_OUT_NUMBER] = { "number", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_HAND_OUT_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_HAND_OUT_ORIGIN] = { "origin", VOTUM_FIELD_LINE },
  [VOTUM_HAND_OUT_RECIPIENTS] = { "recipients", VOTUM_FIELD_LINE },
  [VOTUM_HAND_OUT_TOKEN] = { "token", VOTUM_FIELD_LINE },
  [VOTUM_HAND_OUT_SIGNING_KEY] = { "signing-key", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (HandOut, hand_out, HAND_OUT, "hand-out", fields, NULL)
