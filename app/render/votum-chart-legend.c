#include "votum-chart-labels.h"
#include "votum-chart-series.h"

#include <math.h>

static char *
legend_text (const char * const *names,
             guint               n,
             guint               series)
{
  if (n < 2 || *votum_series_letter (series) == '\0')
    return g_strdup (names[series]);

  return g_strdup_printf ("%s  %s", votum_series_letter (series), names[series]);
}

double
votum_legend_draw (VotumPen           *pen,
                   const char * const *names,
                   guint               n)
{
  double sample = 26 * pen->unit, gap = 18 * pen->unit, line = pen->small.leading * 1.25;
  double room = pen->width - 2 * pen->margin, widest = 0, column, left, top;
  guint columns, rows;

  for (guint s = 0; s < n; s++)
    {
      g_autofree char *text = legend_text (names, n, s);

      widest = MAX (widest, votum_pen_width (pen, &pen->small, text) + sample + 6 * pen->unit + 1);
    }
  columns = (guint) CLAMP ((room + gap) / (widest + gap), 1, MAX (n, 1));
  /* cut names are better than no chart */
  while (columns < n && ceil ((double) n / columns) * line > pen->height * 0.3)
    columns++;
  rows = (n + columns - 1) / columns;
  columns = rows > 0 ? (n + rows - 1) / rows : columns;
  top = pen->height - pen->margin - rows * line;
  column = MIN (widest, (room - (columns - 1) * gap) / columns);
  left = (pen->width - columns * column - (columns - 1) * gap) / 2;

  for (guint s = 0; s < n; s++)
    {
      g_autofree char *text = legend_text (names, n, s);
      double x = left + (s % columns) * (column + gap);
      double y = top + (s / columns) * line;

      cairo_new_path (pen->cr);
      cairo_move_to (pen->cr, x, y + pen->small.leading / 2);
      cairo_rel_line_to (pen->cr, sample, 0);
      votum_series_stroke_begin (pen, s);
      cairo_stroke (pen->cr);
      votum_series_stroke_end (pen);
      votum_series_marker (pen, s, x + sample / 2, y + pen->small.leading / 2, 1);
      votum_pen_word (pen, &pen->small, text, x + sample + 6 * pen->unit, y, 0, column - sample - 6 * pen->unit, pen->ink_colour);
    }

  return top;
}
