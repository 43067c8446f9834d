#include "votum-chart-lines.h"

#include <math.h>

#include "votum-chart-labels.h"
#include "votum-chart-series.h"

typedef struct {
  VotumPen         *pen;
  const VotumLines *lines;
  double            left, right;  /* of the first and the last column */
  double            top, bottom;  /* of the best and the worst */
  double            best, worst;
} Plot;

static double
value_of (const Plot *plot,
          guint       line,
          guint       column)
{
  return plot->lines->values[line * plot->lines->n_columns + column];
}

static const char *
text_of (const Plot *plot,
         guint       line,
         guint       column)
{
  return plot->lines->texts[line * plot->lines->n_columns + column];
}

static double
column_x (const Plot *plot,
          guint       column)
{
  return plot->left + (plot->right - plot->left) * column / MAX (plot->lines->n_columns - 1, 1);
}

static double
value_y (const Plot *plot,
         double      value)
{
  if (!(fabs (plot->worst - plot->best) > 0))
    return (plot->top + plot->bottom) / 2;

  return plot->top + (value - plot->best) / (plot->worst - plot->best) * (plot->bottom - plot->top);
}

static void
find_range (Plot *plot)
{
  double low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < plot->lines->n_lines * plot->lines->n_columns; i++)
    if (!isnan (plot->lines->values[i]))
      {
        low = MIN (low, plot->lines->values[i]);
        high = MAX (high, plot->lines->values[i]);
      }
  plot->best = plot->lines->low_on_top ? low : high;
  plot->worst = plot->lines->low_on_top ? high : low;
}

/* What stands beside the first or the last column; a line's name stands at least at one of its sides. */
static char *
side_text (const Plot *plot,
           guint       line,
           gboolean    right,
           gboolean    named)
{
  guint column = right ? plot->lines->n_columns - 1 : 0;

  if (isnan (value_of (plot, line, column)))
    return NULL;
  if (!named)
    return g_strdup (text_of (plot, line, column));

  return right ? g_strdup_printf ("%s  %s", text_of (plot, line, column), plot->lines->names[line]) :
                 g_strdup_printf ("%s  %s", plot->lines->names[line], text_of (plot, line, column));
}

typedef struct {
  VotumColumnLabel *labels;
  GPtrArray        *texts;
  guint             n;
} Side;

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->labels, g_free);
  g_clear_pointer (&side->texts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

/* @names: whether every line is named here, or only those that have no end at the other side. */
static void
fill_side (const Plot *plot,
           Side       *side,
           gboolean    right,
           gboolean    names)
{
  guint last = plot->lines->n_columns - 1;

  side->labels = g_new0 (VotumColumnLabel, plot->lines->n_lines + 1);
  side->texts = g_ptr_array_new_with_free_func (g_free);
  side->n = 0;
  for (guint l = 0; l < plot->lines->n_lines; l++)
    {
      gboolean named = names || isnan (value_of (plot, l, right ? 0 : last));
      char *text = side_text (plot, l, right, named);

      if (text == NULL)
        continue;
      g_ptr_array_add (side->texts, text);
      side->labels[side->n++] = (VotumColumnLabel) { .text = text, .at = value_y (plot, value_of (plot, l, right ? last : 0)),
                                                     .colour = named ? plot->pen->ink_colour : plot->pen->quiet, .strong = l == 0 };
    }
}

/* The columns' names; they stand at the same height, and each has the room around its column. */
static double
draw_heads (Plot   *plot,
            double  y)
{
  VotumPen *pen = plot->pen;
  guint n = plot->lines->n_columns;
  guint lines = 1;
  double room = (plot->right - plot->left) / MAX (n - 1, 1) - 8 * pen->unit;

  for (int draw = 0; draw <= 1; draw++)
    for (guint c = 0; c < n; c++)
      {
        double x = column_x (plot, c);
        gboolean first = c == 0, last = c == n - 1;
        /* the outermost have the room above the names beside them too */
        double own = first && last ? pen->width : first ? x - pen->margin + room / 2 : last ? pen->width - pen->margin - x + room / 2 : room;
        PangoAlignment alignment = first ? PANGO_ALIGN_LEFT : last ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER;
        double left = first ? pen->margin : last ? pen->width - pen->margin - own : x - own / 2;
        g_autoptr (PangoLayout) layout = votum_pen_wrap (pen, &pen->small, plot->lines->heads[c], own, 2, alignment);

        if (draw)
          votum_pen_layout (pen, &pen->small, layout, left, y, pen->quiet);
        else
          lines = MAX (lines, votum_layout_n_lines (layout));
      }

  return y + lines * pen->small.leading + 4 * pen->unit;
}

static void
draw_line (Plot  *plot,
           guint  line)
{
  cairo_t *cr = plot->pen->cr;
  guint n = plot->lines->n_columns;
  guint series = votum_series_number (line, plot->lines->looks[line]);

  cairo_new_path (cr);
  for (guint c = 0; c < n; c++)
    {
      double value = value_of (plot, line, c);

      if (isnan (value))
        continue;
      if (c == 0 || isnan (value_of (plot, line, c - 1)))
        cairo_move_to (cr, column_x (plot, c), value_y (plot, value));
      else
        cairo_line_to (cr, column_x (plot, c), value_y (plot, value));
    }
  votum_series_stroke_begin (plot->pen, series, line == 0);
  cairo_stroke (cr);
  votum_series_stroke_end (plot->pen);
  for (guint c = 0; c < n; c++)
    if (!isnan (value_of (plot, line, c)))
      votum_series_marker (plot->pen, series, column_x (plot, c), value_y (plot, value_of (plot, line, c)), 1);
}

static void
tell_spots (Plot *plot)
{
  double reach = 7 * plot->pen->unit;

  for (guint l = 0; l < plot->lines->n_lines && votum_pen_collects (plot->pen); l++)
    for (guint c = 0; c < plot->lines->n_columns; c++)
      {
        double value = value_of (plot, l, c);
        g_autofree char *text = NULL;
        VotumChartSpot *spot;

        if (isnan (value))
          continue;
        text = g_strdup_printf ("%s, %s: %s", plot->lines->names[l], plot->lines->heads[c], text_of (plot, l, c));
        spot = votum_pen_spot (plot->pen, column_x (plot, c) - reach, value_y (plot, value) - reach, 2 * reach, 2 * reach, text);
        spot->entrant = plot->lines->entrants[l];
        spot->round = plot->lines->rounds[c];
      }
}

/* How wide one side would like to be. */
static double
side_width (const Plot *plot,
            gboolean    right,
            gboolean    names,
            double      most)
{
  g_auto (Side) side = { 0 };

  fill_side (plot, &side, right, names);

  return votum_column_width (plot->pen, &plot->pen->small, side.labels, side.n, most);
}

static void
draw_side (const Plot *plot,
           gboolean    right,
           gboolean    names,
           double      gap,
           double      room)
{
  VotumPen *pen = plot->pen;
  g_auto (Side) side = { 0 };
  VotumColumn column = {
    .x = right ? plot->right + gap : plot->left - gap,
    .right = right,
    .room = room,
    .top = plot->top - pen->small.leading / 2,
    .bottom = plot->bottom + pen->small.leading / 2,
    .lead_from = right ? plot->right + gap / 2 : plot->left - gap / 2,
  };

  fill_side (plot, &side, right, names);
  votum_column_draw (pen, &pen->small, side.labels, side.n, &column);
}

void
votum_lines_draw (VotumPen         *pen,
                  const VotumLines *lines)
{
  Plot plot = { .pen = pen, .lines = lines };
  double gap = 9 * pen->unit, room = pen->width - 2 * pen->margin, left_room, right_room;
  gboolean both;

  find_range (&plot);
  /* names at both sides where there is room; otherwise at the right, and at the left only of those who end before */
  both = side_width (&plot, FALSE, TRUE, room) + side_width (&plot, TRUE, TRUE, room) <= room * 0.6;
  left_room = side_width (&plot, FALSE, both, room * 0.3);
  right_room = side_width (&plot, TRUE, TRUE, room * 0.4);
  plot.left = pen->margin + left_room + gap;
  plot.right = pen->width - pen->margin - right_room - gap;
  plot.top = draw_heads (&plot, pen->top) + pen->small.leading / 2;
  plot.bottom = MAX (pen->height - pen->margin - pen->small.leading / 2, plot.top + 1);

  for (guint c = 0; c < lines->n_columns; c++)
    {
      votum_colour_set (pen->cr, pen->rule);
      cairo_rectangle (pen->cr, column_x (&plot, c) - 0.5 * pen->unit, plot.top, pen->unit, plot.bottom - plot.top);
      cairo_fill (pen->cr);
    }
  for (guint l = lines->n_lines; l > 0; l--)
    draw_line (&plot, l - 1);
  draw_side (&plot, FALSE, both, gap, left_room);
  draw_side (&plot, TRUE, TRUE, gap, right_room);
  tell_spots (&plot);
}
