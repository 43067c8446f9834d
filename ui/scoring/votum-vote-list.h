#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumVoteList:
 *
 * All finalists of a class on one ballot, with points or yes and no beside each.
 *
 * Signals: "chosen" (entrant), "news" (what has just been done, as a sentence).
 */
#define VOTUM_TYPE_VOTE_LIST (votum_vote_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumVoteList, votum_vote_list, VOTUM, VOTE_LIST, GtkWidget)

GtkWidget  *votum_vote_list_new     (VotumScoringSheet *sheet, VotumThing *class_thing);

void        votum_vote_list_refresh (VotumVoteList *self);
gboolean    votum_vote_list_grab    (VotumVoteList *self, VotumThing *entrant);
gboolean    votum_vote_list_next    (VotumVoteList *self);

G_END_DECLS
