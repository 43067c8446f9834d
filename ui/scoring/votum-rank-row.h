#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumRankRow:
 *
 * A finalist with the place that a juror gives: by its number, by arrows, by being dragged.
 *
 * Signals: "placed" (place, 0 for none any more), "moved" (by how many places), "dropped" (entrant, whether below), "comment-done".
 */
#define VOTUM_TYPE_RANK_ROW (votum_rank_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumRankRow, votum_rank_row, VOTUM, RANK_ROW, GtkListBoxRow)

GtkWidget  *votum_rank_row_new           (VotumScoringSheet *sheet, VotumThing *entrant);

VotumThing *votum_rank_row_get_entrant   (VotumRankRow *self);
void        votum_rank_row_show          (VotumRankRow *self, guint place, guint n_placed, guint of, gboolean editable);
guint       votum_rank_row_get_place     (VotumRankRow *self);
gboolean    votum_rank_row_get_editable  (VotumRankRow *self);
gboolean    votum_rank_row_wants_comment (VotumRankRow *self);
void        votum_rank_row_begin         (VotumRankRow *self, const char *typed);
gboolean    votum_rank_row_is_typing     (VotumRankRow *self);
void        votum_rank_row_open_comment  (VotumRankRow *self);
void        votum_rank_row_close_comment (VotumRankRow *self);

G_END_DECLS
