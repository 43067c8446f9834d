#pragma once

#include <adwaita.h>

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumGridView:
 *
 * All finalists by all criteria, where marks are given as in the list of one finalist. Finalists who are marked on other
 * criteria have a grid of their own.
 *
 * Signals: "moved" (the cursor is somewhere else), "opened" (somebody wants to see that finalist alone).
 */
#define VOTUM_TYPE_GRID_VIEW (votum_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumGridView, votum_grid_view, VOTUM, GRID_VIEW, AdwBin)

void        votum_grid_view_set_sheet     (VotumGridView *self, VotumScoringSheet *sheet);
void        votum_grid_view_refresh       (VotumGridView *self);
VotumThing *votum_grid_view_get_entrant   (VotumGridView *self);
VotumThing *votum_grid_view_get_criterion (VotumGridView *self);
void        votum_grid_view_go            (VotumGridView *self, VotumThing *entrant, VotumThing *criterion);
gboolean    votum_grid_view_grab          (VotumGridView *self);
void        votum_grid_view_open_comment  (VotumGridView *self);
gboolean    votum_grid_view_finish        (VotumGridView *self);

G_END_DECLS
