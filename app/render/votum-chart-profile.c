#include "votum-chart-labels.h"
#include "votum-chart-profile-private.h"
#include "votum-chart-series.h"

#include <math.h>

/* The profile: at most four finalists over the criteria. Each is told apart as votum-chart-series.h has it, and by a
 * letter at the line itself. */

#define SERIES VOTUM_CHART_MAX_SERIES

typedef struct {
  PangoLayout *layout;
  double       x, y, width, height;
  double       anchor;    /* where it would like to stand: its middle */
} AxisLabel;

typedef struct {
  VotumPen                *pen;
  const VotumChartProfile *chart;
  const char              *lang;
  guint                    n;          /* axes */
  guint                    n_series;
  double                   cx, cy, radius;
  double                   top, bottom;
} Radar;

static void
axis_direction (const Radar *radar,
                guint        axis,
                double      *ux,
                double      *uy)
{
  double angle = -G_PI_2 + 2 * G_PI * axis / radar->n;

  *ux = cos (angle);
  *uy = sin (angle);
}

static double
radial (const Radar *radar,
        double       value)
{
  double t = (value - radar->chart->min) / (radar->chart->max - radar->chart->min);

  return CLAMP (t, 0, 1) * radar->radius;
}

static gboolean
is_side (const Radar *radar,
         guint        axis)
{
  double ux, uy;

  axis_direction (radar, axis, &ux, &uy);

  return ABS (ux) > 0.12;
}

static double
label_gap (const Radar *radar)
{
  return 9 * radar->pen->unit;
}

/* The widest a label beside the radar wants to be, in at most two lines. */
static double
wanted_label_width (Radar *radar)
{
  double widest = 0;

  for (guint i = 0; i < radar->n; i++)
    if (is_side (radar, i))
      {
        double line = votum_pen_width (radar->pen, &radar->pen->small, radar->chart->criteria[i]);
        g_auto (GStrv) words = g_strsplit (radar->chart->criteria[i], " ", -1);
        double word = 0;

        for (guint w = 0; words[w] != NULL; w++)
          word = MAX (word, votum_pen_width (radar->pen, &radar->pen->small, words[w]));
        widest = MAX (widest, MAX (word, line * 0.62));
      }

  return widest + 2;
}

/* The radius is what the height allows, unless the labels at the sides would be cut for it. Only an even number of axes
 * reaches as far down as up: with three, the lowest point is half a radius below the centre. */
static void
set_geometry (Radar *radar)
{
  VotumPen *pen = radar->pen;
  double half = pen->width / 2 - pen->margin;
  double above = pen->small.leading + label_gap (radar);
  double down = radar->n % 2 == 0 ? 1 : cos (G_PI / radar->n);
  double by_height = (radar->bottom - radar->top - 2 * above) / (1 + down);
  double wanted = wanted_label_width (radar);
  double by_width = MAX (half - wanted - label_gap (radar), half * 0.46);

  radar->radius = MAX (MIN (by_height, by_width), 10);
  radar->cx = pen->width / 2;
  radar->cy = (radar->top + radar->bottom + radar->radius * (1 - down)) / 2;
}

/* Pushes overlapping labels of one side apart: down from the top, then up from the bottom. */
static void
spread_labels (GPtrArray *labels,
               double     top,
               double     bottom)
{
  double edge = top;

  for (guint i = 0; i < labels->len; i++)
    {
      AxisLabel *label = g_ptr_array_index (labels, i);

      label->y = MAX (label->anchor - label->height / 2, edge);
      edge = label->y + label->height;
    }
  edge = bottom;
  for (guint i = labels->len; i > 0; i--)
    {
      AxisLabel *label = g_ptr_array_index (labels, i - 1);

      label->y = MIN (label->y, edge - label->height);
      edge = label->y;
    }
}

/* The nearest a box between @y and @y + @height may come to the axis of the radar without touching the circle. */
static double
clear_of_circle (const Radar *radar,
                 double       y,
                 double       height)
{
  double reach = radar->radius + label_gap (radar);
  double near = radar->cy < y ? y - radar->cy : radar->cy > y + height ? radar->cy - y - height : 0;

  return sqrt (MAX (0, reach * reach - near * near));
}

static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  double x = (*(AxisLabel * const *) a)->anchor, y = (*(AxisLabel * const *) b)->anchor;

  return (x > y) - (x < y);
}

static void
draw_side_labels (Radar    *radar,
                  gboolean  right,
                  double    top,
                  double    bottom)
{
  VotumPen *pen = radar->pen;
  const VotumFace *face = &pen->small;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  double room = pen->width / 2 - pen->margin - radar->radius - label_gap (radar);
  guint on_side = 0, lines;

  for (guint i = 0; i < radar->n; i++)
    {
      double ux, uy;

      axis_direction (radar, i, &ux, &uy);
      on_side += is_side (radar, i) && (ux > 0) == right ? 1 : 0;
    }
  lines = on_side * 2 * face->leading <= bottom - top ? 2 : 1;
  if (on_side * 3 * face->leading <= (bottom - top) * 0.8)
    lines = 3;

  for (guint i = 0; i < radar->n; i++)
    {
      AxisLabel *label;
      double ux, uy;

      axis_direction (radar, i, &ux, &uy);
      if (!is_side (radar, i) || (ux > 0) != right)
        continue;
      label = g_new0 (AxisLabel, 1);
      label->layout = votum_pen_wrap (pen, face, radar->chart->criteria[i], room, lines, PANGO_ALIGN_LEFT);
      label->width = votum_layout_width (label->layout);
      label->height = votum_layout_n_lines (label->layout) * face->leading;
      label->anchor = radar->cy + uy * (radar->radius + label_gap (radar));
      g_ptr_array_add (labels, label);
    }

  g_ptr_array_sort (labels, compare_anchors);
  spread_labels (labels, top, bottom);
  for (guint i = 0; i < labels->len; i++)
    {
      AxisLabel *label = g_ptr_array_index (labels, i);
      double off = clear_of_circle (radar, label->y, label->height);

      if (!right)
        pango_layout_set_alignment (label->layout, PANGO_ALIGN_RIGHT);
      votum_pen_layout (pen, face, label->layout,
                        right ? radar->cx + off : radar->cx - off - (double) pango_layout_get_width (label->layout) / PANGO_SCALE,
                        label->y, pen->ink_colour);
      g_object_unref (label->layout);
    }
}

static void
draw_labels (Radar *radar)
{
  VotumPen *pen = radar->pen;
  const VotumFace *face = &pen->small;
  double top = radar->top, bottom = radar->bottom;

  for (guint i = 0; i < radar->n; i++)
    {
      double ux, uy, y;

      if (is_side (radar, i))
        continue;
      axis_direction (radar, i, &ux, &uy);
      y = uy < 0 ? radar->cy - radar->radius - label_gap (radar) * 0.7 - face->leading :
                   radar->cy + radar->radius + label_gap (radar) * 0.7;
      votum_pen_word (pen, face, radar->chart->criteria[i], radar->cx, y, 0.5, pen->width - 2 * pen->margin, pen->ink_colour);
      if (uy < 0)
        top = y + face->leading;
      else
        bottom = y;
    }
  draw_side_labels (radar, TRUE, top, bottom);
  draw_side_labels (radar, FALSE, top, bottom);
}

static double
ring_step (const Radar *radar)
{
  return votum_nice_step (radar->chart->max - radar->chart->min,
                          (guint) CLAMP (radar->radius / (15 * radar->pen->unit), 1, 6));
}

static void
draw_grid (Radar *radar)
{
  VotumPen *pen = radar->pen;
  double span = radar->chart->max - radar->chart->min;
  double step = ring_step (radar);
  guint rings = (guint) floor (span / step + 1e-9);

  cairo_new_path (pen->cr);
  cairo_set_line_width (pen->cr, 0.7 * pen->unit);
  votum_colour_set (pen->cr, pen->rule);
  for (guint r = 1; r <= rings + 1; r++)
    {
      double reach = r <= rings ? radar->radius * r * step / span : radar->radius;

      cairo_new_sub_path (pen->cr);
      for (guint i = 0; i < radar->n; i++)
        {
          double ux, uy;

          axis_direction (radar, i, &ux, &uy);
          cairo_line_to (pen->cr, radar->cx + ux * reach, radar->cy + uy * reach);
        }
      cairo_close_path (pen->cr);
    }
  for (guint i = 0; i < radar->n; i++)
    {
      double ux, uy;

      axis_direction (radar, i, &ux, &uy);
      cairo_move_to (pen->cr, radar->cx, radar->cy);
      cairo_line_to (pen->cr, radar->cx + ux * radar->radius, radar->cy + uy * radar->radius);
    }
  cairo_stroke (pen->cr);
}

/* Between the first axis and the last, where no marker stands, on a ground of their own. */
static void
draw_ring_figures (Radar *radar)
{
  VotumPen *pen = radar->pen;
  double span = radar->chart->max - radar->chart->min;
  double step = ring_step (radar);
  guint decimals = votum_step_decimals (step);
  double half = G_PI / radar->n;

  for (guint r = 1; r * step <= span * (1 + 1e-9); r++)
    {
      g_autofree char *text = votum_words_double (radar->lang, radar->chart->min + r * step, decimals);
      double reach = radar->radius * r * step / span * cos (half);
      double x = radar->cx - sin (half) * reach, y = radar->cy - cos (half) * reach;
      double width = votum_pen_width (pen, &pen->small, text);

      votum_colour_set (pen->cr, pen->paper);
      cairo_rectangle (pen->cr, x - width / 2 - pen->unit, y - pen->small.size * 0.5, width + 2 * pen->unit, pen->small.size);
      cairo_fill (pen->cr);
      votum_pen_word (pen, &pen->small, text, x, y - pen->small.leading / 2, 0.5, -1, pen->quiet);
    }
}

static guint
series_number (const Radar *radar,
               guint        series)
{
  return votum_series_number (series, radar->chart->series[series].look);
}

/* A criterion without a value breaks the line: it must not be drawn as the lowest mark. */
static void
draw_series (Radar *radar,
             guint  series)
{
  const double *values = radar->chart->series[series].values;
  guint number = series_number (radar, series);
  cairo_t *cr = radar->pen->cr;
  double ux, uy;

  cairo_new_path (cr);
  for (guint i = 0; i < radar->n; i++)
    {
      guint next = (i + 1) % radar->n;

      if (isnan (values[i]) || isnan (values[next]))
        continue;
      axis_direction (radar, i, &ux, &uy);
      if (i == 0 || isnan (values[i - 1]))
        cairo_move_to (cr, radar->cx + ux * radial (radar, values[i]), radar->cy + uy * radial (radar, values[i]));
      axis_direction (radar, next, &ux, &uy);
      cairo_line_to (cr, radar->cx + ux * radial (radar, values[next]), radar->cy + uy * radial (radar, values[next]));
    }
  votum_series_stroke_begin (radar->pen, number, series == 0);
  cairo_stroke (cr);
  votum_series_stroke_end (radar->pen);

  for (guint i = 0; i < radar->n; i++)
    {
      if (isnan (values[i]))
        continue;
      axis_direction (radar, i, &ux, &uy);
      votum_series_marker (radar->pen, number, radar->cx + ux * radial (radar, values[i]), radar->cy + uy * radial (radar, values[i]), 1);
    }
}

/* How much room a letter has at @reach on an axis: the distance to the nearest other point there. */
static double
clearance (const Radar *radar,
           guint        series,
           guint        axis,
           double       reach)
{
  double nearest = radar->radius;

  for (guint s = 0; s < radar->n_series; s++)
    if (s != series && !isnan (radar->chart->series[s].values[axis]))
      nearest = MIN (nearest, fabs (radial (radar, radar->chart->series[s].values[axis]) - reach));

  return nearest;
}

/* A letter stands beside the point, outward or inward, where its line is most by itself; none at all where it
 * would stand on another. The first axis is left to the figures of the rings. */
static void
draw_letters (Radar *radar)
{
  VotumPen *pen = radar->pen;
  double away = 9.5 * pen->unit;
  gboolean taken[64] = { FALSE };

  for (guint s = 0; s < radar->n_series && radar->n_series > 1; s++)
    {
      double best = 5 * pen->unit, at = 0, ux, uy;
      int axis = -1;

      for (guint i = 1; i < MIN (radar->n, G_N_ELEMENTS (taken)); i++)
        for (int side = -1; side <= 1; side += 2)
          {
            double value = radar->chart->series[s].values[i];
            double reach = isnan (value) ? 0 : radial (radar, value) + side * away;

            if (taken[i] || isnan (value) || reach < away || reach + away * 0.6 > radar->radius ||
                clearance (radar, s, i, reach) <= best)
              continue;
            best = clearance (radar, s, i, reach);
            at = reach;
            axis = (int) i;
          }
      if (axis < 0)
        continue;
      taken[axis] = TRUE;
      axis_direction (radar, (guint) axis, &ux, &uy);
      votum_pen_word (pen, &pen->strong, votum_series_letter (series_number (radar, s)), radar->cx + ux * at,
                      radar->cy + uy * at - pen->strong.leading / 2, 0.5, -1, votum_series_colour (pen, series_number (radar, s)));
    }
}

static guint
n_drawn (const VotumChartProfile *chart)
{
  return MIN (chart->n_series, MIN (chart->most > 0 ? chart->most : VOTUM_SERIES_MAX, VOTUM_SERIES_MAX));
}

static char *
profile_subtitle (const VotumChart *self)
{
  const VotumChartProfile *chart = self->data;
  const char *lang = self->lang;
  g_autofree char *min = votum_words_double (lang, chart->min, votum_step_decimals (chart->min));
  g_autofree char *max = votum_words_double (lang, chart->max, votum_step_decimals (chart->max));
  guint drawn_series = n_drawn (chart);
  g_autofree char *marks = votum_words_format (lang, drawn_series > SERIES ? VOTUM_WORD_CHART_PARALLEL_SUB : VOTUM_WORD_CHART_PROFILE_SUB,
                                               "min", min, "max", max, NULL);

  if (chart->n_series > drawn_series)
    {
      g_autofree char *k = g_strdup_printf ("%u", drawn_series);
      g_autofree char *n = g_strdup_printf ("%u", chart->n_series);
      g_autofree char *drawn = votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_DRAWN, "k", k, "n", n, NULL);

      return g_strdup_printf ("%s. %s", marks, drawn);
    }

  return g_steal_pointer (&marks);
}

/* Finalist by finalist, clockwise. */
static void
tell_spots (Radar *radar)
{
  double reach = 7 * radar->pen->unit;

  for (guint s = 0; s < radar->n_series && votum_pen_collects (radar->pen); s++)
    for (guint i = 0; i < radar->n; i++)
      {
        double value = radar->chart->series[s].values[i], ux, uy;
        g_autofree char *text = NULL;
        VotumChartSpot *spot;

        if (isnan (value))
          continue;
        axis_direction (radar, i, &ux, &uy);
        text = votum_chart_profile_point (radar->chart, s, i);
        spot = votum_pen_spot (radar->pen, radar->cx + ux * radial (radar, value) - reach, radar->cy + uy * radial (radar, value) - reach,
                               2 * reach, 2 * reach, text);
        spot->entrant = radar->chart->series[s].entrant;
        spot->criterion = (int) i;
      }
}

static gboolean
profile_has_data (const VotumChart *self)
{
  const VotumChartProfile *chart = self->data;

  return chart->n_criteria >= 3 && chart->n_series > 0 && chart->max > chart->min;
}

static void
profile_draw (const VotumChart *self,
              VotumPen         *pen)
{
  const VotumChartProfile *chart = self->data;
  Radar radar = { pen, chart, self->lang, chart->n_criteria, 0, 0, 0, 0, pen->top, 0 };
  const char *names[SERIES];
  guint numbers[SERIES];

  if (chart->n_criteria < 3 || !(chart->max > chart->min))
    {
      votum_pen_word (pen, &pen->label, votum_words (self->lang, VOTUM_WORD_CHART_PROFILE_FEW), pen->width / 2,
                      (pen->top + pen->height) / 2, 0.5, pen->width - 2 * pen->margin, pen->quiet);
      return;
    }

  if (n_drawn (chart) > SERIES)
    {
      votum_chart_parallel_draw (chart, pen, n_drawn (chart));
      return;
    }

  radar.n_series = n_drawn (chart);
  for (guint s = 0; s < radar.n_series; s++)
    {
      names[s] = chart->series[s].name;
      numbers[s] = series_number (&radar, s);
    }
  radar.bottom = votum_legend_draw (pen, names, numbers, radar.n_series) - 4 * pen->unit;
  set_geometry (&radar);
  draw_grid (&radar);
  for (guint s = radar.n_series; s > 0; s--)
    draw_series (&radar, s - 1);
  draw_ring_figures (&radar);
  draw_letters (&radar);
  draw_labels (&radar);
  tell_spots (&radar);
}

static const VotumChartKind profile_kind = {
  "profile", votum_chart_profile_finding, profile_subtitle, votum_chart_profile_describe, profile_draw, votum_chart_profile_csv,
  profile_has_data, NULL,
};

/**
 * votum_chart_profile_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): the profile of finalists over the criteria
 */
VotumChart *
votum_chart_profile_new (const VotumChartProfile *data)
{
  VotumChart *self = votum_chart_new (&profile_kind, data->lang, data->title, data->subtitle);
  VotumChartProfile *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartSeries *series = votum_chart_keep (self, data->series, data->n_series, sizeof *series);
  const char **criteria = votum_chart_keep (self, data->criteria, data->n_criteria, sizeof *criteria);

  for (guint i = 0; i < data->n_criteria; i++)
    criteria[i] = votum_chart_keep_text (self, criteria[i]);
  for (guint s = 0; s < data->n_series; s++)
    {
      series[s].name = votum_chart_keep_text (self, series[s].name);
      series[s].values = votum_chart_keep (self, series[s].values, data->n_criteria, sizeof (double));
    }
  copy->lang = self->lang;
  copy->criteria = criteria;
  copy->series = series;
  self->data = copy;

  return self;
}
