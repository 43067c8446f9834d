#include "votum-chart-rows.h"

#include <math.h>

void
votum_rows_lay (VotumRows          *rows,
                VotumPen           *pen,
                const char * const *names,
                guint               n,
                double              bottom,
                double              share,
                double              most)
{
  double least = pen->label.leading * 1.04, room = bottom - pen->top;
  double widest = 0;

  *rows = (VotumRows) { .pen = pen, .n = n, .top = pen->top };
  rows->height = n > 0 ? MIN (room / n, most * pen->unit) : 0;
  if (n > 0 && rows->height < least)
    {
      rows->height = least;
      rows->n = (guint) CLAMP ((room - pen->small.leading) / least, 1, n);
      rows->n_left_out = n - rows->n;
    }
  rows->bottom = rows->top + rows->n * rows->height;
  for (guint i = 0; i < rows->n; i++)
    widest = MAX (widest, votum_pen_width (pen, &pen->strong, names[i]));
  /* a name that cannot go on in a second line needs more of the first */
  if (rows->height < 2 * pen->small.leading)
    share += 0.1;
  rows->name_room = MIN (widest + 8 * pen->unit, (pen->width - 2 * pen->margin) * share);
  rows->left = pen->margin + rows->name_room + 8 * pen->unit;
}

double
votum_rows_y (const VotumRows *rows,
              guint            row)
{
  return rows->top + row * rows->height;
}

gboolean
votum_rows_name (const VotumRows *rows,
                 guint            row,
                 const char      *name,
                 const char      *note,
                 gboolean         strong)
{
  VotumPen *pen = rows->pen;
  const VotumFace *face = strong ? &pen->strong : &pen->label;
  gboolean noted = note != NULL && rows->height >= face->leading + pen->small.leading;
  double room = rows->height - (noted ? pen->small.leading : 0);
  g_autofree char *starred = note != NULL && !noted ? g_strconcat (name, "\u00a0*", NULL) : NULL;
  guint lines = (guint) CLAMP (room / face->leading, 1, 2);
  g_autoptr (PangoLayout) layout = votum_pen_wrap (pen, face, starred != NULL ? starred : name, rows->name_room, lines, PANGO_ALIGN_LEFT);
  double height, top;

  if (pango_layout_is_ellipsized (layout))
    {
      face = &pen->small;
      lines = (guint) CLAMP (room / face->leading, 1, 3);
      g_clear_object (&layout);
      layout = votum_pen_wrap (pen, face, starred != NULL ? starred : name, rows->name_room, lines, PANGO_ALIGN_LEFT);
    }
  height = votum_layout_n_lines (layout) * face->leading + (noted ? pen->small.leading : 0);
  top = votum_rows_y (rows, row) + (rows->height - height) / 2;
  votum_pen_layout (pen, face, layout, pen->margin, top, pen->ink_colour);
  if (noted)
    votum_pen_word (pen, &pen->small, note, pen->margin, top + height - pen->small.leading, 0, rows->name_room, pen->quiet);

  return starred != NULL;
}

void
votum_rows_more (const VotumRows *rows)
{
  VotumPen *pen = rows->pen;
  g_autofree char *n = g_strdup_printf ("%u", rows->n_left_out);
  g_autofree char *text = NULL;

  if (rows->n_left_out == 0)
    return;
  text = votum_words_format (pen->lang, VOTUM_WORD_CHART_MORE, "n", n, NULL);
  votum_pen_word (pen, &pen->small, text, pen->margin, rows->bottom, 0, rows->name_room, pen->quiet);
}
