#pragma once

#include "votum-mark-list.h"

G_BEGIN_DECLS

/**
 * VotumScoringCard:
 *
 * One finalist with all criteria: who it is, what the marks come to, the rows, and what the levels mean.
 *
 * Signal: "left-both" (two rounds are no longer shown side by side).
 */
#define VOTUM_TYPE_SCORING_CARD (votum_scoring_card_get_type ())
G_DECLARE_FINAL_TYPE (VotumScoringCard, votum_scoring_card, VOTUM, SCORING_CARD, GtkWidget)

void           votum_scoring_card_set_sheet   (VotumScoringCard *self, VotumScoringSheet *sheet);
void           votum_scoring_card_set_entrant (VotumScoringCard *self, VotumThing *entrant);
VotumThing    *votum_scoring_card_get_entrant (VotumScoringCard *self);
void           votum_scoring_card_set_both    (VotumScoringCard *self, gboolean both);
gboolean       votum_scoring_card_grab        (VotumScoringCard *self);
VotumMarkList *votum_scoring_card_get_list    (VotumScoringCard *self);

G_END_DECLS
