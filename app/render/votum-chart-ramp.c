#include "votum-chart-ramp.h"

#include <math.h>

/* Even steps of lightness: 97, 85, 70, 52, 30 on white; 13, 26, 42, 60, 80 on dark. */
static const guint light_stops[] = { 0xf3f7fb, 0xc6daec, 0x88b4d8, 0x3f81b8, 0x0a4578 };
static const guint dark_stops[] = { 0x1f2329, 0x22405d, 0x2c6797, 0x5596cb, 0xa3d0f2 };

VotumColour
votum_ramp_colour (const VotumPen *pen,
                   double          t)
{
  const guint *stops = pen->style.dark ? dark_stops : light_stops;
  guint n = G_N_ELEMENTS (light_stops) - 1;
  double at = CLAMP (t, 0, 1) * n;
  guint low = MIN ((guint) at, n - 1);
  VotumColour a = VOTUM_RGB (stops[low]), b = VOTUM_RGB (stops[low + 1]);
  double f = at - low;

  if (isnan (t))
    return pen->paper;

  return (VotumColour) { a.red + f * (b.red - a.red), a.green + f * (b.green - a.green), a.blue + f * (b.blue - a.blue) };
}

/* Relative luminance, as the accessibility guidelines have it. */
static double
luminance (VotumColour colour)
{
  const double parts[] = { colour.red, colour.green, colour.blue };
  static const double shares[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sum += shares[i] * (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));

  return sum;
}

VotumColour
votum_ramp_ink (const VotumPen *pen,
                double          t)
{
  double ground = luminance (votum_ramp_colour (pen, t));
  VotumColour dark = VOTUM_RGB (0x0c0d0f), light = VOTUM_RGB (0xffffff);

  return (ground + 0.05) / (luminance (dark) + 0.05) >= (luminance (light) + 0.05) / (ground + 0.05) ? dark : light;
}

void
votum_draw_hatch (VotumPen *pen,
                  double    x,
                  double    y,
                  double    width,
                  double    height)
{
  double step = 5 * pen->unit;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_clip (pen->cr);
  cairo_new_path (pen->cr);
  for (double at = -height; at < width; at += step)
    {
      cairo_move_to (pen->cr, x + at, y + height);
      cairo_line_to (pen->cr, x + at + height, y);
    }
  votum_colour_set (pen->cr, pen->rule);
  cairo_set_line_width (pen->cr, 1.1 * pen->unit);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}
