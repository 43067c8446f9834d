#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/* What a mark on a criterion means: the word and the description of its level, and what counts as that on the criterion. */
#define VOTUM_TYPE_LEVEL_BOX (votum_level_box_get_type ())
G_DECLARE_FINAL_TYPE (VotumLevelBox, votum_level_box, VOTUM, LEVEL_BOX, GtkWidget)

void       votum_level_box_show (VotumLevelBox *self, VotumDesk *desk, const char *who, VotumScoringItem *item, const char *value);

G_END_DECLS
