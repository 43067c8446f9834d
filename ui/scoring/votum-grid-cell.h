#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  VOTUM_GRID_CELL_MISSING,
  VOTUM_GRID_CELL_GIVEN,
  VOTUM_GRID_CELL_NOT_OBSERVED,
  VOTUM_GRID_CELL_RECUSED,
  VOTUM_GRID_CELL_HEADING,
  VOTUM_GRID_CELL_TOTAL,
} VotumGridCellStyle;

/* A cell of the grid of marks. It is used again for another place when the grid is scrolled. */
#define VOTUM_TYPE_GRID_CELL (votum_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (VotumGridCell, votum_grid_cell, VOTUM, GRID_CELL, GtkWidget)

GtkWidget *votum_grid_cell_new       (VotumGridCellStyle style);

gboolean   votum_grid_cell_take      (VotumGridCell *self, guint row, guint column);
gboolean   votum_grid_cell_is_at     (VotumGridCell *self, guint row, guint column);
void       votum_grid_cell_set       (VotumGridCell *self, VotumGridCellStyle style, const char *text, const char *spoken);
void       votum_grid_cell_set_signs (VotumGridCell *self, gboolean commented, gboolean trouble);
void       votum_grid_cell_set_cursor (VotumGridCell *self, gboolean cursor);

G_END_DECLS
