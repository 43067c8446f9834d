#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumTally:
 * @wanted: marks that are asked for; none from who is recused, has others to mark or gives no marks, none for who is not in the round
 * @given: marks that are there, those not observed among them
 * @not_observed: of them, those that say that nothing was observed
 * @reasons_missing: of them, those without the words that the rule asks for: since they changed much from the round before, or since
 *   of what they are
 * @comments_missing: of these, those of which the rule asks a comment whatever they were before
 * @recused: whether the juror is recused from the entrant; not told in a sum
 * @recusal: (nullable): by which recusal
 * @unassigned: whether the entrant is given to others to mark; not told in a sum
 *
 * How far the marks have come. In a juror's copy, before the rounds are opened, what is told of their kind is told of the juror's
 * own marks only.
 */
typedef struct {
  guint       wanted;
  guint       given;
  guint       not_observed;
  guint       reasons_missing;
  guint       comments_missing;
  gboolean    recused;
  VotumThing *recusal;
  gboolean    unassigned;
} VotumTally;

/**
 * VotumDemand:
 * @VOTUM_DEMAND_NONE: no words are asked for
 * @VOTUM_DEMAND_CHANGE: the mark changed much since the round before, and the reason is asked for
 * @VOTUM_DEMAND_EXTREME: the mark is the lowest or the highest of its scale, and a comment is asked for
 * @VOTUM_DEMAND_ALL: every mark needs a comment
 *
 * Which words the rule asks for with a mark, whether or not they are there.
 */
typedef enum {
  VOTUM_DEMAND_NONE,
  VOTUM_DEMAND_CHANGE,
  VOTUM_DEMAND_EXTREME,
  VOTUM_DEMAND_ALL,
} VotumDemand;

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
VotumDemand votum_case_comment_demand      (VotumCase *self, const VotumMark *mark);
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
 * @VOTUM_NEXT_GIVE_COMMENT: thing: an entrant; count: marks without the comment that the rule asks for
 * @VOTUM_NEXT_AWAIT_MARKS: thing: a juror whose marks are missing; count: marks missing of all jurors
 * @VOTUM_NEXT_OPEN_ROUND: thing: a round in which all marks are given
 * @VOTUM_NEXT_DELIBERATE: the jury talks; count: open points of the agenda, 0 where there is neither agenda nor meeting yet
 * @VOTUM_NEXT_DECIDE: thing: (nullable): a class in which the jury has not decided
 * @VOTUM_NEXT_WRITE_CITATION: thing: a winner without citation; count: how many there are
 * @VOTUM_NEXT_EXPORT_VERDICT: nothing is left but to hand the verdict over
 * @VOTUM_NEXT_HAND_IN: all marks are given in a copy that was handed out; thing: the round
 * @VOTUM_NEXT_HAND_IN_AGAIN: what was handed in is no longer what the juror says; thing: the round; count: the number of that ballot
 * @VOTUM_NEXT_REVOTE: the rule asks for a revote among those who share the first place; thing: the round; count: how many they are
 * @VOTUM_NEXT_HAND_OUT_AGAIN: the case has changed since jurors were handed their copies; thing: the first of them; count: how many there are
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
  VOTUM_NEXT_GIVE_COMMENT,
  VOTUM_NEXT_AWAIT_MARKS,
  VOTUM_NEXT_OPEN_ROUND,
  VOTUM_NEXT_DELIBERATE,
  VOTUM_NEXT_DECIDE,
  VOTUM_NEXT_WRITE_CITATION,
  VOTUM_NEXT_EXPORT_VERDICT,
  VOTUM_NEXT_HAND_IN,
  VOTUM_NEXT_HAND_IN_AGAIN,
  VOTUM_NEXT_REVOTE,
  VOTUM_NEXT_HAND_OUT_AGAIN,
} VotumNextKind;

typedef struct {
  VotumNextKind kind;
  VotumThing   *thing;  /* (nullable): of the case */
  guint         count;
} VotumNextStep;

void        votum_case_next_step           (VotumCase *self, VotumNextStep *step);

G_END_DECLS
