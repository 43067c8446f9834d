#include "votum-chart-private.h"

#include <math.h>
#include <string.h>

#define MOST_WORDS 6000 /* some hundred names at some sizes; a window that is being resized makes more */

struct _VotumChartMemory {
  VotumInk *inks[2];  /* (nullable): for surfaces of lines and of pixels */
  char     *lang;     /* that they are for */
};

/**
 * votum_chart_memory_new:
 *
 * Returns: (transfer full): a memory that is still empty
 */
VotumChartMemory *
votum_chart_memory_new (void)
{
  return g_new0 (VotumChartMemory, 1);
}

/**
 * votum_chart_memory_free:
 * @self: (nullable): a memory
 */
void
votum_chart_memory_free (VotumChartMemory *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->inks); i++)
    g_clear_pointer (&self->inks[i], votum_ink_unref);
  g_free (self->lang);
  g_free (self);
}

static VotumInk *
new_ink (const char *lang,
         gboolean    pixels)
{
  VotumInk *ink = votum_ink_new (lang);

  votum_ink_set_pixels (ink, pixels);

  return ink;
}

/* The ink of the memory, made anew where it is for another language or has grown too large. */
static VotumInk *
remembered_ink (VotumChartMemory *memory,
                const char       *lang,
                gboolean          pixels)
{
  VotumInk **ink = &memory->inks[pixels ? 1 : 0];

  if (g_strcmp0 (memory->lang, lang) != 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (memory->inks); i++)
        g_clear_pointer (&memory->inks[i], votum_ink_unref);
      g_free (memory->lang);
      memory->lang = g_strdup (lang);
    }
  if (*ink != NULL && votum_ink_n_words (*ink) > MOST_WORDS)
    g_clear_pointer (ink, votum_ink_unref);
  if (*ink == NULL)
    *ink = new_ink (lang, pixels);

  return votum_ink_ref (*ink);
}

static VotumFace
face_at (double unit,
         int    weight,
         double size)
{
  /* tenths of a point, so that charts in a document are set in the document's own sizes */
  size = round (size * unit * 10) / 10;

  return (VotumFace) { VOTUM_FAMILY_SANS, weight, FALSE, VOTUM_FIGURES_TABULAR, size, size * 1.28, 0 };
}

void
votum_pen_begin (VotumPen              *pen,
                 cairo_t               *cr,
                 const char            *lang,
                 double                 width,
                 double                 height,
                 const VotumChartStyle *style)
{
  gboolean pixels = cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;

  memset (pen, 0, sizeof *pen);
  if (style != NULL)
    pen->style = *style;
  pen->cr = cr;
  pen->lang = lang;
  pen->ink = pen->style.memory != NULL ? remembered_ink (pen->style.memory, lang, pixels) : new_ink (lang, pixels);
  pen->width = width;
  pen->height = height;
  pen->unit = CLAMP (pow (MIN (width / 800, height / 500), 0.7), 0.74, 3.0);
  /* on somebody else's ground the edges line up with what stands around */
  pen->margin = pen->style.transparent ? 0 : MIN (14 * pen->unit, width * 0.03);
  pen->unit *= pen->style.text_scale > 0 ? pen->style.text_scale : 1;

  pen->title = face_at (pen->unit, PANGO_WEIGHT_SEMIBOLD, 15.5);
  pen->subtitle = face_at (pen->unit, PANGO_WEIGHT_NORMAL, 10.1);
  pen->label = face_at (pen->unit, PANGO_WEIGHT_NORMAL, 11.5);
  pen->strong = face_at (pen->unit, PANGO_WEIGHT_SEMIBOLD, 11.5);
  pen->small = face_at (pen->unit, PANGO_WEIGHT_NORMAL, 10.1);

  pen->paper = pen->style.dark ? VOTUM_RGB (0x1e1e20) : VOTUM_RGB (0xffffff);
  pen->ink_colour = pen->style.dark ? VOTUM_RGB (0xf2f2f3) : votum_colour_ink;
  pen->quiet = pen->style.dark ? VOTUM_RGB (0xadb0b6) : votum_colour_quiet;
  pen->rule = pen->style.dark ? VOTUM_RGB (0x424448) : VOTUM_RGB (0xdfe2e6);
  pen->accent = pen->style.dark ? VOTUM_RGB (0x5aa7f0) : VOTUM_RGB (0x0b5ca0);
  pen->soft = pen->style.dark ? VOTUM_RGB (0x4d6175) : VOTUM_RGB (0xa9bccd);

  /* the ground of a card, which lines that cross are cut out of */
  if (pen->style.transparent && pen->style.dark)
    pen->paper = VOTUM_RGB (0x363636);
  if (pen->style.high_contrast)
    {
      pen->paper = pen->style.dark ? VOTUM_RGB (0x000000) : VOTUM_RGB (0xffffff);
      pen->ink_colour = pen->quiet = pen->style.dark ? VOTUM_RGB (0xffffff) : VOTUM_RGB (0x000000);
      pen->rule = pen->style.dark ? VOTUM_RGB (0x8a8d93) : VOTUM_RGB (0x7b7f86);
    }

  cairo_save (cr);
  if (!pen->style.transparent)
    {
      /* cairo takes a fill of a whole page for a fresh start, and forgets the tags that were opened on it */
      double inset = pixels ? 0 : 0.01;

      votum_colour_set (cr, pen->paper);
      cairo_rectangle (cr, inset, inset, width - 2 * inset, height - 2 * inset);
      cairo_fill (cr);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

void
votum_pen_end (VotumPen *pen)
{
  cairo_restore (pen->cr);
  g_clear_pointer (&pen->ink, votum_ink_unref);
}

double
votum_pen_width (VotumPen        *pen,
                 const VotumFace *face,
                 const char      *text)
{
  return votum_layout_width (votum_ink_word (pen->ink, face, text));
}

PangoLayout *
votum_pen_wrap (VotumPen        *pen,
                const VotumFace *face,
                const char      *text,
                double           room,
                guint            lines,
                PangoAlignment   alignment)
{
  PangoLayout *layout = votum_ink_layout (pen->ink, face, text, MAX (room, 1), alignment);

  pango_layout_set_height (layout, -(int) lines);
  /* names that begin alike are told apart by their ends; several lines can only be cut at theirs */
  pango_layout_set_ellipsize (layout, lines == 1 ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);

  return layout;
}

PangoLayout *
votum_pen_name (VotumPen        *pen,
                const VotumFace *face,
                const char      *text,
                double           room,
                guint            lines)
{
  PangoLayout *word = votum_ink_word (pen->ink, face, text);

  if (votum_layout_width (word) <= room)
    return g_object_ref (word);

  return votum_pen_wrap (pen, face, text, room, lines, PANGO_ALIGN_LEFT);
}

void
votum_pen_layout (VotumPen        *pen,
                  const VotumFace *face,
                  PangoLayout     *layout,
                  double           x,
                  double           y,
                  VotumColour      colour)
{
  guint n = votum_layout_n_lines (layout);
  PangoRectangle logical;
  g_autofree char *text = NULL;

  votum_layout_show (pen->cr, layout, face->leading, x, y, 0, n, colour);
  if (pen->style.label_hook == NULL)
    return;
  pango_layout_get_extents (layout, NULL, &logical);
  text = g_strconcat (pango_layout_get_text (layout), pango_layout_is_ellipsized (layout) ? " …" : "", NULL);
  pen->style.label_hook (text, x + (double) logical.x / PANGO_SCALE, y,
                         (double) logical.width / PANGO_SCALE, n * face->leading, pen->style.label_data);
}

void
votum_pen_word (VotumPen        *pen,
                const VotumFace *face,
                const char      *text,
                double           x,
                double           y,
                double           anchor,
                double           room,
                VotumColour      colour)
{
  g_autoptr (PangoLayout) cut = NULL;
  double width = votum_pen_width (pen, face, text);

  if (room >= 0 && width > room)
    {
      cut = votum_pen_wrap (pen, face, text, room, 1, PANGO_ALIGN_LEFT);
      votum_pen_layout (pen, face, cut, x - anchor * votum_layout_width (cut), y, colour);
      return;
    }
  votum_pen_layout (pen, face, votum_ink_word (pen->ink, face, text), x - anchor * width, y, colour);
}

/* The title in the largest face in which it stands whole and leaves the chart its room. */
static PangoLayout *
fit_title (VotumPen   *pen,
           const char *title,
           double      room,
           VotumFace  *face)
{
  const VotumFace tries[] = { pen->title, pen->strong, pen->small };
  PangoLayout *layout = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      double share = i + 1 < G_N_ELEMENTS (tries) ? 0.3 : 0.42;
      guint lines = (guint) CLAMP (pen->height * share / tries[i].leading, 1, i == 0 ? 2 : 5);

      g_clear_object (&layout);
      *face = tries[i];
      layout = votum_pen_wrap (pen, face, title, room, lines, PANGO_ALIGN_LEFT);
      if (!pango_layout_is_ellipsized (layout))
        break;
    }

  return layout;
}

double
votum_pen_head (VotumPen   *pen,
                const char *title,
                const char *subtitle)
{
  double room = pen->width - 2 * pen->margin;
  double y = pen->margin;
  VotumFace face;
  g_autoptr (PangoLayout) head = fit_title (pen, title, room, &face);

  votum_pen_layout (pen, &face, head, pen->margin, y, pen->ink_colour);
  y += votum_layout_n_lines (head) * face.leading;
  if (subtitle != NULL && *subtitle != '\0')
    {
      guint lines = (guint) MAX (0, (pen->height * 0.36 - y) / pen->subtitle.leading);
      g_autoptr (PangoLayout) below = votum_pen_wrap (pen, &pen->subtitle, subtitle, room, CLAMP (lines, 1, 2), PANGO_ALIGN_LEFT);

      /* a sentence that would be cut says less than none; the text alternative has it in full */
      if (lines > 0 && !pango_layout_is_ellipsized (below))
        {
          y += 2 * pen->unit;
          votum_pen_layout (pen, &pen->subtitle, below, pen->margin, y, pen->quiet);
          y += votum_layout_n_lines (below) * pen->subtitle.leading;
        }
    }

  return y + 8 * pen->unit;
}

gboolean
votum_pen_collects (const VotumPen *pen)
{
  return pen->spots != NULL;
}

VotumChartSpot *
votum_pen_spot (VotumPen   *pen,
                double      x,
                double      y,
                double      width,
                double      height,
                const char *text)
{
  VotumChartSpot *spot = g_new0 (VotumChartSpot, 1);

  *spot = (VotumChartSpot) { x, y, width, height, g_strdup (text), -1, -1, -1, -1 };
  g_ptr_array_add (pen->spots, spot);

  return spot;
}

double
votum_nice_step (double span,
                 guint  most)
{
  static const double steps[] = { 1, 2, 5, 10 };
  double raw = span / MAX (most, 1);
  double power = pow (10, floor (log10 (raw)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= raw * 0.999)
      return steps[i] * power;

  return 10 * power;
}

guint
votum_step_decimals (double step)
{
  guint decimals = 0;

  while (decimals < 6 && fabs (step - round (step)) > 1e-9 * fabs (step))
    {
      step *= 10;
      decimals++;
    }

  return decimals;
}
