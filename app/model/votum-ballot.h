#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_BALLOT_JUROR,
  VOTUM_BALLOT_ROUND,
  VOTUM_BALLOT_NUMBER,    /* 1, 2, 3 ... of this juror in this round */
  VOTUM_BALLOT_STATE,
  VOTUM_BALLOT_TIME,      /* when it was handed in, as its juror's program says */
  VOTUM_BALLOT_TAKEN_IN,  /* when it was taken in */
  VOTUM_BALLOT_ORIGIN,    /* the name among cases of the case it is for */
  VOTUM_BALLOT_CRITERIA,  /* digest of what was judged by */
  VOTUM_BALLOT_RECEIPT,   /* digest of the sealed file; its bytes are a content of the case */
  VOTUM_BALLOT_REASON,    /* why it was taken in late */
};

enum {
  VOTUM_BALLOT_STATE_HANDED_IN,
  VOTUM_BALLOT_STATE_SEALED,
  VOTUM_BALLOT_STATE_REPLACED,
  VOTUM_BALLOT_STATE_OPENED,
  VOTUM_BALLOT_STATE_LATE,
};

#define VOTUM_TYPE_BALLOT (votum_ballot_get_type ())
VOTUM_DECLARE_THING (Ballot, ballot, BALLOT)

G_END_DECLS
