#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_HAND_OUT_JUROR,
  VOTUM_HAND_OUT_NUMBER,       /* the juror's first, second ... */
  VOTUM_HAND_OUT_TIME,
  VOTUM_HAND_OUT_ORIGIN,       /* the name among cases of the case it is from */
  VOTUM_HAND_OUT_RECIPIENTS,   /* keys that ballots are sealed to, the chair's first; spaces between */
  VOTUM_HAND_OUT_TOKEN,        /* digest of what the juror's first ballot has to bring along */
  VOTUM_HAND_OUT_SIGNING_KEY,  /* the juror's, once a ballot has come */
};

#define VOTUM_TYPE_HAND_OUT (votum_hand_out_get_type ())
VOTUM_DECLARE_THING (HandOut, hand_out, HAND_OUT)

G_END_DECLS
