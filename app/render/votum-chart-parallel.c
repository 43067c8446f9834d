#include "votum-chart-axis.h"
#include "votum-chart-labels.h"
#include "votum-chart-profile-private.h"
#include "votum-chart-series.h"

#include <math.h>
#include <string.h>

/* The profile of more finalists than a radar bears: a row a criterion, so that their names have room, marks from left to
 * right, and a line a finalist from row to row. */

typedef struct {
  VotumPen                *pen;
  const VotumChartProfile *chart;
  guint                    n_series;
  guint                    n;          /* rows that there is room for */
  VotumAxis                axis;
  double                   left, right, bottom, row_height;
} Plot;

static double
row_y (const Plot *plot,
       guint       row)
{
  return plot->pen->top + (row + 0.5) * plot->row_height;
}

static guint
series_number (const Plot *plot,
               guint       series)
{
  return votum_series_number (series, plot->chart->series[series].look);
}

static void
draw_series (Plot  *plot,
             guint  series)
{
  const double *values = plot->chart->series[series].values;
  guint number = series_number (plot, series);
  cairo_t *cr = plot->pen->cr;

  cairo_new_path (cr);
  for (guint i = 0; i < plot->n; i++)
    {
      if (isnan (values[i]))
        continue;
      if (i == 0 || isnan (values[i - 1]))
        cairo_move_to (cr, votum_axis_at (&plot->axis, values[i]), row_y (plot, i));
      else
        cairo_line_to (cr, votum_axis_at (&plot->axis, values[i]), row_y (plot, i));
    }
  votum_series_stroke_begin (plot->pen, number, series == 0);
  cairo_stroke (cr);
  votum_series_stroke_end (plot->pen);
  for (guint i = 0; i < plot->n; i++)
    if (!isnan (values[i]))
      votum_series_marker (plot->pen, number, votum_axis_at (&plot->axis, values[i]), row_y (plot, i), 1);
}

/* The criteria at the left, each on its row; smaller where they would be cut otherwise. Sets the columns. */
static void
draw_names (Plot *plot)
{
  VotumPen *pen = plot->pen;
  double widest = 0, most;
  guint lines = plot->row_height >= 2 * pen->small.leading ? 2 : 1;
  const VotumFace *face = &pen->label;

  most = (pen->width - 2 * pen->margin) * (lines == 2 ? 0.4 : 0.5);
  for (guint i = 0; i < plot->n; i++)
    widest = MAX (widest, votum_pen_width (pen, &pen->label, plot->chart->criteria[i]));
  if (widest > most || plot->row_height < pen->label.leading)
    {
      face = &pen->small;
      widest = 0;
      for (guint i = 0; i < plot->n; i++)
        widest = MAX (widest, votum_pen_width (pen, &pen->small, plot->chart->criteria[i]));
    }
  widest = MIN (widest + 1, most);
  for (guint i = 0; i < plot->n; i++)
    {
      g_autoptr (PangoLayout) layout = votum_pen_name (pen, face, plot->chart->criteria[i], widest, lines);

      votum_pen_layout (pen, face, layout, pen->margin, row_y (plot, i) - votum_layout_n_lines (layout) * face->leading / 2, pen->ink_colour);
    }
  plot->left = pen->margin + widest + 14 * pen->unit;
  plot->right = MAX (pen->width - pen->margin - 8 * pen->unit, plot->left + 1);
}

/* How far the nearest other finalist is on a row. */
static double
clearance (const Plot *plot,
           guint       series,
           guint       row)
{
  double nearest = INFINITY, own = plot->chart->series[series].values[row];

  for (guint s = 0; s < plot->n_series; s++)
    if (s != series && !isnan (plot->chart->series[s].values[row]))
      nearest = MIN (nearest, fabs (plot->chart->series[s].values[row] - own));

  return nearest;
}

static void
block_lines (Plot        *plot,
             VotumLabels *labels,
             double       reach)
{
  for (guint s = 0; s < plot->n_series; s++)
    for (guint i = 0; i < plot->n; i++)
      {
        const double *values = plot->chart->series[s].values;
        double x = votum_axis_at (&plot->axis, values[i]);

        if (isnan (values[i]))
          continue;
        votum_labels_block (labels, x - reach, row_y (plot, i) - reach, 2 * reach, 2 * reach);
        if (i > 0 && !isnan (values[i - 1]))
          votum_labels_block_line (labels, votum_axis_at (&plot->axis, values[i - 1]), row_y (plot, i - 1), x, row_y (plot, i));
      }
}

/* A letter to each line, where it is most by itself; the rows are tried from there on. */
static void
draw_letters (Plot *plot)
{
  VotumPen *pen = plot->pen;
  g_autoptr (VotumLabels) labels = votum_labels_new (pen);
  g_autofree gboolean *tried = g_new (gboolean, plot->n);
  double reach = 4 * pen->unit;

  block_lines (plot, labels, reach);
  votum_labels_block (labels, 0, plot->bottom, pen->width, pen->height);
  for (guint s = 0; s < plot->n_series; s++)
    {
      memset (tried, 0, plot->n * sizeof *tried);
      for (guint n = 0; n < plot->n; n++)
        {
          int best = -1;

          for (guint i = 0; i < plot->n; i++)
            if (!tried[i] && !isnan (plot->chart->series[s].values[i]) && (best < 0 || clearance (plot, s, i) > clearance (plot, s, best)))
              best = (int) i;
          if (best < 0)
            break;
          tried[best] = TRUE;
          if (votum_labels_place_close (labels, &pen->strong, votum_series_letter (series_number (plot, s)),
                                        votum_axis_at (&plot->axis, plot->chart->series[s].values[best]), row_y (plot, best), reach,
                                        votum_series_colour (pen, series_number (plot, s))))
            break;
        }
    }
}

static void
tell_spots (Plot *plot)
{
  double reach = 6 * plot->pen->unit;

  for (guint s = 0; s < plot->n_series && votum_pen_collects (plot->pen); s++)
    for (guint i = 0; i < plot->n; i++)
      {
        double value = plot->chart->series[s].values[i];
        g_autofree char *text = isnan (value) ? NULL : votum_chart_profile_point (plot->chart, s, i);
        VotumChartSpot *spot;

        if (text == NULL)
          continue;
        spot = votum_pen_spot (plot->pen, votum_axis_at (&plot->axis, value) - reach, row_y (plot, i) - reach, 2 * reach, 2 * reach, text);
        spot->entrant = plot->chart->series[s].entrant;
        spot->criterion = (int) i;
      }
}

/* Criteria that have no room are told of in a line; the text alternative has them all. */
static void
fit_rows (Plot *plot)
{
  VotumPen *pen = plot->pen;
  double room = plot->bottom - pen->top;

  plot->n = plot->chart->n_criteria;
  if (room / plot->n < pen->small.leading)
    {
      g_autofree char *left_out = NULL, *more = NULL;

      plot->n = MIN (plot->n - 1, (guint) MAX (1, room / pen->small.leading - 1));
      left_out = g_strdup_printf ("%u", plot->chart->n_criteria - plot->n);
      more = votum_words_format (pen->lang, VOTUM_WORD_CHART_MORE, "n", left_out, NULL);
      plot->bottom -= pen->small.leading;
      votum_pen_word (pen, &pen->small, more, pen->margin, plot->bottom, 0, pen->width / 3, pen->quiet);
    }
  plot->row_height = MAX ((plot->bottom - pen->top) / plot->n, 1);
}

void
votum_chart_parallel_draw (const VotumChartProfile *chart,
                           VotumPen                *pen,
                           guint                    n_series)
{
  Plot plot = { .pen = pen, .chart = chart, .n_series = MIN (n_series, VOTUM_SERIES_MAX) };
  const char *names[VOTUM_SERIES_MAX];
  guint numbers[VOTUM_SERIES_MAX];

  for (guint s = 0; s < plot.n_series; s++)
    {
      names[s] = chart->series[s].name;
      numbers[s] = series_number (&plot, s);
    }
  plot.bottom = votum_legend_draw (pen, names, numbers, plot.n_series) - pen->small.leading - 8 * pen->unit;
  fit_rows (&plot);
  draw_names (&plot);
  votum_axis_init (&plot.axis, pen, chart->min, chart->max, VOTUM_AXIS_FIXED);
  votum_axis_lay (&plot.axis, pen, plot.left, plot.right);
  votum_axis_draw_x (&plot.axis, pen, pen->top, plot.bottom);
  for (guint i = 0; i < plot.n; i++)
    votum_hairline (pen->cr, plot.left, row_y (&plot, i), plot.right - plot.left, 0.5 * pen->unit, pen->rule);
  for (guint s = plot.n_series; s > 0; s--)
    draw_series (&plot, s - 1);
  draw_letters (&plot);
  tell_spots (&plot);
}
