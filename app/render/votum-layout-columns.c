#include "votum-layout-table.h"

/* How wide the columns of a table become. From the mildest to the hardest: everything on one line; heads of
 * figures broken between words; text columns wrapped; heads turned upright; the columns closed up; and at
 * last the table falls into parts, each with the sticky columns in front. */

static void
measure_columns (VotumTable *table,
                 VotumInk   *ink)
{
  for (guint c = 0; c < table->n_columns; c++)
    {
      VotumTableColumn *column = &table->columns[c];
      g_auto (GStrv) words = g_strsplit (column->head != NULL ? column->head : "", " ", -1);

      column->cells = column->least = column->head_word = 0;
      column->head_line = votum_layout_width (votum_ink_word (ink, votum_table_head_face (table), column->head));
      for (guint i = 0; words[i] != NULL; i++)
        column->head_word = MAX (column->head_word,
                                 votum_layout_width (votum_ink_word (ink, votum_table_head_face (table), words[i])));

      for (guint r = 0; r < table->rows->len; r++)
        {
          guint flags = g_array_index (table->rows, VotumTableRow, r).flags;
          VotumCellText *cell = votum_table_cell (table, r, c);
          double indent = c == 0 ? votum_table_indent (table, flags) : 0;

          if (*cell->text == '\0')
            continue;
          column->cells = MAX (column->cells, indent +
                               votum_layout_width (votum_ink_word (ink, votum_table_cell_face (table, flags), cell->text)));
        }
      column->least = MIN (MAX (column->cells, column->head_word), table->dense ? 62 : 70);
    }
}

/* The widest that a text column may be if all of them are to fit into @room: short ones keep to one line,
 * and the long ones share what is left. */
static double
find_cap (VotumTable   *table,
          const GArray *columns,
          double        room)
{
  double cap = 0;
  guint n = 0, settled;
  double rest = room;

  for (guint i = 0; i < columns->len; i++)
    n += table->columns[g_array_index (columns, guint, i)].kind == VOTUM_COLUMN_TEXT ? 1 : 0;
  do
    {
      double last = cap;

      if (n == 0)
        return last;
      cap = rest / n;
      settled = 0;
      for (guint i = 0; i < columns->len; i++)
        {
          VotumTableColumn *column = &table->columns[g_array_index (columns, guint, i)];
          double natural = MAX (column->cells, column->head_word);

          if (column->kind == VOTUM_COLUMN_TEXT && natural > last && natural <= cap)
            {
              rest -= natural;
              n--;
              settled++;
            }
        }
    }
  while (settled > 0);

  return cap;
}

/* Gives text columns what is left after the others: their full line and more if that fits, else up to a cap. */
static gboolean
share_out (VotumTable   *table,
           const GArray *columns,
           double        width)
{
  double left = width - (columns->len - 1) * table->gap;
  double wanted = 0, least = 0, cap, spare;
  guint n_text = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      VotumTableColumn *column = &table->columns[g_array_index (columns, guint, i)];

      if (column->kind == VOTUM_COLUMN_TEXT)
        {
          n_text++;
          wanted += MAX (column->cells, column->head_word);
          least += column->least;
        }
      else
        {
          left -= column->width;
        }
    }
  if (left < least - 0.01)
    return FALSE;

  /* a name and a few figures drawn apart over the whole page would lose each other */
  spare = columns->len <= 5 && n_text == 1 ? MAX (90, wanted * 0.5) : left;
  cap = find_cap (table, columns, left);
  for (guint i = 0; i < columns->len; i++)
    {
      VotumTableColumn *column = &table->columns[g_array_index (columns, guint, i)];
      double natural = MAX (column->cells, column->head_word);

      if (column->kind != VOTUM_COLUMN_TEXT)
        continue;
      if (wanted <= left)
        column->width = natural + (wanted > 0 ? MIN (left - wanted, spare) * natural / wanted : 0);
      else
        column->width = MIN (natural, cap);
    }

  return TRUE;
}

typedef enum {
  HEADS_ON_A_LINE,
  HEADS_BROKEN,
  HEADS_TURNED,
} Heads;

static void
set_figure_widths (VotumTable *table,
                   Heads       heads)
{
  double leading = votum_table_head_face (table)->leading;

  for (guint c = 0; c < table->n_columns; c++)
    {
      VotumTableColumn *column = &table->columns[c];

      if (column->kind == VOTUM_COLUMN_TEXT)
        continue;
      column->width = MAX (column->cells, heads == HEADS_ON_A_LINE ? column->head_line :
                                          heads == HEADS_BROKEN ? column->head_word : leading);
      /* a head as short as its figures is read more easily lying down */
      column->turned = heads == HEADS_TURNED && column->head_line > column->width;
    }
}

static gboolean
fit_all (VotumTable   *table,
         const GArray *columns,
         double        width)
{
  static const double gaps[] = { 14, 9, 6.5, 5 };
  guint first = table->dense ? 1 : 0;

  for (guint g = first; g < 3; g++)
    {
      table->gap = gaps[g];
      for (Heads heads = HEADS_ON_A_LINE; heads <= HEADS_BROKEN; heads++)
        {
          set_figure_widths (table, heads);
          if (share_out (table, columns, width))
            return TRUE;
        }
    }
  for (guint g = first; g < G_N_ELEMENTS (gaps); g++)
    {
      table->gap = gaps[g];
      set_figure_widths (table, HEADS_TURNED);
      if (share_out (table, columns, width))
        return TRUE;
    }

  return FALSE;
}

static void
part_free (gpointer data)
{
  VotumTablePart *part = data;

  g_array_unref (part->columns);
  g_array_unref (part->xs);
  g_free (part);
}

/* The heights of heads depend on the widths, so the part is finished last. */
static void
add_part (VotumTable   *table,
          VotumInk     *ink,
          const GArray *columns,
          double        width)
{
  VotumTablePart *part = g_new0 (VotumTablePart, 1);
  const VotumFace *face = votum_table_head_face (table);
  double x = 0;
  guint lines = 1;

  part->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (part->columns, columns->data, columns->len);
  part->xs = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < columns->len; i++)
    {
      VotumTableColumn *column = &table->columns[g_array_index (columns, guint, i)];

      g_array_append_val (part->xs, x);
      x += column->width + table->gap;
      if (column->turned)
        {
          part->head_height = MAX (part->head_height, MIN (column->head_line, 120) + 4);
        }
      else if (column->head_line > column->width + 0.5)
        {
          g_autoptr (PangoLayout) head = votum_ink_layout (ink, face, column->head, column->width + 0.5, PANGO_ALIGN_LEFT);

          lines = MAX (lines, votum_layout_n_lines (head));
        }
    }
  part->width = MIN (x - table->gap, width);
  part->head_height = MAX (part->head_height, lines * face->leading) + 5;
  g_ptr_array_add (table->parts, part);
}

/* Figure columns of equal width, as many in a part as there is room for, shared evenly over the parts. */
static void
fall_into_parts (VotumTable *table,
                 VotumInk   *ink,
                 double      width)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  double front = 0, each = 0;
  guint rest = table->n_columns - table->sticky;
  guint room, n_parts, done = 0;

  table->gap = 5;
  set_figure_widths (table, HEADS_TURNED);
  for (guint c = 0; c < table->n_columns; c++)
    {
      VotumTableColumn *column = &table->columns[c];

      if (column->kind == VOTUM_COLUMN_TEXT)
        column->width = c < table->sticky ? MIN (MAX (column->cells, column->head_word), width * 0.35) : column->least;
      if (c < table->sticky)
        front += column->width + table->gap;
      else
        each = MAX (each, column->width + table->gap);
    }

  room = (guint) MAX (1, (width - front + table->gap) / each);
  n_parts = (rest + room - 1) / room;
  for (guint p = 0; p < n_parts; p++)
    {
      guint n = rest / n_parts + (p < rest % n_parts ? 1 : 0);

      g_array_set_size (columns, 0);
      for (guint c = 0; c < table->sticky; c++)
        g_array_append_val (columns, c);
      for (guint c = table->sticky + done; c < table->sticky + done + n; c++)
        g_array_append_val (columns, c);
      done += n;
      add_part (table, ink, columns, width);
    }
}

void
votum_table_fit (VotumTable *table,
                 VotumInk   *ink,
                 double      width)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  g_clear_pointer (&table->parts, g_ptr_array_unref);
  table->parts = g_ptr_array_new_with_free_func (part_free);
  measure_columns (table, ink);
  for (guint c = 0; c < table->n_columns; c++)
    g_array_append_val (columns, c);

  if (fit_all (table, columns, width))
    add_part (table, ink, columns, width);
  else
    fall_into_parts (table, ink, width);

  for (guint r = 0; r < table->rows->len; r++)
    {
      VotumTableRow *row = &g_array_index (table->rows, VotumTableRow, r);

      row->n_lines = 1;
      for (guint c = 0; c < table->n_columns; c++)
        {
          VotumCellText *cell = votum_table_cell (table, r, c);
          double indent = c == 0 ? votum_table_indent (table, row->flags) : 0;

          g_clear_object (&cell->layout);
          if (table->columns[c].kind != VOTUM_COLUMN_TEXT ||
              votum_layout_width (votum_ink_word (ink, votum_table_cell_face (table, row->flags), cell->text)) <=
              table->columns[c].width - indent + 0.01)
            continue;
          /* only what doesn't fit on its line gets a layout of its own */
          cell->layout = votum_ink_layout (ink, votum_table_cell_face (table, row->flags), cell->text,
                                           table->columns[c].width - indent + 0.5, PANGO_ALIGN_LEFT);
          row->n_lines = MAX (row->n_lines, votum_layout_n_lines (cell->layout));
        }
    }
}
