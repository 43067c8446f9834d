#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumCardGrid:
 *
 * Cards in two columns of one width, in rows as high as the higher of the two; where two do not fit, one below the other. A card
 * that is alone in its row has all of it.
 */
#define VOTUM_TYPE_CARD_GRID (votum_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (VotumCardGrid, votum_card_grid, VOTUM, CARD_GRID, GtkWidget)

#define VOTUM_TYPE_CARD_LAYOUT (votum_card_layout_get_type ())
G_DECLARE_FINAL_TYPE (VotumCardLayout, votum_card_layout, VOTUM, CARD_LAYOUT, GtkLayoutManager)

G_END_DECLS
