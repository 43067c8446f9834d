#include "votum-chart-axis.h"

#include <math.h>

void
votum_axis_init (VotumAxis     *axis,
                 VotumPen      *pen,
                 double         low,
                 double         high,
                 VotumAxisKind  kind)
{
  *axis = (VotumAxis) { kind, pen->lang, low, high, 1, 0, 1 };
  if (!isfinite (low) || !isfinite (high))
    {
      axis->min = 0;
      axis->max = 1;
    }
  /* what differs by rounding alone is one value: no step would lead from one end to the other */
  else if (!(high - low > 1e-9 * MAX (fabs (low), fabs (high))))
    {
      axis->min = low - 0.5;
      axis->max = low + 0.5;
    }
  axis->step = votum_nice_step (axis->max - axis->min, 5);
  if (kind == VOTUM_AXIS_ROUND)
    {
      axis->min = floor (axis->min / axis->step + 1e-9) * axis->step;
      axis->max = ceil (axis->max / axis->step - 1e-9) * axis->step;
    }
}

char *
votum_axis_text (const VotumAxis *axis,
                 double           value,
                 guint            more)
{
  if (axis->kind == VOTUM_AXIS_PERCENT)
    {
      guint decimals = votum_step_decimals (axis->step * 100) + more;
      char format[8], buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 6));
      g_ascii_formatd (buffer, sizeof buffer, format, value * 100);

      return votum_words_percent (axis->lang, buffer);
    }

  return votum_words_double (axis->lang, value, votum_step_decimals (axis->step) + more);
}

double
votum_axis_figures (VotumAxis *axis,
                    VotumPen  *pen)
{
  g_autofree char *low = votum_axis_text (axis, axis->min, 0);
  g_autofree char *high = votum_axis_text (axis, axis->max, 0);

  return MAX (votum_pen_width (pen, &pen->small, low), votum_pen_width (pen, &pen->small, high));
}

void
votum_axis_lay (VotumAxis *axis,
                VotumPen  *pen,
                double     from,
                double     to)
{
  double room = fabs (to - from);
  gboolean across = from < to;
  double need = across ? votum_axis_figures (axis, pen) + 14 * pen->unit : pen->small.leading * 1.5;

  axis->from = from;
  axis->to = to;
  axis->step = votum_nice_step (axis->max - axis->min, (guint) CLAMP (room / MAX (need, 1), 1, 8));
  /* more decimals make wider figures */
  if (across && votum_axis_figures (axis, pen) + 10 * pen->unit > room * axis->step / (axis->max - axis->min))
    axis->step = votum_nice_step (axis->max - axis->min,
                                  (guint) CLAMP (room / (votum_axis_figures (axis, pen) + 14 * pen->unit), 1, 8));
}

double
votum_axis_at (const VotumAxis *axis,
               double           value)
{
  double t = (value - axis->min) / (axis->max - axis->min);

  return axis->from + CLAMP (t, 0, 1) * (axis->to - axis->from);
}

static guint
n_ticks (const VotumAxis *axis,
         double          *first)
{
  *first = ceil (axis->min / axis->step - 1e-9) * axis->step;

  return *first > axis->max + axis->step * 1e-6 ? 0 : (guint) floor ((axis->max - *first) / axis->step + 1e-6) + 1;
}

void
votum_axis_draw_x (const VotumAxis *axis,
                   VotumPen        *pen,
                   double           top,
                   double           bottom)
{
  double first, edge = 0;
  guint n = n_ticks (axis, &first);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = votum_axis_text (axis, first + i * axis->step, 0);
      double x = votum_axis_at (axis, first + i * axis->step);
      double half = votum_pen_width (pen, &pen->small, text) / 2;
      double at = CLAMP (x, half, MAX (half, pen->width - half));

      votum_colour_set (pen->cr, pen->rule);
      cairo_rectangle (pen->cr, x - 0.35 * pen->unit, top, 0.7 * pen->unit, bottom - top);
      cairo_fill (pen->cr);
      if (i > 0 && at - half < edge + 2 * pen->unit)
        continue;
      votum_pen_word (pen, &pen->small, text, at, bottom + 3 * pen->unit, 0.5, -1, pen->quiet);
      edge = at + half;
    }
}

void
votum_axis_draw_y (const VotumAxis *axis,
                   VotumPen        *pen,
                   double           left,
                   double           right)
{
  double first, edge = INFINITY;
  guint n = n_ticks (axis, &first);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = votum_axis_text (axis, first + i * axis->step, 0);
      double y = votum_axis_at (axis, first + i * axis->step);
      double at = CLAMP (y - pen->small.leading / 2, 0, pen->height - pen->small.leading);

      votum_hairline (pen->cr, left, y, right - left, 0.7 * pen->unit, pen->rule);
      if (at + pen->small.leading > edge)
        continue;
      votum_pen_word (pen, &pen->small, text, left - 5 * pen->unit, at, 1, -1, pen->quiet);
      edge = at;
    }
}

void
votum_draw_interval (VotumPen    *pen,
                     double       low,
                     double       high,
                     double       y,
                     double       cap,
                     VotumColour  colour)
{
  cairo_t *cr = pen->cr;

  for (int halo = 1; halo >= 0; halo--)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, low, y);
      cairo_line_to (cr, high, y);
      cairo_move_to (cr, low, y - cap / 2);
      cairo_line_to (cr, low, y + cap / 2);
      cairo_move_to (cr, high, y - cap / 2);
      cairo_line_to (cr, high, y + cap / 2);
      votum_colour_set (cr, halo ? pen->paper : colour);
      cairo_set_line_width (cr, (halo ? MIN (3.4, 1.5 + cap / pen->unit * 0.25) : 1.5) * pen->unit);
      cairo_set_line_cap (cr, halo ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT);
      cairo_stroke (cr);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}
