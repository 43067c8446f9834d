#include "votum-layout-table.h"

/* Tables: thin rules and no stripes, the head again on every page, no row cut unless it is longer than a page. */

#define FACE(weight, size, leading) \
  { VOTUM_FAMILY_SANS, PANGO_WEIGHT_##weight, FALSE, VOTUM_FIGURES_TABULAR, size, leading, 0 }

static const VotumFace plain_face = FACE (NORMAL, VOTUM_SIZE_TABLE, 11.8);
static const VotumFace strong_face = FACE (SEMIBOLD, VOTUM_SIZE_TABLE, 11.8);
static const VotumFace head_face = FACE (NORMAL, VOTUM_SIZE_SMALL, 10);
static const VotumFace dense_plain_face = FACE (NORMAL, VOTUM_SIZE_DENSE, 9.2);
static const VotumFace dense_strong_face = FACE (SEMIBOLD, VOTUM_SIZE_DENSE, 9.2);
static const VotumFace dense_head_face = FACE (NORMAL, VOTUM_SIZE_DENSE, 8.8);

#define LONG_ROW 24  /* lines; a row beyond this may be cut, or it could be higher than a page */

const VotumFace *
votum_table_cell_face (const VotumTable *table,
                       guint             flags)
{
  gboolean strong = (flags & (VOTUM_ROW_STRONG | VOTUM_ROW_GROUP | VOTUM_ROW_SUM)) != 0;

  if (table->dense)
    return strong ? &dense_strong_face : &dense_plain_face;

  return strong ? &strong_face : &plain_face;
}

const VotumFace *
votum_table_head_face (const VotumTable *table)
{
  return table->dense ? &dense_head_face : &head_face;
}

double
votum_table_indent (const VotumTable *table,
                    guint             flags)
{
  return (flags >> 8) * (table->dense ? 8.0 : 12.0);
}

VotumCellText *
votum_table_cell (const VotumTable *table,
                  guint             row,
                  guint             column)
{
  return g_ptr_array_index (table->cells, row * table->n_columns + column);
}

static void
cell_free (gpointer data)
{
  VotumCellText *cell = data;

  g_clear_object (&cell->layout);
  g_free (cell->text);
  g_free (cell);
}

/**
 * votum_table_new:
 * @n_columns: at least 1
 *
 * Returns: (transfer full): a table, to be filled and handed to votum_paper_add_table()
 */
VotumTable *
votum_table_new (guint n_columns)
{
  VotumTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (VotumTable, 1);
  self->n_columns = n_columns;
  self->columns = g_new0 (VotumTableColumn, n_columns);
  self->rows = g_array_new (FALSE, TRUE, sizeof (VotumTableRow));
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->sticky = 1;

  return self;
}

void
votum_table_free (VotumTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].head);
  g_free (self->columns);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/**
 * votum_table_set_column:
 * @self: a table
 * @column: from 0
 * @kind: how its cells are set
 * @head: (nullable): its head
 */
void
votum_table_set_column (VotumTable  *self,
                        guint        column,
                        VotumColumn  kind,
                        const char  *head)
{
  g_return_if_fail (column < self->n_columns);

  self->columns[column].kind = kind;
  g_free (self->columns[column].head);
  self->columns[column].head = g_strdup (head != NULL ? head : "");
}

/**
 * votum_table_set_sticky:
 * @self: a table
 * @n_columns: leading columns repeated in each part when the table is too wide for the page
 */
void
votum_table_set_sticky (VotumTable *self,
                        guint       n_columns)
{
  self->sticky = MIN (n_columns, self->n_columns - 1);
}

void
votum_table_set_dense (VotumTable *self,
                       gboolean    dense)
{
  self->dense = dense;
}

/**
 * votum_table_add_row:
 * @self: a table
 * @flags: #VotumRow, with VOTUM_ROW_LEVEL() for steps of indent of the first column
 * @cells: (array): one text a column; %NULL is an empty cell
 */
void
votum_table_add_row (VotumTable         *self,
                     guint               flags,
                     const char * const *cells)
{
  VotumTableRow row = { flags, 1 };

  g_array_append_val (self->rows, row);
  for (guint i = 0; i < self->n_columns; i++)
    {
      VotumCellText *cell = g_new0 (VotumCellText, 1);

      cell->text = g_strdup (cells[i] != NULL ? cells[i] : "");
      g_ptr_array_add (self->cells, cell);
    }
}

/* The block: slivers are, per part, the head and then each row; a long row is one sliver a line. */

typedef struct {
  guint part;
  int   row;      /* -1: the head */
  guint line;
  guint n_lines;
} Strip;

typedef struct {
  VotumBlock  block;
  VotumTable *table;
  GArray     *strips;  /* of Strip, one a sliver */
} TableBlock;

static double
row_pad (const VotumTable *table)
{
  return table->dense ? 1.3 : 3.2;
}

static void
add_strip (TableBlock *self,
           Strip       strip,
           double      before,
           double      height,
           gboolean    glue)
{
  g_array_append_val (self->strips, strip);
  votum_block_add_sliver (&self->block, before, height, glue);
}

static void
add_row_strips (TableBlock *self,
                guint       part,
                guint       r,
                gboolean    keep)
{
  VotumTable *table = self->table;
  VotumTableRow *row = &g_array_index (table->rows, VotumTableRow, r);
  double leading = votum_table_cell_face (table, row->flags)->leading;
  double pad = row_pad (table);
  double before = (row->flags & VOTUM_ROW_GROUP) && r > 0 ? (table->dense ? 3 : 6) : 0;

  /* a row that heads others, or the one before a sum, isn't left behind */
  if (row->flags & VOTUM_ROW_GROUP)
    keep = TRUE;
  if (r + 1 < table->rows->len && (g_array_index (table->rows, VotumTableRow, r + 1).flags & VOTUM_ROW_SUM))
    keep = TRUE;

  if (row->n_lines <= LONG_ROW)
    {
      add_strip (self, (Strip) { part, (int) r, 0, row->n_lines }, before, row->n_lines * leading + 2 * pad, keep);
      return;
    }
  for (guint i = 0; i < row->n_lines; i++)
    add_strip (self, (Strip) { part, (int) r, i, 1 }, i == 0 ? before : 0,
               leading + (i == 0 || i == row->n_lines - 1 ? pad : 0), i == 0 || i == row->n_lines - 2);
}

/* A table that would fit on a third of a page isn't torn for the sake of a few rows. */
static void
keep_small_table_whole (TableBlock *self,
                        double      height)
{
  double total = 0;

  for (guint i = 0; i < self->block.slivers->len; i++)
    total += votum_block_sliver (&self->block, i)->before + votum_block_sliver (&self->block, i)->height;
  if (total > height / 3)
    return;
  for (guint i = 0; i < self->block.slivers->len; i++)
    votum_block_sliver (&self->block, i)->glue = TRUE;
}

static void
table_measure (VotumBlock *block,
               VotumPaper *document,
               double      width,
               double      height)
{
  TableBlock *self = (TableBlock *) block;

  votum_table_fit (self->table, document->ink, width);
  g_array_set_size (self->strips, 0);
  for (guint p = 0; p < self->table->parts->len; p++)
    {
      VotumTablePart *part = g_ptr_array_index (self->table->parts, p);

      add_strip (self, (Strip) { p, -1, 0, 1 }, p == 0 ? 8 : 18, part->head_height, TRUE);
      for (guint r = 0; r < self->table->rows->len; r++)
        add_row_strips (self, p, r, r == 0 || r + 2 == self->table->rows->len);
    }
  keep_small_table_whole (self, height);
  /* only the last row of a part lets go; votum_paper_keep_with_next() may change the very last */
  if (self->strips->len > 0)
    votum_block_sliver (block, self->strips->len - 1)->glue = FALSE;
}

static double
table_repeat_height (VotumBlock *block,
                     guint       first)
{
  TableBlock *self = (TableBlock *) block;
  Strip *strip = &g_array_index (self->strips, Strip, first);

  if (strip->row < 0)
    return 0;

  return ((VotumTablePart *) g_ptr_array_index (self->table->parts, strip->part))->head_height;
}

static void
draw_turned_head (VotumInk               *ink,
                  cairo_t                *cr,
                  const VotumTable       *table,
                  const VotumTableColumn *column,
                  double                  x,
                  double                  bottom)
{
  const VotumFace *face = votum_table_head_face (table);
  g_autoptr (PangoLayout) head = votum_ink_layout (ink, face, column->head, 120, PANGO_ALIGN_LEFT);
  double middle = column->kind == VOTUM_COLUMN_SIGN ? x + column->width / 2 : x + column->width - face->leading / 2;

  pango_layout_set_height (head, -1);
  pango_layout_set_ellipsize (head, PANGO_ELLIPSIZE_END);
  cairo_save (cr);
  cairo_translate (cr, middle - face->leading / 2, bottom);
  cairo_rotate (cr, -G_PI_2);
  votum_layout_show (cr, head, face->leading, 0, 0, 0, 1, votum_colour_quiet);
  cairo_restore (cr);
}

static double
column_anchor (VotumColumn kind)
{
  return kind == VOTUM_COLUMN_FIGURE ? 1 : kind == VOTUM_COLUMN_SIGN ? 0.5 : 0;
}

static void
draw_head (TableBlock    *self,
           VotumInk      *ink,
           cairo_t       *cr,
           guint          p,
           double         x,
           double         y)
{
  VotumTable *table = self->table;
  VotumTablePart *part = g_ptr_array_index (table->parts, p);
  const VotumFace *face = votum_table_head_face (table);
  double bottom = y + part->head_height - 4;

  votum_tag_begin (cr, "TR");
  for (guint i = 0; i < part->columns->len; i++)
    {
      VotumTableColumn *column = &table->columns[g_array_index (part->columns, guint, i)];
      double left = x + g_array_index (part->xs, double, i);

      votum_tag_begin (cr, "TH");
      if (column->turned)
        {
          draw_turned_head (ink, cr, table, column, left, bottom);
        }
      else if (column->head_line > column->width + 0.5)
        {
          PangoAlignment align = column->kind == VOTUM_COLUMN_TEXT ? PANGO_ALIGN_LEFT :
                                 column->kind == VOTUM_COLUMN_FIGURE ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER;
          g_autoptr (PangoLayout) head = votum_ink_layout (ink, face, column->head, column->width + 0.5, align);
          guint n = votum_layout_n_lines (head);

          votum_layout_show (cr, head, face->leading, left, bottom - n * face->leading, 0, n, votum_colour_quiet);
        }
      else
        {
          double anchor = column_anchor (column->kind);

          votum_ink_show_word (ink, cr, face, column->head, left + anchor * column->width, bottom - face->leading, anchor,
                               votum_colour_quiet);
        }
      votum_tag_end (cr, "TH");
    }
  votum_tag_end (cr, "TR");
  votum_hairline (cr, x, y + part->head_height, part->width, 0.7, votum_colour_strong);
}

static void
draw_cell (const VotumTable *table,
           VotumInk         *ink,
           cairo_t          *cr,
           const Strip      *strip,
           guint             c,
           double            x,
           double            y)
{
  VotumTableRow *row = &g_array_index (table->rows, VotumTableRow, strip->row);
  const VotumTableColumn *column = &table->columns[c];
  const VotumFace *face = votum_table_cell_face (table, row->flags);
  VotumCellText *cell = votum_table_cell (table, (guint) strip->row, c);

  if (*cell->text == '\0')
    return;
  if (c == 0)
    x += votum_table_indent (table, row->flags);
  if (cell->layout != NULL)
    votum_layout_show (cr, cell->layout, face->leading, x, y, strip->line, strip->n_lines, votum_colour_ink);
  else if (strip->line == 0)
    votum_ink_show_word (ink, cr, face, cell->text, x + column_anchor (column->kind) * column->width, y,
                         column_anchor (column->kind), votum_colour_ink);
}

static void
draw_row (TableBlock  *self,
          VotumInk    *ink,
          cairo_t     *cr,
          const Strip *strip,
          double       x,
          double       y,
          double       height)
{
  VotumTable *table = self->table;
  VotumTablePart *part = g_ptr_array_index (table->parts, strip->part);
  VotumTableRow *row = &g_array_index (table->rows, VotumTableRow, strip->row);
  gboolean last = strip->line + strip->n_lines >= row->n_lines;

  if (row->flags & VOTUM_ROW_SUM)
    votum_hairline (cr, x, y, part->width, 0.6, votum_colour_strong);

  votum_tag_begin (cr, "TR");
  for (guint i = 0; i < part->columns->len; i++)
    {
      votum_tag_begin (cr, "TD");
      draw_cell (table, ink, cr, strip, g_array_index (part->columns, guint, i),
                 x + g_array_index (part->xs, double, i), y + (strip->line == 0 ? row_pad (table) : 0));
      votum_tag_end (cr, "TD");
    }
  votum_tag_end (cr, "TR");
  if (last)
    votum_hairline (cr, x, y + height, part->width, 0.3, votum_colour_rule);
}

static void
table_draw (VotumBlock     *block,
            VotumPaper     *document,
            cairo_t        *cr,
            const VotumRun *run)
{
  TableBlock *self = (TableBlock *) block;
  double y = run->y;

  for (guint i = run->first; i < run->first + run->n; i++)
    {
      Strip *strip = &g_array_index (self->strips, Strip, i);
      double height = votum_block_sliver (block, i)->height;

      /* every stretch on a page is a table of its own to a reader's voice, with its head */
      if (i == run->first || strip->row < 0)
        {
          if (i > run->first)
            votum_tag_end (cr, "Table");
          votum_tag_begin (cr, "Table");
        }
      if (i > run->first)
        y += votum_block_sliver (block, i)->before;
      if (i == run->first && strip->row >= 0)
        draw_head (self, document->ink, cr, strip->part, run->x, y - table_repeat_height (block, i));
      if (strip->row < 0)
        draw_head (self, document->ink, cr, strip->part, run->x, y);
      else
        draw_row (self, document->ink, cr, strip, run->x, y, height);
      y += height;
    }
  if (run->n > 0)
    votum_tag_end (cr, "Table");
}

static void
table_free (VotumBlock *block)
{
  TableBlock *self = (TableBlock *) block;

  votum_table_free (self->table);
  g_array_unref (self->strips);
}

static void
tell_part (VotumTable     *table,
           VotumTablePart *part,
           VotumOutline   *outline)
{
  static const VotumAlign aligns[] = { [VOTUM_COLUMN_TEXT] = VOTUM_ALIGN_START, [VOTUM_COLUMN_FIGURE] = VOTUM_ALIGN_END,
                                       [VOTUM_COLUMN_SIGN] = VOTUM_ALIGN_MIDDLE };
  VotumOutlineTable *told = votum_outline_table_new ();

  told->dense = table->dense;
  for (guint i = 0; i < part->columns->len; i++)
    {
      const VotumTableColumn *column = &table->columns[g_array_index (part->columns, guint, i)];

      votum_outline_table_column (told, column->head, aligns[column->kind], column->width + table->gap, column->turned);
    }
  for (guint r = 0; r < table->rows->len; r++)
    {
      guint flags = g_array_index (table->rows, VotumTableRow, r).flags;

      votum_outline_table_row (told, (flags & (VOTUM_ROW_STRONG | VOTUM_ROW_GROUP | VOTUM_ROW_SUM)) != 0, (flags & VOTUM_ROW_SUM) != 0,
                               flags >> 8);
      for (guint i = 0; i < part->columns->len; i++)
        votum_outline_table_cell (told, votum_table_cell (table, r, g_array_index (part->columns, guint, i))->text);
    }
  votum_outline_add_table (outline, VOTUM_PART_TABLE, told);
}

/* A table too wide for the page is in the same parts here. */
static void
table_tell (VotumBlock   *block,
            VotumPaper   *document,
            VotumOutline *outline)
{
  TableBlock *self = (TableBlock *) block;

  for (guint p = 0; p < self->table->parts->len; p++)
    tell_part (self->table, g_ptr_array_index (self->table->parts, p), outline);
}

static const VotumBlockClass table_class = { table_measure, table_draw, table_repeat_height, table_free, table_tell };

/**
 * votum_paper_add_table:
 * @self: a document
 * @table: (transfer full): a filled table
 */
void
votum_paper_add_table (VotumPaper *self,
                       VotumTable *table)
{
  TableBlock *block;

  g_return_if_fail (table != NULL);

  block = votum_block_alloc (self, sizeof (TableBlock), &table_class);
  block->table = table;
  block->strips = g_array_new (FALSE, FALSE, sizeof (Strip));
}
