#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumTally:
 * @wanted: marks that are asked for; none from who is recused or gives no marks, none for who is not in the round
 * @given: marks that are there, those not observed among them
 * @not_observed: of them, those that say that nothing was observed
 * @reasons_missing: of them, those that changed so much since the round before that the rule asks for a reason
 * @recused: whether the juror is recused from the entrant; not told in a sum
 * @recusal: (nullable): by which recusal
 *
 * How far the marks have come. In a juror's copy, before the rounds are opened, the last two counts are told of the
 * juror's own marks only.
 */
typedef struct {
  guint       wanted;
  guint       given;
  guint       not_observed;
  guint       reasons_missing;
  gboolean    recused;
  VotumThing *recusal;
} VotumTally;

GPtrArray  *votum_case_rounds              (VotumCase *self);
GPtrArray  *votum_case_marking_jurors      (VotumCase *self);
VotumThing *votum_case_current_round       (VotumCase *self);
GPtrArray  *votum_case_round_entrants      (VotumCase *self, VotumThing *round);
GPtrArray  *votum_case_criteria_for        (VotumCase *self, VotumThing *entrant);

void        votum_case_tally               (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumThing *juror, VotumTally *tally);
void        votum_case_tally_juror         (VotumCase *self, VotumThing *round, VotumThing *juror, VotumTally *tally);
void        votum_case_tally_entrant       (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumTally *tally);
void        votum_case_tally_round         (VotumCase *self, VotumThing *round, VotumTally *tally);

const VotumMark *votum_case_mark_before    (VotumCase *self, const VotumMark *mark);
gboolean    votum_case_change_needs_reason (VotumCase *self, const VotumMark *mark);
char       *votum_case_own_total           (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumThing *juror, guint decimals);

/**
 * VotumNextKind:
 * @VOTUM_NEXT_NOTHING: all is done that the holder can do now
 * @VOTUM_NEXT_CHOOSE_HOLDER: say whose copy the case is
 * @VOTUM_NEXT_ADD_CRITERIA: there is nothing to judge by yet
 * @VOTUM_NEXT_FIX_WEIGHTS: percentages do not sum to 100; thing: the group, %NULL for the top
 * @VOTUM_NEXT_ADD_JURORS: nobody gives marks yet
 * @VOTUM_NEXT_IMPORT_FINALISTS: nobody is in the race yet
 * @VOTUM_NEXT_ADD_ROUND: there is no round to mark in
 * @VOTUM_NEXT_PLAN_VISIT: thing: an entrant without a visit; count: how many there are
 * @VOTUM_NEXT_VISIT: thing: the visit
 * @VOTUM_NEXT_SCORE: thing: an entrant; count: criteria left
 * @VOTUM_NEXT_GIVE_REASON: thing: an entrant; count: changed marks without a reason
 * @VOTUM_NEXT_AWAIT_MARKS: thing: a juror whose marks are missing; count: marks missing of all jurors
 * @VOTUM_NEXT_OPEN_ROUND: thing: a round in which all marks are given
 * @VOTUM_NEXT_DECIDE: thing: (nullable): a class in which the jury has not decided
 * @VOTUM_NEXT_WRITE_CITATION: thing: a winner without citation; count: how many there are
 * @VOTUM_NEXT_EXPORT_VERDICT: nothing is left but to hand the verdict over
 * @VOTUM_NEXT_HAND_IN: all marks are given in a copy that was handed out; thing: the round
 * @VOTUM_NEXT_HAND_IN_AGAIN: what was handed in is no longer what the juror says; thing: the round; count: the number of that ballot
 *
 * What to do next.
 */
typedef enum {
  VOTUM_NEXT_NOTHING,
  VOTUM_NEXT_CHOOSE_HOLDER,
  VOTUM_NEXT_ADD_CRITERIA,
  VOTUM_NEXT_FIX_WEIGHTS,
  VOTUM_NEXT_ADD_JURORS,
  VOTUM_NEXT_IMPORT_FINALISTS,
  VOTUM_NEXT_ADD_ROUND,
  VOTUM_NEXT_PLAN_VISIT,
  VOTUM_NEXT_VISIT,
  VOTUM_NEXT_SCORE,
  VOTUM_NEXT_GIVE_REASON,
  VOTUM_NEXT_AWAIT_MARKS,
  VOTUM_NEXT_OPEN_ROUND,
  VOTUM_NEXT_DECIDE,
  VOTUM_NEXT_WRITE_CITATION,
  VOTUM_NEXT_EXPORT_VERDICT,
  VOTUM_NEXT_HAND_IN,
  VOTUM_NEXT_HAND_IN_AGAIN,
} VotumNextKind;

typedef struct {
  VotumNextKind kind;
  VotumThing   *thing;  /* (nullable): of the case */
  guint         count;
} VotumNextStep;

void        votum_case_next_step           (VotumCase *self, VotumNextStep *step);

G_END_DECLS
