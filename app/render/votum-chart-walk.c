#include "votum-chart-walk-private.h"

#include <math.h>

#include "votum-chart-axis.h"
#include "votum-chart-labels.h"
#include "votum-chart-series.h"

/* The weight walk: a line per finalist over the weight of one criterion, where it is now, and where lines cross. */

typedef struct {
  VotumPen             *pen;
  const VotumChartWalk *data;
  VotumAxis             x, y;
  double                left, right, top, bottom;
  VotumLabels          *labels;
} Plot;

static double
share_at (const Plot *plot,
          guint       k)
{
  return plot->data->low + (plot->data->high - plot->data->low) * k / (plot->data->n_shares - 1);
}

static void
find_range (const VotumChartWalk *data,
            double               *low,
            double               *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < data->n_lines; i++)
    for (guint k = 0; k < data->n_shares; k++)
      if (!isnan (data->lines[i].values[k]))
        {
          *low = MIN (*low, data->lines[i].values[k]);
          *high = MAX (*high, data->lines[i].values[k]);
        }
}

static void
draw_line (Plot  *plot,
           guint  line)
{
  const VotumChartWalkLine *own = &plot->data->lines[line];
  cairo_t *cr = plot->pen->cr;
  gboolean begun = FALSE;
  double last_x = 0, last_y = 0;

  cairo_new_path (cr);
  for (guint k = 0; k < plot->data->n_shares; k++)
    {
      double x = votum_axis_at (&plot->x, share_at (plot, k));
      double y;

      if (isnan (own->values[k]))
        {
          begun = FALSE;
          continue;
        }
      y = votum_axis_at (&plot->y, own->values[k]);
      if (begun)
        {
          cairo_line_to (cr, x, y);
          votum_labels_block_line (plot->labels, last_x, last_y, x, y);
        }
      else
        cairo_move_to (cr, x, y);
      begun = TRUE;
      last_x = x;
      last_y = y;
    }
  votum_series_stroke_begin (plot->pen, votum_series_number (line, own->look), line == 0);
  cairo_stroke (cr);
  votum_series_stroke_end (plot->pen);
}

/* The last value of a line that there is. */
static double
end_of (const VotumChartWalk     *data,
        const VotumChartWalkLine *line)
{
  for (guint k = data->n_shares; k > 0; k--)
    if (!isnan (line->values[k - 1]))
      return line->values[k - 1];

  return NAN;
}

static VotumColumnLabel *
make_names (const Plot *plot,
            guint      *n)
{
  VotumColumnLabel *labels = g_new0 (VotumColumnLabel, plot->data->n_lines + 1);

  *n = 0;
  for (guint i = 0; i < plot->data->n_lines; i++)
    {
      double end = end_of (plot->data, &plot->data->lines[i]);

      if (!isnan (end))
        labels[(*n)++] = (VotumColumnLabel) { .text = plot->data->lines[i].name, .at = votum_axis_at (&plot->y, end),
                                              .colour = plot->pen->ink_colour, .strong = i == 0 };
    }

  return labels;
}

static void
draw_names (Plot   *plot,
            double  gap,
            double  room)
{
  VotumPen *pen = plot->pen;
  guint n;
  g_autofree VotumColumnLabel *labels = make_names (plot, &n);
  VotumColumn column = { .x = plot->right + gap, .right = TRUE, .room = room, .top = plot->top - pen->small.leading / 2,
                         .bottom = plot->bottom + pen->small.leading / 2, .lead_from = plot->right + gap / 3 };

  votum_column_draw (pen, &pen->small, labels, n, &column);
}

/* Where it is now: a broken line, with its share above the plot. */
static void
draw_now (Plot *plot)
{
  VotumPen *pen = plot->pen;
  double x = votum_axis_at (&plot->x, plot->data->share);
  double dash[] = { 4 * pen->unit, 3 * pen->unit };
  g_autofree char *share = votum_walk_percent (plot->data->lang, plot->data->share);
  g_autofree char *text = votum_words_format (plot->data->lang, VOTUM_WORD_CHART_WALK_NOW, "share", share, NULL);
  double width = votum_pen_width (pen, &pen->small, text);
  double at = CLAMP (x, plot->left + width / 2, MAX (plot->right - width / 2, plot->left + width / 2));

  votum_colour_set (pen->cr, pen->ink_colour);
  cairo_set_line_width (pen->cr, 1.2 * pen->unit);
  cairo_set_dash (pen->cr, dash, 2, 0);
  cairo_move_to (pen->cr, x, plot->top - 3 * pen->unit);
  cairo_line_to (pen->cr, x, plot->bottom);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  votum_pen_word (pen, &pen->small, text, at, plot->top - 4 * pen->unit - pen->small.leading, 0.5, -1, pen->ink_colour);
  votum_labels_block_line (plot->labels, x, plot->top, x, plot->bottom);
  votum_labels_block (plot->labels, at - width / 2, plot->top - 4 * pen->unit - pen->small.leading, width, pen->small.leading);
}

static void
draw_dot (const Plot *plot,
          double      x,
          double      y,
          gboolean    leads)
{
  VotumPen *pen = plot->pen;
  double radius = (leads ? 4.2 : 2) * pen->unit;

  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, radius + 1.2 * pen->unit, 0, 2 * G_PI);
  votum_colour_set (pen->cr, pen->paper);
  cairo_fill (pen->cr);
  cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
  votum_colour_set (pen->cr, leads ? pen->ink_colour : pen->quiet);
  if (leads)
    cairo_fill (pen->cr);
  else
    {
      cairo_set_line_width (pen->cr, pen->unit);
      cairo_stroke (pen->cr);
    }
}

/* Further away, where it is free, with a thin line to the dot. */
static void
place_apart (Plot       *plot,
             const char *text,
             double      x,
             double      y)
{
  static const double anchors[] = { 0.5, 0, 1 };
  VotumPen *pen = plot->pen;
  double width = votum_pen_width (pen, &pen->small, text), height = pen->small.leading;

  for (double away = 14 * pen->unit; away < 120 * pen->unit; away += 6 * pen->unit)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (anchors); i++)
      {
        gboolean below = i % 2 == 1;
        double left = x - anchors[i / 2] * width;
        double top = below ? y + away : y - away - height;

        if (!votum_labels_is_free (plot->labels, left, top, width, height))
          continue;
        votum_colour_set (pen->cr, pen->quiet);
        cairo_set_line_width (pen->cr, 0.7 * pen->unit);
        cairo_move_to (pen->cr, x, below ? y + 5.5 * pen->unit : y - 5.5 * pen->unit);
        cairo_line_to (pen->cr, x, below ? top : top + height);
        cairo_stroke (pen->cr);
        votum_pen_word (pen, &pen->small, text, left, top, 0, -1, pen->ink_colour);
        votum_labels_block (plot->labels, left, top, width, height);
        return;
      }
}

/* All dots are there before the first word is placed. */
static void
draw_crossings (Plot *plot)
{
  const VotumChartWalk *data = plot->data;
  VotumPen *pen = plot->pen;
  double reach = 5.5 * pen->unit;

  for (guint i = 0; i < data->n_crossings; i++)
    {
      double x = votum_axis_at (&plot->x, data->crossings[i].share), y = votum_axis_at (&plot->y, data->crossings[i].value);

      draw_dot (plot, x, y, data->crossings[i].leads);
      votum_labels_block (plot->labels, x - reach, y - reach, 2 * reach, 2 * reach);
    }
  for (guint i = 0; i < data->n_crossings; i++)
    {
      g_autofree char *text = NULL;

      if (!data->crossings[i].leads)
        continue;
      text = votum_walk_crossing_text (data, &data->crossings[i]);
      if (!votum_labels_place (plot->labels, &pen->small, text, votum_axis_at (&plot->x, data->crossings[i].share),
                               votum_axis_at (&plot->y, data->crossings[i].value), reach, pen->ink_colour))
        place_apart (plot, text, votum_axis_at (&plot->x, data->crossings[i].share),
                     votum_axis_at (&plot->y, data->crossings[i].value));
    }
}

static void
tell_spots (Plot *plot)
{
  const VotumChartWalk *data = plot->data;
  VotumPen *pen = plot->pen;
  double reach = 7 * pen->unit;
  double x = votum_axis_at (&plot->x, data->share);

  for (guint i = 0; i < data->n_lines && votum_pen_collects (pen); i++)
    {
      g_autofree char *value = votum_words_double (data->lang, data->lines[i].now, 2);
      g_autofree char *share = votum_walk_percent (data->lang, data->share);
      g_autofree char *now = votum_words_format (data->lang, VOTUM_WORD_CHART_WALK_NOW, "share", share, NULL);
      g_autofree char *text = g_strdup_printf ("%s, %s: %s", data->lines[i].name, now, value);
      VotumChartSpot *spot = votum_pen_spot (pen, x - reach, votum_axis_at (&plot->y, data->lines[i].now) - reach, 2 * reach, 2 * reach, text);

      spot->entrant = data->lines[i].entrant;
      spot->criterion = data->leaf;
    }
  for (guint i = 0; i < data->n_crossings && votum_pen_collects (pen); i++)
    {
      g_autofree char *text = votum_walk_level_text (data, &data->crossings[i]);

      votum_pen_spot (pen, votum_axis_at (&plot->x, data->crossings[i].share) - reach,
                      votum_axis_at (&plot->y, data->crossings[i].value) - reach, 2 * reach, 2 * reach, text)->criterion = data->leaf;
    }
}

static void
walk_draw (const VotumChart *self,
           VotumPen         *pen)
{
  const VotumChartWalk *data = self->data;
  g_autoptr (VotumLabels) labels = votum_labels_new (pen);
  Plot plot = { .pen = pen, .data = data, .labels = labels };
  double gap = 9 * pen->unit, low, high, names;
  g_autofree VotumColumnLabel *columns = NULL;
  guint n;

  if (data->n_lines == 0)
    return;
  find_range (data, &low, &high);
  votum_axis_init (&plot.x, pen, data->low, data->high, VOTUM_AXIS_PERCENT);
  votum_axis_init (&plot.y, pen, low, high, VOTUM_AXIS_ROUND);
  plot.top = pen->top + pen->small.leading + 6 * pen->unit;
  plot.bottom = MAX (pen->height - pen->margin - pen->small.leading - 10 * pen->unit, plot.top + 1);
  votum_axis_lay (&plot.y, pen, data->falling ? plot.top : plot.bottom, data->falling ? plot.bottom : plot.top);
  columns = make_names (&plot, &n);
  names = votum_column_width (pen, &pen->small, columns, n, (pen->width - 2 * pen->margin) * 0.32);
  plot.left = pen->margin + votum_axis_figures (&plot.y, pen) + 6 * pen->unit;
  plot.right = MAX (pen->width - pen->margin - names - gap, plot.left + 1);
  votum_axis_lay (&plot.x, pen, plot.left, plot.right);

  votum_axis_draw_y (&plot.y, pen, plot.left, plot.right);
  /* below the lowest figure of the other axis */
  votum_axis_draw_x (&plot.x, pen, plot.bottom, plot.bottom + 6 * pen->unit);
  votum_labels_block (labels, plot.right, pen->top, pen->width - plot.right, pen->height);
  votum_labels_block (labels, 0, plot.bottom, pen->width, pen->height - plot.bottom);
  votum_labels_block (labels, 0, pen->top, plot.left, pen->height);
  draw_now (&plot);
  for (guint i = data->n_lines; i > 0; i--)
    draw_line (&plot, i - 1);
  draw_crossings (&plot);
  draw_names (&plot, gap, names);
  tell_spots (&plot);
}

static char *
walk_subtitle (const VotumChart *self)
{
  return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_WALK_SUB));
}

static gboolean
walk_has_data (const VotumChart *self)
{
  return ((const VotumChartWalk *) self->data)->n_lines > 0;
}

static guint
walk_n_rows (const VotumChart *self)
{
  return ((const VotumChartWalk *) self->data)->n_lines;
}

static const VotumChartKind walk_kind = {
  "weights", votum_walk_finding, walk_subtitle, votum_walk_describe, walk_draw, votum_walk_csv, walk_has_data, walk_n_rows,
};

/**
 * votum_chart_walk_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): what becomes of the results when one weight moves
 */
VotumChart *
votum_chart_walk_new (const VotumChartWalk *data)
{
  VotumChart *self = votum_chart_new (&walk_kind, data->lang, data->title, data->subtitle);
  VotumChartWalk *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartWalkLine *lines = votum_chart_keep (self, data->lines, data->n_lines, sizeof *lines);

  for (guint i = 0; i < data->n_lines; i++)
    {
      lines[i].name = votum_chart_keep_text (self, lines[i].name);
      lines[i].values = votum_chart_keep (self, lines[i].values, data->n_shares, sizeof (double));
    }
  copy->lang = self->lang;
  copy->criterion = votum_chart_keep_text (self, data->criterion);
  copy->leader = votum_chart_keep_text (self, data->leader);
  copy->below = votum_chart_keep_text (self, data->below);
  copy->above = votum_chart_keep_text (self, data->above);
  copy->lines = lines;
  copy->crossings = votum_chart_keep (self, data->crossings, data->n_crossings, sizeof *data->crossings);
  self->data = copy;

  return self;
}
