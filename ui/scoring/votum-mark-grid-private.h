#pragma once

#include "votum-mark-grid.h"

G_BEGIN_DECLS

/* The grid's own: what it is made of, and where that lies. */
struct _VotumMarkGrid {
  GtkWidget          parent_instance;

  VotumScoringSheet *sheet;     /* (nullable) */
  GPtrArray         *entrants;  /* of VotumThing, in the order of the rows */
  GPtrArray         *items;     /* of VotumScoringItem: the columns */

  GtkWidget         *corner;
  GtkWidget         *total_heading;
  GPtrArray         *cells;     /* pool_rows x pool_columns; the place (row, column) is at their remainders */
  GPtrArray         *names;     /* pool_rows */
  GPtrArray         *totals;    /* pool_rows */
  GPtrArray         *headings;  /* pool_columns */
  guint              pool_rows;
  guint              pool_columns;
  guint              grow_id;

  guint              row;       /* the cursor */
  guint              column;
  int                char_width;
  int                line_height;

  GtkAdjustment     *adjustments[2];
  GtkScrollablePolicy policies[2];
};

void              votum_mark_grid_measure_font (VotumMarkGrid *self);
int               votum_mark_grid_cell_width   (VotumMarkGrid *self);
int               votum_mark_grid_row_height   (VotumMarkGrid *self);
int               votum_mark_grid_heading_height (VotumMarkGrid *self);
int               votum_mark_grid_body_width   (VotumMarkGrid *self);
gboolean          votum_mark_grid_find_place   (VotumMarkGrid *self, double x, double y, guint *row, guint *column);

VotumGridCell    *votum_mark_grid_cell_at      (VotumMarkGrid *self, guint row, guint column);
VotumThing       *votum_mark_grid_entrant_at   (VotumMarkGrid *self, guint row);
VotumScoringItem *votum_mark_grid_item_at      (VotumMarkGrid *self, guint column);
void              votum_mark_grid_show_cell    (VotumMarkGrid *self, guint row, guint column);
void              votum_mark_grid_show_name    (VotumMarkGrid *self, guint row);
void              votum_mark_grid_place_cells  (VotumMarkGrid *self, gboolean anew);

void              votum_mark_grid_measure      (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                                int *minimum_baseline, int *natural_baseline);
void              votum_mark_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void              votum_mark_grid_snapshot     (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
