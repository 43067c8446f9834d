#include "votum-chart-series.h"

/* Okabe and Ito's colours, moved in lightness so that the first ones are apart in grey too, while each keeps about 3:1 to
 * the ground. */
static const guint light_colours[VOTUM_SERIES_MAX] = {
  0x0b5ca0, 0xd55e00, 0x27a397, 0x8a3f8f, 0x4c5058, 0x8f6500, 0x3f9fdc, 0x82868e,
};
static const guint dark_colours[VOTUM_SERIES_MAX] = {
  0x4f9fee, 0xffa463, 0x2fbfa8, 0xd79ae0, 0xd8dade, 0xd9b24c, 0xa5d6f7, 0x9a9ea6,
};
static const double dashes[VOTUM_SERIES_MAX][6] = {
  { 0 }, { 7, 3 }, { 2, 2.4 }, { 9, 2.5, 2, 2.5 }, { 12, 3 }, { 4, 2, 4, 5 }, { 1.2, 3 }, { 9, 2.5, 2, 2.5, 2, 2.5 },
};
static const int n_dashes[VOTUM_SERIES_MAX] = { 0, 2, 2, 4, 2, 4, 2, 6 };

/* Dash and marker: where hues come again, they are those of others. */
static guint
form_of (guint series)
{
  return (series + series / VOTUM_SERIES_MAX * 3) % VOTUM_SERIES_MAX;
}

guint
votum_series_number (guint drawn,
                     guint look)
{
  if (drawn >= VOTUM_SERIES_MAX)
    return VOTUM_SERIES_QUIET;

  return look > 0 ? look - 1 : drawn;
}

VotumColour
votum_series_colour (const VotumPen *pen,
                     guint           series)
{
  guint hex;

  if (series == VOTUM_SERIES_QUIET)
    return pen->quiet;
  hex = pen->style.dark ? dark_colours[series % VOTUM_SERIES_MAX] : light_colours[series % VOTUM_SERIES_MAX];

  return VOTUM_RGB (hex);
}

const char *
votum_series_letter (guint series)
{
  char letter[16];

  if (series == VOTUM_SERIES_QUIET)
    return "";
  if (series < 26)
    g_snprintf (letter, sizeof letter, "%c", (char) ('A' + series));
  else
    g_snprintf (letter, sizeof letter, "%c%u", (char) ('A' + series % 26), series / 26 + 1);

  return g_intern_string (letter);
}

void
votum_series_stroke_begin (VotumPen *pen,
                           guint     series,
                           gboolean  first)
{
  double scaled[6] = { 0 };
  gboolean quiet = series == VOTUM_SERIES_QUIET;
  int n = quiet ? 0 : n_dashes[form_of (series)];

  for (int i = 0; i < n; i++)
    scaled[i] = dashes[form_of (series)][i] * pen->unit;
  cairo_set_dash (pen->cr, scaled, n, 0);
  cairo_set_line_width (pen->cr, (first ? 2.2 : quiet ? 0.9 : 1.7) * pen->unit);
  votum_colour_set (pen->cr, votum_series_colour (pen, series));
}

void
votum_series_stroke_end (VotumPen *pen)
{
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
polygon (cairo_t      *cr,
         double        x,
         double        y,
         const double  points[][2],
         guint         n,
         double        r)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x + points[i][0] * r, y + points[i][1] * r);
  cairo_close_path (cr);
}

void
votum_series_marker (VotumPen *pen,
                     guint     series,
                     double    x,
                     double    y,
                     double    size)
{
  static const double square[][2] = { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } };
  static const double up[][2] = { { 0, -1.25 }, { 1.15, 0.8 }, { -1.15, 0.8 } };
  static const double down[][2] = { { 0, 1.25 }, { 1.15, -0.8 }, { -1.15, -0.8 } };
  static const double diamond[][2] = { { 0, -1.3 }, { 1.3, 0 }, { 0, 1.3 }, { -1.3, 0 } };
  static const double bar[][2] = { { -0.55, -1.3 }, { 0.55, -1.3 }, { 0.55, 1.3 }, { -0.55, 1.3 } };
  cairo_t *cr = pen->cr;
  double r = 3.1 * pen->unit * size;
  gboolean quiet = series == VOTUM_SERIES_QUIET;
  guint form = quiet ? 0 : form_of (series);
  gboolean hollow = form % 2 == 1;

  cairo_new_path (cr);
  switch (form)
    {
    case 1:
    case 6:
      polygon (cr, x, y, square, G_N_ELEMENTS (square), r);
      break;
    case 2:
      polygon (cr, x, y, up, G_N_ELEMENTS (up), r);
      break;
    case 3:
      polygon (cr, x, y, diamond, G_N_ELEMENTS (diamond), r);
      break;
    case 4:
      polygon (cr, x, y, bar, G_N_ELEMENTS (bar), r);
      break;
    case 5:
      polygon (cr, x, y, down, G_N_ELEMENTS (down), r);
      break;
    default:
      cairo_arc (cr, x, y, quiet ? r * 0.6 : r, 0, 2 * G_PI);
      break;
    }
  votum_colour_set (cr, hollow ? pen->paper : votum_series_colour (pen, series));
  cairo_fill_preserve (cr);
  votum_colour_set (cr, votum_series_colour (pen, series));
  cairo_set_line_width (cr, 1.3 * pen->unit);
  cairo_stroke (cr);
}
