#pragma once

#include "votum-grid-cell.h"
#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/* What the cells of the grid say. */
void votum_grid_words_show_mark  (VotumGridCell *cell, VotumScoringSheet *sheet, VotumThing *entrant, VotumScoringItem *item);
void votum_grid_words_show_name  (VotumGridCell *cell, VotumScoringSheet *sheet, VotumThing *entrant);
void votum_grid_words_show_total (VotumGridCell *cell, VotumScoringSheet *sheet, VotumThing *entrant);

G_END_DECLS
