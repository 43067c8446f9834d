#include "votum-chart-private.h"

#include <math.h>
#include <string.h>

/* The profile: at most four finalists over the criteria. Each is told apart four ways, so that neither grey print
 * nor colour blindness takes it away: hue, lightness, dash and marker; and a letter stands at the line itself. */

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

/* Lightness 38, 53, 61, 17 on white; 64, 79, 70, 95 on dark. */
static const guint light_colours[SERIES] = { 0x0b5ca0, 0xd55e00, 0x27a397, 0x2b2b33 };
static const guint dark_colours[SERIES] = { 0x4f9fee, 0xffb27a, 0x2fbfa8, 0xf2f2f2 };
static const double dashes[SERIES][4] = { { 0 }, { 7, 3 }, { 2, 2.4 }, { 9, 2.5, 2, 2.5 } };
static const int n_dashes[SERIES] = { 0, 2, 2, 4 };
static const char * const letters[SERIES] = { "A", "B", "C", "D" };

static VotumColour
series_colour (const Radar *radar,
               guint        series)
{
  guint hex = radar->pen->style.dark ? dark_colours[series] : light_colours[series];

  return VOTUM_RGB (hex);
}

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

static void
draw_marker (Radar  *radar,
             guint   series,
             double  x,
             double  y)
{
  cairo_t *cr = radar->pen->cr;
  double r = 3.1 * radar->pen->unit;

  cairo_new_path (cr);
  switch (series)
    {
    case 0:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case 2:
      cairo_move_to (cr, x, y - r * 1.25);
      cairo_line_to (cr, x + r * 1.15, y + r * 0.8);
      cairo_line_to (cr, x - r * 1.15, y + r * 0.8);
      cairo_close_path (cr);
      break;
    default:
      cairo_move_to (cr, x, y - r * 1.3);
      cairo_line_to (cr, x + r * 1.3, y);
      cairo_line_to (cr, x, y + r * 1.3);
      cairo_line_to (cr, x - r * 1.3, y);
      cairo_close_path (cr);
      break;
    }
  votum_colour_set (cr, series % 2 == 0 ? series_colour (radar, series) : radar->pen->paper);
  cairo_fill_preserve (cr);
  votum_colour_set (cr, series_colour (radar, series));
  cairo_set_line_width (cr, 1.3 * radar->pen->unit);
  cairo_stroke (cr);
}

static void
set_stroke (Radar *radar,
            guint  series)
{
  double scaled[4];

  for (int i = 0; i < n_dashes[series]; i++)
    scaled[i] = dashes[series][i] * radar->pen->unit;
  cairo_set_dash (radar->pen->cr, scaled, n_dashes[series], 0);
  cairo_set_line_width (radar->pen->cr, (series == 0 ? 2.2 : 1.7) * radar->pen->unit);
  votum_colour_set (radar->pen->cr, series_colour (radar, series));
}

/* A criterion without a value breaks the line: it must not be drawn as the lowest mark. */
static void
draw_series (Radar *radar,
             guint  series)
{
  const double *values = radar->chart->series[series].values;
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
  set_stroke (radar, series);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  for (guint i = 0; i < radar->n; i++)
    {
      if (isnan (values[i]))
        continue;
      axis_direction (radar, i, &ux, &uy);
      draw_marker (radar, series, radar->cx + ux * radial (radar, values[i]), radar->cy + uy * radial (radar, values[i]));
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
      votum_pen_word (pen, &pen->strong, letters[s], radar->cx + ux * at, radar->cy + uy * at - pen->strong.leading / 2,
                      0.5, -1, series_colour (radar, s));
    }
}

/* The legend stands at the foot, as many beside each other as there is room for; returns its top. */
static double
draw_legend (Radar *radar)
{
  VotumPen *pen = radar->pen;
  double sample = 26 * pen->unit, gap = 18 * pen->unit;
  double room = pen->width - 2 * pen->margin;
  double least = MIN (room, 150 * pen->unit), widest = 0;
  guint columns, rows;
  double top;

  for (guint s = 0; s < radar->n_series; s++)
    {
      g_autofree char *text = g_strdup_printf ("%s  %s", letters[s], radar->chart->series[s].name);

      widest = MAX (widest, votum_pen_width (pen, &pen->small, text) + sample + 6 * pen->unit);
    }
  columns = (guint) CLAMP ((room + gap) / (MAX (widest, least * 0.4) + gap), MIN (2, radar->n_series), MAX (radar->n_series, 1));
  if (columns == 3 && radar->n_series == 4)
    columns = 2;
  rows = (radar->n_series + columns - 1) / columns;
  top = pen->height - pen->margin - rows * pen->small.leading * 1.25;

  for (guint s = 0; s < radar->n_series; s++)
    {
      double column = MIN (widest, (room - (columns - 1) * gap) / columns);
      double block = columns * column + (columns - 1) * gap;
      double x = (pen->width - block) / 2 + (s % columns) * (column + gap);
      double y = top + (s / columns) * pen->small.leading * 1.25;
      g_autofree char *text = radar->n_series > 1 ? g_strdup_printf ("%s  %s", letters[s], radar->chart->series[s].name) :
                                                    g_strdup (radar->chart->series[s].name);

      cairo_move_to (pen->cr, x, y + pen->small.leading / 2);
      cairo_rel_line_to (pen->cr, sample, 0);
      set_stroke (radar, s);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
      draw_marker (radar, s, x + sample / 2, y + pen->small.leading / 2);
      votum_pen_word (pen, &pen->small, text, x + sample + 6 * pen->unit, y, 0, column - sample - 6 * pen->unit, pen->ink_colour);
    }

  return top;
}

static char *
profile_subtitle (const VotumChartProfile *chart,
                  const char              *lang)
{
  g_autofree char *min = votum_words_double (lang, chart->min, votum_step_decimals (chart->min));
  g_autofree char *max = votum_words_double (lang, chart->max, votum_step_decimals (chart->max));

  g_autofree char *marks = votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_SUB, "min", min, "max", max, NULL);

  if (chart->subtitle != NULL)
    return g_strdup (chart->subtitle);
  if (chart->n_series > SERIES)
    {
      g_autofree char *k = g_strdup_printf ("%u", SERIES);
      g_autofree char *n = g_strdup_printf ("%u", chart->n_series);
      g_autofree char *drawn = votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_DRAWN, "k", k, "n", n, NULL);

      return g_strdup_printf ("%s. %s", marks, drawn);
    }

  return g_steal_pointer (&marks);
}

/**
 * votum_chart_profile_draw:
 * @cr: any cairo context; the chart's top left is the origin
 * @chart: what to draw
 * @width: in the context's units
 * @height: in the context's units
 * @style: (nullable): how
 */
void
votum_chart_profile_draw (cairo_t                 *cr,
                          const VotumChartProfile *chart,
                          double                   width,
                          double                   height,
                          const VotumChartStyle   *style)
{
  const char *lang = chart->lang != NULL ? chart->lang : "en";
  VotumPen pen;
  Radar radar = { &pen, chart, lang, chart->n_criteria, MIN (chart->n_series, SERIES), 0, 0, 0, 0, 0 };
  g_autofree char *title = chart->title != NULL ? g_strdup (chart->title) : votum_chart_profile_finding (chart);
  g_autofree char *subtitle = profile_subtitle (chart, lang);

  votum_pen_begin (&pen, cr, lang, width, height, style);
  radar.top = votum_pen_head (&pen, title, subtitle);
  if (chart->n_criteria < 3 || !(chart->max > chart->min))
    {
      votum_pen_word (&pen, &pen.label, votum_words (lang, VOTUM_WORD_CHART_PROFILE_FEW), width / 2,
                      (radar.top + height) / 2, 0.5, width - 2 * pen.margin, pen.quiet);
      votum_pen_end (&pen);
      return;
    }

  radar.bottom = draw_legend (&radar) - 4 * pen.unit;
  set_geometry (&radar);
  draw_grid (&radar);
  for (guint s = radar.n_series; s > 0; s--)
    draw_series (&radar, s - 1);
  draw_ring_figures (&radar);
  draw_letters (&radar);
  draw_labels (&radar);
  votum_pen_end (&pen);
}
