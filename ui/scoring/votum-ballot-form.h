#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumBallotForm:
 * @VOTUM_BALLOT_FORM_MARKS: a mark on each criterion
 * @VOTUM_BALLOT_FORM_PLACES: the finalists put in order
 * @VOTUM_BALLOT_FORM_POINTS: points, so many to so many
 * @VOTUM_BALLOT_FORM_YES_NO: yes or no to each finalist
 *
 * What a juror is asked for in a round.
 */
typedef enum {
  VOTUM_BALLOT_FORM_MARKS,
  VOTUM_BALLOT_FORM_PLACES,
  VOTUM_BALLOT_FORM_POINTS,
  VOTUM_BALLOT_FORM_YES_NO,
} VotumBallotForm;

VotumBallotForm votum_ballot_form        (VotumScoringSheet *sheet);
GPtrArray      *votum_ballot_form_classes (VotumScoringSheet *sheet);

char           *votum_ballot_form_ask    (VotumScoringSheet *sheet, VotumThing *class_thing);
char           *votum_ballot_form_keys   (VotumScoringSheet *sheet);
char           *votum_ballot_form_state  (VotumScoringSheet *sheet, VotumThing *class_thing);
char           *votum_ballot_form_left   (VotumScoringSheet *sheet);
char           *votum_ballot_form_left_out (VotumScoringSheet *sheet, VotumThing *class_thing);
char           *votum_ballot_form_revote (VotumScoringSheet *sheet);

G_END_DECLS
