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
  VOTUM_BALLOT_ENTERED_BY,  /* of a ballot on paper: who typed it in */
  VOTUM_BALLOT_READ_BY,  /* who read it a second time */
  VOTUM_BALLOT_READ,  /* when */
};

enum {
  VOTUM_BALLOT_STATE_HANDED_IN,
  VOTUM_BALLOT_STATE_SEALED,
  VOTUM_BALLOT_STATE_REPLACED,
  VOTUM_BALLOT_STATE_OPENED,
  VOTUM_BALLOT_STATE_LATE,
  VOTUM_BALLOT_STATE_PAPER,  /* given on paper, and typed in */
};

#define VOTUM_TYPE_BALLOT (votum_ballot_get_type ())
VOTUM_DECLARE_THING (Ballot, ballot, BALLOT)

G_END_DECLS
