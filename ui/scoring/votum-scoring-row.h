#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumScoringRow:
 *
 * A criterion with its mark: what it counts, the mark before, the buttons, the comment.
 *
 * Signals: "give" (value), "take-back", "preview" (value), "comment-done".
 */
#define VOTUM_TYPE_SCORING_ROW (votum_scoring_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumScoringRow, votum_scoring_row, VOTUM, SCORING_ROW, GtkListBoxRow)

GtkWidget        *votum_scoring_row_new           (VotumScoringSheet *sheet, VotumScoringItem *item);
GtkWidget        *votum_scoring_row_new_for       (VotumScoringSheet *sheet, VotumScoringItem *item, VotumThing *entrant);

VotumThing       *votum_scoring_row_get_entrant   (VotumScoringRow *self);
VotumThing       *votum_scoring_row_get_criterion (VotumScoringRow *self);
const char       *votum_scoring_row_get_heading   (VotumScoringRow *self);
void              votum_scoring_row_set_entrant   (VotumScoringRow *self, VotumThing *entrant, gboolean editable);
void              votum_scoring_row_refresh       (VotumScoringRow *self);
void              votum_scoring_row_tell          (VotumScoringRow *self, const char *news);
void              votum_scoring_row_refuse        (VotumScoringRow *self, const char *sentence);
gboolean          votum_scoring_row_type          (VotumScoringRow *self, const char *digit);
gboolean          votum_scoring_row_finish        (VotumScoringRow *self);
void              votum_scoring_row_open_comment  (VotumScoringRow *self);
void              votum_scoring_row_close_comment (VotumScoringRow *self);
gboolean          votum_scoring_row_has_comment_open (VotumScoringRow *self);

G_END_DECLS
