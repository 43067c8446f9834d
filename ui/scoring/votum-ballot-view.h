#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumBallotView:
 *
 * A round that does not ask for marks: all finalists on one page, to be put in order or voted on, with what is known of the one that is
 * looked at beside them.
 *
 * Signal: "changed" (what is left has changed).
 * Property: "show-evidence".
 */
#define VOTUM_TYPE_BALLOT_VIEW (votum_ballot_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumBallotView, votum_ballot_view, VOTUM, BALLOT_VIEW, GtkWidget)

void        votum_ballot_view_set_sheet   (VotumBallotView *self, VotumScoringSheet *sheet);
void        votum_ballot_view_rebuild     (VotumBallotView *self);
void        votum_ballot_view_clear       (VotumBallotView *self);
gboolean    votum_ballot_view_grab        (VotumBallotView *self, VotumThing *entrant);
void        votum_ballot_view_next        (VotumBallotView *self);
VotumThing *votum_ballot_view_get_entrant (VotumBallotView *self);

G_END_DECLS
