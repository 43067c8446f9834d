#pragma once

#include "votum-case-ballots.h"

G_BEGIN_DECLS

/* Handing in, for whoever shows it: votum-case-ballots.h has the short way. */

/**
 * VotumHandInLack:
 * @VOTUM_LACK_MARK: a mark that is asked for is not there
 * @VOTUM_LACK_REASON: a mark changed so much since the round before that the rule asks for a reason
 * @VOTUM_LACK_COMMENT: a mark is without the comment that the rule asks for; it does not go like that
 *
 * What a juror has not done yet.
 */
typedef enum {
  VOTUM_LACK_MARK,
  VOTUM_LACK_REASON,
  VOTUM_LACK_COMMENT,
} VotumHandInLack;

/* What is missing for a finalist. Things are the case's. */
typedef struct {
  VotumHandInLack lack;
  VotumThing     *entrant;
  VotumThing     *criterion;  /* the first of them */
  guint           count;
} VotumHandInGap;

GArray          *votum_case_hand_in_gaps   (VotumCase *self, VotumThing *round);
char            *votum_case_hand_in_problem (VotumCase *self, VotumThing *round);

/**
 * VotumHandInState:
 * @VOTUM_HAND_IN_NONE: nothing is handed in from this case: it is not a juror's, or was not handed out
 * @VOTUM_HAND_IN_OPEN: nothing has been handed in yet
 * @VOTUM_HAND_IN_DONE: what the juror says now is what was handed in
 * @VOTUM_HAND_IN_CHANGED: marks, released notes or recusals are others than in the ballot
 * @VOTUM_HAND_IN_OUTDATED: the criteria have changed since, so that the ballot is not taken in
 *
 * How far handing in is in a round.
 */
typedef enum {
  VOTUM_HAND_IN_NONE,
  VOTUM_HAND_IN_OPEN,
  VOTUM_HAND_IN_DONE,
  VOTUM_HAND_IN_CHANGED,
  VOTUM_HAND_IN_OUTDATED,
} VotumHandInState;

VotumHandInState votum_case_hand_in_state  (VotumCase *self, VotumThing *round, VotumThing **ballot);

void             votum_case_hand_in_async  (VotumCase *self, VotumThing *round, const char *path, const char *passphrase,
                                            GAsyncReadyCallback callback, gpointer user_data);
char            *votum_case_hand_in_finish (VotumCase *self, GAsyncResult *result, GError **error);

G_END_DECLS
