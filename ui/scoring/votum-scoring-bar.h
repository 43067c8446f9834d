#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumScoringBar:
 *
 * In which round, and whose marks: chosen here where there is a choice. Why nothing can be changed, where that is so.
 *
 * Signal: "both" (whether the marks of two rounds are wanted side by side).
 */
#define VOTUM_TYPE_SCORING_BAR (votum_scoring_bar_get_type ())
G_DECLARE_FINAL_TYPE (VotumScoringBar, votum_scoring_bar, VOTUM, SCORING_BAR, GtkWidget)

void votum_scoring_bar_set_sheet  (VotumScoringBar *self, VotumScoringSheet *sheet);
void votum_scoring_bar_offer_both (VotumScoringBar *self, gboolean offer);
void votum_scoring_bar_set_both   (VotumScoringBar *self, gboolean both);

G_END_DECLS
