#include "votum-config.h"

#include "votum-mark-grid-private.h"

#include "votum-grid-words.h"

/* Where the parts of the grid lie, and which cell stands for which place. */

/* Sizes follow the font: so many of its characters and lines. */
#define NAME_CHARS 24
#define CELL_CHARS 11
#define TOTAL_CHARS 9
#define HEADING_LINES 5
#define PADDING 12

/* ---- sizes ---- */

void
votum_mark_grid_measure_font (VotumMarkGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  self->line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

int
votum_mark_grid_cell_width (VotumMarkGrid *self)
{
  return self->char_width * CELL_CHARS;
}

int
votum_mark_grid_row_height (VotumMarkGrid *self)
{
  return self->line_height + 2 * PADDING;
}

int
votum_mark_grid_heading_height (VotumMarkGrid *self)
{
  return self->line_height * HEADING_LINES + PADDING;
}

static int
total_width (VotumMarkGrid *self)
{
  return self->char_width * TOTAL_CHARS + PADDING;
}

/* In a narrow window the names give way before the marks do. */
static int
name_width (VotumMarkGrid *self,
            int            width)
{
  return CLAMP (width * 3 / 10, self->char_width * (NAME_CHARS / 2), self->char_width * NAME_CHARS);
}

int
votum_mark_grid_body_width (VotumMarkGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width - name_width (self, width) - total_width (self);
}

static double
offset (VotumMarkGrid *self,
        GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static guint
first_row (VotumMarkGrid *self)
{
  return (guint) (offset (self, GTK_ORIENTATION_VERTICAL) / votum_mark_grid_row_height (self));
}

static guint
first_column (VotumMarkGrid *self)
{
  return (guint) (offset (self, GTK_ORIENTATION_HORIZONTAL) / votum_mark_grid_cell_width (self));
}

/**
 * votum_mark_grid_find_place:
 * @self: a grid
 * @x: where the pointer is
 * @y: where the pointer is
 * @row: (out): the row there
 * @column: (out): the column there, that of the cursor beside the marks
 *
 * Returns: whether there is a finalist
 */
gboolean
votum_mark_grid_find_place (VotumMarkGrid *self,
                            double         x,
                            double         y,
                            guint         *row,
                            guint         *column)
{
  int names = name_width (self, gtk_widget_get_width (GTK_WIDGET (self)));

  if (y < votum_mark_grid_heading_height (self))
    return FALSE;
  *row = (guint) ((y - votum_mark_grid_heading_height (self) + offset (self, GTK_ORIENTATION_VERTICAL)) / votum_mark_grid_row_height (self));
  *column = self->column;
  if (x >= names && x < names + votum_mark_grid_body_width (self))
    *column = (guint) ((x - names + offset (self, GTK_ORIENTATION_HORIZONTAL)) / votum_mark_grid_cell_width (self));

  return *row < self->entrants->len && *column < self->items->len;
}

/* ---- cells ---- */

VotumGridCell *
votum_mark_grid_cell_at (VotumMarkGrid *self,
                         guint          row,
                         guint          column)
{
  if (self->pool_rows == 0 || self->pool_columns == 0)
    return NULL;

  return g_ptr_array_index (self->cells, (row % self->pool_rows) * self->pool_columns + column % self->pool_columns);
}

VotumThing *
votum_mark_grid_entrant_at (VotumMarkGrid *self,
                            guint          row)
{
  return row < self->entrants->len ? g_ptr_array_index (self->entrants, row) : NULL;
}

VotumScoringItem *
votum_mark_grid_item_at (VotumMarkGrid *self,
                         guint          column)
{
  return column < self->items->len ? g_ptr_array_index (self->items, column) : NULL;
}

void
votum_mark_grid_show_cell (VotumMarkGrid *self,
                           guint          row,
                           guint          column)
{
  VotumGridCell *cell = votum_mark_grid_cell_at (self, row, column);
  VotumThing *entrant = votum_mark_grid_entrant_at (self, row);
  VotumScoringItem *item = votum_mark_grid_item_at (self, column);

  /* what stands for nothing is not to be read either */
  gtk_widget_set_visible (GTK_WIDGET (cell), entrant != NULL && item != NULL);
  if (entrant != NULL && item != NULL)
    votum_grid_words_show_mark (cell, self->sheet, entrant, item);
}

void
votum_mark_grid_show_name (VotumMarkGrid *self,
                           guint          row)
{
  VotumThing *entrant = votum_mark_grid_entrant_at (self, row);

  gtk_widget_set_visible (g_ptr_array_index (self->names, row % self->pool_rows), entrant != NULL);
  gtk_widget_set_visible (g_ptr_array_index (self->totals, row % self->pool_rows), entrant != NULL);
  if (entrant == NULL)
    return;
  votum_grid_words_show_name (g_ptr_array_index (self->names, row % self->pool_rows), self->sheet, entrant);
  votum_grid_words_show_total (g_ptr_array_index (self->totals, row % self->pool_rows), self->sheet, entrant);
}

/* The focus does not wander with a cell to another place. */
static void
take_cell (VotumMarkGrid *self,
           guint          row,
           guint          column,
           gboolean       anew)
{
  VotumGridCell *cell = votum_mark_grid_cell_at (self, row, column);
  gboolean other = votum_grid_cell_take (cell, row, column);

  if (other && gtk_widget_has_focus (GTK_WIDGET (cell)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!other && !anew)
    return;
  votum_mark_grid_show_cell (self, row, column);
  votum_grid_cell_set_cursor (cell, row == self->row && column == self->column);
}

/* Gives every cell the place it stands for now; those that have it already are left alone. */
void
votum_mark_grid_place_cells (VotumMarkGrid *self,
                             gboolean       anew)
{
  guint top = first_row (self);
  guint left = first_column (self);

  for (guint row = top; row < top + self->pool_rows; row++)
    {
      for (guint column = left; column < left + self->pool_columns; column++)
        take_cell (self, row, column, anew);
      if (votum_grid_cell_take (g_ptr_array_index (self->names, row % self->pool_rows), row, 0) || anew)
        votum_mark_grid_show_name (self, row);
    }
  for (guint column = left; column < left + self->pool_columns; column++)
    {
      VotumGridCell *heading = g_ptr_array_index (self->headings, column % self->pool_columns);
      VotumScoringItem *item = votum_mark_grid_item_at (self, column);

      gtk_widget_set_visible (GTK_WIDGET (heading), item != NULL);
      if ((votum_grid_cell_take (heading, 0, column) || anew) && item != NULL)
        votum_grid_cell_set (heading, VOTUM_GRID_CELL_HEADING, item->name, item->name);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Another size of the font moves all places without scrolling. */
static gboolean
names_are_placed (VotumMarkGrid *self)
{
  guint row = first_row (self);

  return self->pool_rows == 0 || votum_grid_cell_is_at (g_ptr_array_index (self->names, row % self->pool_rows), row, 0);
}

static void
fill_pool (VotumMarkGrid     *self,
           GPtrArray         *pool,
           guint              n,
           VotumGridCellStyle style)
{
  for (guint i = 0; i < pool->len; i++)
    gtk_widget_unparent (g_ptr_array_index (pool, i));
  g_ptr_array_set_size (pool, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *cell = votum_grid_cell_new (style);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (pool, cell);
    }
}

/* As many cells as can be in sight, and those that are half so. */
static gboolean
grow_cb (gpointer data)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (data);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint rows = MAX (height - votum_mark_grid_heading_height (self), 0) / votum_mark_grid_row_height (self) + 2;
  guint columns = MAX (width - name_width (self, width) - total_width (self), 0) / votum_mark_grid_cell_width (self) + 2;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || gtk_widget_has_focus (GTK_WIDGET (self));

  self->grow_id = 0;
  if (rows <= self->pool_rows && columns <= self->pool_columns)
    {
      votum_mark_grid_place_cells (self, FALSE);
      return G_SOURCE_REMOVE;
    }

  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->pool_rows = MAX (rows, self->pool_rows);
  self->pool_columns = MAX (columns, self->pool_columns);
  fill_pool (self, self->cells, self->pool_rows * self->pool_columns, VOTUM_GRID_CELL_MISSING);
  fill_pool (self, self->names, self->pool_rows, VOTUM_GRID_CELL_HEADING);
  fill_pool (self, self->totals, self->pool_rows, VOTUM_GRID_CELL_TOTAL);
  fill_pool (self, self->headings, self->pool_columns, VOTUM_GRID_CELL_HEADING);
  votum_mark_grid_place_cells (self, TRUE);
  if (had_focus)
    votum_mark_grid_grab (self);

  return G_SOURCE_REMOVE;
}

/* ---- layout ---- */

void
votum_mark_grid_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (widget);

  votum_mark_grid_measure_font (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = name_width (self, 0) + votum_mark_grid_cell_width (self) + total_width (self);
      *natural = *minimum + votum_mark_grid_cell_width (self) * (int) self->items->len;
    }
  else
    {
      *minimum = votum_mark_grid_heading_height (self) + votum_mark_grid_row_height (self);
      *natural = votum_mark_grid_heading_height (self) + votum_mark_grid_row_height (self) * (int) self->entrants->len;
    }
}

static void
configure_adjustment (VotumMarkGrid *self,
                      GtkOrientation orientation,
                      int            content,
                      int            page,
                      int            step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (content - page, 0)), 0,
                              MAX (content, page), step, MAX (page - step, step), page);
}

static void
allocate (gpointer child,
          gboolean shown,
          int      x,
          int      y,
          int      width,
          int      height)
{
  gtk_widget_set_child_visible (child, shown);
  if (shown)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
allocate_row (VotumMarkGrid *self,
              guint          row,
              int            width)
{
  int names = name_width (self, width);
  int y = votum_mark_grid_heading_height (self) + (int) row * votum_mark_grid_row_height (self) - (int) offset (self, GTK_ORIENTATION_VERTICAL);
  gboolean shown = row < self->entrants->len;

  allocate (g_ptr_array_index (self->names, row % self->pool_rows), shown, 0, y, names, votum_mark_grid_row_height (self));
  allocate (g_ptr_array_index (self->totals, row % self->pool_rows), shown, width - total_width (self), y, total_width (self), votum_mark_grid_row_height (self));
  for (guint i = 0; i < self->pool_columns; i++)
    {
      guint column = first_column (self) + i;

      allocate (votum_mark_grid_cell_at (self, row, column), shown && column < self->items->len,
                names + (int) column * votum_mark_grid_cell_width (self) - (int) offset (self, GTK_ORIENTATION_HORIZONTAL), y, votum_mark_grid_cell_width (self),
                votum_mark_grid_row_height (self));
    }
}

void
votum_mark_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (widget);
  int names = name_width (self, width);
  int page_width = MAX (width - names - total_width (self), 0);
  int page_height = MAX (height - votum_mark_grid_heading_height (self), 0);

  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, votum_mark_grid_cell_width (self) * (int) self->items->len, page_width, votum_mark_grid_cell_width (self));
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, votum_mark_grid_row_height (self) * (int) self->entrants->len, page_height, votum_mark_grid_row_height (self));
  if (self->grow_id == 0 &&
      (!names_are_placed (self) || (guint) (page_height / votum_mark_grid_row_height (self)) + 2 > self->pool_rows ||
       (guint) (page_width / votum_mark_grid_cell_width (self)) + 2 > self->pool_columns))
    self->grow_id = g_idle_add_full (GTK_PRIORITY_RESIZE, grow_cb, self, NULL);

  allocate (self->corner, TRUE, 0, 0, names, votum_mark_grid_heading_height (self));
  allocate (self->total_heading, TRUE, width - total_width (self), 0, total_width (self), votum_mark_grid_heading_height (self));
  for (guint i = 0; i < self->pool_rows; i++)
    allocate_row (self, first_row (self) + i, width);
  for (guint i = 0; i < self->pool_columns; i++)
    {
      guint column = first_column (self) + i;

      allocate (g_ptr_array_index (self->headings, column % self->pool_columns), column < self->items->len,
                names + (int) column * votum_mark_grid_cell_width (self) - (int) offset (self, GTK_ORIENTATION_HORIZONTAL), 0, votum_mark_grid_cell_width (self),
                votum_mark_grid_heading_height (self));
    }
}

static void
snapshot_pool (VotumMarkGrid *self,
               GtkSnapshot   *snapshot,
               GPtrArray     *pool,
               int            x,
               int            y,
               int            width,
               int            height)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, y, MAX (width, 0), MAX (height, 0)));
  for (guint i = 0; i < pool->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (pool, i)))
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (pool, i), snapshot);
  gtk_snapshot_pop (snapshot);
}

void
votum_mark_grid_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int names = name_width (self, width);
  int top = votum_mark_grid_heading_height (self);
  int body = width - names - total_width (self);

  snapshot_pool (self, snapshot, self->cells, names, top, body, height - top);
  snapshot_pool (self, snapshot, self->headings, names, 0, body, top);
  snapshot_pool (self, snapshot, self->names, 0, top, names, height - top);
  snapshot_pool (self, snapshot, self->totals, width - total_width (self), top, total_width (self), height - top);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
  gtk_widget_snapshot_child (widget, self->total_heading, snapshot);
}
