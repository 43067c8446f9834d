#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumRankList:
 *
 * The finalists of a class in the order that a juror gives them, and below those who have no place yet.
 *
 * Signals: "chosen" (entrant), "news" (what has just been done, as a sentence).
 */
#define VOTUM_TYPE_RANK_LIST (votum_rank_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumRankList, votum_rank_list, VOTUM, RANK_LIST, GtkWidget)

GtkWidget  *votum_rank_list_new     (VotumScoringSheet *sheet, VotumThing *class_thing);

void        votum_rank_list_refresh (VotumRankList *self);
gboolean    votum_rank_list_grab    (VotumRankList *self, VotumThing *entrant);
gboolean    votum_rank_list_next    (VotumRankList *self);

G_END_DECLS
