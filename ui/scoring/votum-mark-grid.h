#pragma once

#include "votum-grid-cell.h"
#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumMarkGrid:
 *
 * Finalists by criteria, with the names, the criteria and the totals always in sight. Only what is in sight has widgets, so
 * that hundreds of finalists scroll as lightly as six. The arrow keys move a cursor.
 *
 * Signal: "moved" (the cursor is somewhere else).
 */
#define VOTUM_TYPE_MARK_GRID (votum_mark_grid_get_type ())
G_DECLARE_FINAL_TYPE (VotumMarkGrid, votum_mark_grid, VOTUM, MARK_GRID, GtkWidget)

void              votum_mark_grid_set         (VotumMarkGrid *self, VotumScoringSheet *sheet, GPtrArray *entrants, GPtrArray *items);
void              votum_mark_grid_refresh     (VotumMarkGrid *self, VotumThing *entrant, VotumThing *criterion);
VotumThing       *votum_mark_grid_get_entrant (VotumMarkGrid *self);
VotumScoringItem *votum_mark_grid_get_item    (VotumMarkGrid *self);
GtkWidget        *votum_mark_grid_get_cell    (VotumMarkGrid *self);
void              votum_mark_grid_move_to     (VotumMarkGrid *self, VotumThing *entrant, VotumThing *criterion);
gboolean          votum_mark_grid_advance     (VotumMarkGrid *self);
gboolean          votum_mark_grid_grab        (VotumMarkGrid *self);

G_END_DECLS
