#include "votum-chart-labels.h"
#include "votum-chart-series.h"

static char *
legend_text (const char * const *names,
             const guint        *series,
             guint               n,
             guint               i)
{
  const char *letter = votum_series_letter (series[i]);

  if (n < 2 || *letter == '\0')
    return g_strdup (names[i]);

  return g_strdup_printf ("%s  %s", letter, names[i]);
}

typedef struct {
  guint  columns, rows;
  double column, left;  /* width of a column; where the first begins */
  guint  shown;         /* names that have room; a line says how many have none */
} Legend;

/* As many beside each other as stand whole; more, down to the half of the width, where they would take the chart's room. */
static Legend
lay_out (VotumPen           *pen,
         const char * const *names,
         const guint        *series,
         guint               n,
         double              sample,
         double              line)
{
  double gap = 18 * pen->unit, room = pen->width - 2 * pen->margin, widest = 0;
  guint most_rows = (guint) MAX (1, pen->height * 0.3 / line);
  Legend legend = { .shown = n };

  for (guint s = 0; s < n; s++)
    {
      g_autofree char *text = legend_text (names, series, n, s);

      widest = MAX (widest, votum_pen_width (pen, &pen->small, text) + sample + 6 * pen->unit + 1);
    }
  legend.columns = (guint) CLAMP ((room + gap) / (widest + gap), 1, MAX (n, 1));
  if ((n + legend.columns - 1) / legend.columns > most_rows)
    legend.columns = (guint) MAX (legend.columns, MIN (2, n));
  legend.rows = (n + legend.columns - 1) / legend.columns;
  if (legend.rows > most_rows)
    {
      legend.rows = most_rows;
      legend.shown = legend.columns * legend.rows - 1;
    }
  else if (legend.rows > 0)
    {
      legend.columns = (n + legend.rows - 1) / legend.rows;
    }
  legend.column = MIN (widest, (room - (legend.columns - 1) * gap) / MAX (legend.columns, 1));
  legend.left = (pen->width - legend.columns * legend.column - (legend.columns - 1) * gap) / 2;

  return legend;
}

double
votum_legend_draw (VotumPen           *pen,
                   const char * const *names,
                   const guint        *series,
                   guint               n)
{
  double sample = 26 * pen->unit, gap = 18 * pen->unit, line = pen->small.leading * 1.25;
  Legend legend = lay_out (pen, names, series, n, sample, line);
  double top = pen->height - pen->margin - legend.rows * line;

  for (guint s = 0; s < MIN (n, legend.shown + 1); s++)
    {
      g_autofree char *text = legend_text (names, series, n, s);
      double x = legend.left + (s % legend.columns) * (legend.column + gap);
      double y = top + (s / legend.columns) * line;

      if (s == legend.shown)
        {
          g_autofree char *left_out = g_strdup_printf ("%u", n - s);
          g_autofree char *more = votum_words_format (pen->lang, VOTUM_WORD_CHART_MORE, "n", left_out, NULL);

          votum_pen_word (pen, &pen->small, more, x, y, 0, legend.column, pen->quiet);
          break;
        }
      cairo_new_path (pen->cr);
      cairo_move_to (pen->cr, x, y + pen->small.leading / 2);
      cairo_rel_line_to (pen->cr, sample, 0);
      votum_series_stroke_begin (pen, series[s], s == 0);
      cairo_stroke (pen->cr);
      votum_series_stroke_end (pen);
      votum_series_marker (pen, series[s], x + sample / 2, y + pen->small.leading / 2, 1);
      votum_pen_word (pen, &pen->small, text, x + sample + 6 * pen->unit, y, 0, legend.column - sample - 6 * pen->unit, pen->ink_colour);
    }

  return top;
}
