#include "votum-reveal-private.h"

/* A step on a sheet of 1600 by 900, whatever it is shown on: large type on black, read from the last row. */

#define MEASURE 1320.0
#define TOP 120.0
#define FOOT 800.0
#define SHORT_TEXT 60   /* letters: one sentence that stands alone, as that there is no award */

static const VotumColour white = VOTUM_RGB (0xf4f1ea);
static const VotumColour dim = VOTUM_RGB (0xa8a49b);
static const VotumColour gold = VOTUM_RGB (0xe0bd6a);

static const VotumFace eyebrow_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_SEMIBOLD, FALSE, VOTUM_FIGURES_DEFAULT, 30, 40, 4 };
static const VotumFace above_face = { VOTUM_FAMILY_SERIF, PANGO_WEIGHT_NORMAL, TRUE, VOTUM_FIGURES_TEXT, 60, 76, 0 };
static const VotumFace alone_face = { VOTUM_FAMILY_SERIF, PANGO_WEIGHT_NORMAL, TRUE, VOTUM_FIGURES_TEXT, 104, 128, 0 };
static const VotumFace note_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_DEFAULT, 34, 46, 0.2 };

static VotumFace
serif (double size,
       double leading)
{
  return (VotumFace) { VOTUM_FAMILY_SERIF, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_TEXT, size, size * leading, 0 };
}

static double
height_of (VotumReveal     *self,
           const VotumFace *face,
           const char      *text,
           double           width)
{
  g_autoptr (PangoLayout) layout = votum_ink_layout (self->ink, face, text, width, PANGO_ALIGN_CENTER);

  return votum_layout_n_lines (layout) * face->leading;
}

/* Returns where the next begins. */
static double
draw_text (VotumReveal     *self,
           cairo_t         *cr,
           const char      *tag,
           const VotumFace *face,
           const char      *text,
           double           x,
           double           y,
           double           width,
           VotumColour      colour)
{
  g_autoptr (PangoLayout) layout = votum_ink_layout (self->ink, face, text, width, PANGO_ALIGN_CENTER);
  guint n = votum_layout_n_lines (layout);

  votum_tag_begin (cr, tag);
  votum_layout_show (cr, layout, face->leading, x, y, 0, n, colour);
  votum_tag_end (cr, tag);

  return y + n * face->leading;
}

typedef struct {
  VotumFace face;
  guint     columns;
  guint     rows;
  double    width;      /* of a column */
  double    height;     /* of all */
} Names;

/* The height of a row is that of its highest name. */
static double
row_height (VotumReveal           *self,
            const VotumRevealStep *step,
            const Names           *names,
            guint                  row)
{
  double height = 0;

  for (guint c = 0; c < names->columns; c++)
    if (c * names->rows + row < step->names->len)
      height = MAX (height, height_of (self, &names->face, g_ptr_array_index (step->names, c * names->rows + row), names->width));

  return height;
}

/* As large as they fit: one name over the whole width, many in two columns. */
static Names
fit_names (VotumReveal           *self,
           const VotumRevealStep *step,
           double                 room)
{
  guint n = step->names->len;
  Names names = { .columns = n > 8 ? 2 : 1 };
  double size = step->honoured ? 150 : n == 1 ? 116 : 78;

  names.rows = (n + names.columns - 1) / names.columns;
  names.width = (MEASURE - (names.columns - 1) * 60) / names.columns;
  do
    {
      names.face = serif (size, n == 1 ? 1.14 : 1.28);
      names.height = 0;
      for (guint row = 0; row < names.rows; row++)
        names.height += row_height (self, step, &names, row);
      size *= 0.93;
    }
  while (size > 18 && (names.height > room || (n == 1 && names.height > 2 * names.face.leading + 1)));

  return names;
}

static void
draw_names (VotumReveal           *self,
            const VotumRevealStep *step,
            const Names           *names,
            cairo_t               *cr,
            double                 y)
{
  double x = (VOTUM_REVEAL_WIDTH - MEASURE) / 2;
  double top = y;

  for (guint c = 0; c < names->columns; c++)
    {
      y = top;
      for (guint row = 0; row < names->rows && c * names->rows + row < step->names->len; row++)
        {
          draw_text (self, cr, step->names->len == 1 ? "H1" : "P", &names->face, g_ptr_array_index (step->names, c * names->rows + row),
                     x + c * (names->width + 60), y, names->width, step->honoured ? gold : white);
          y += row_height (self, step, names, row);
        }
    }
}

static VotumFace
fit_text (VotumReveal *self,
          const char  *text,
          double       room)
{
  double size = g_utf8_strlen (text, -1) < SHORT_TEXT ? 96 : 60;

  while (size > 16 && height_of (self, &(VotumFace) { VOTUM_FAMILY_SERIF, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_TEXT, size, size * 1.4, 0 },
                                 text, MEASURE) > room)
    size *= 0.95;

  return serif (size, 1.4);
}

/* Eyebrow at the top, note at the foot; the rest stands in the middle between them. */
void
votum_reveal_draw_step (VotumReveal           *self,
                        const VotumRevealStep *step,
                        cairo_t               *cr)
{
  double x = (VOTUM_REVEAL_WIDTH - MEASURE) / 2, room = FOOT - TOP - 60;
  gboolean alone = step->names->len == 0 && step->text == NULL;
  const VotumFace *heading_face = alone ? &alone_face : &above_face;
  double heading = step->heading != NULL ? height_of (self, heading_face, step->heading, MEASURE) + (alone ? 0 : 26) : 0;
  Names names = { .height = 0 };
  VotumFace text = { 0 };
  double below = 0, y;

  /* black on black: a page of a PDF wants something that can be read aloud */
  if (step->heading == NULL && step->names->len == 0 && step->text == NULL)
    {
      draw_text (self, cr, "P", &note_face, votum_words (self->lang, VOTUM_WORD_REVEAL_BLACK), x, FOOT, MEASURE, VOTUM_REVEAL_GROUND);
      return;
    }
  if (step->eyebrow != NULL)
    {
      g_autofree char *capitals = votum_ink_capitals (step->eyebrow);

      draw_text (self, cr, "P", &eyebrow_face, capitals, x, TOP - 50, MEASURE, dim);
    }
  if (step->names->len > 0)
    {
      names = fit_names (self, step, room - heading);
      below = names.height;
    }
  else if (step->text != NULL)
    {
      text = fit_text (self, step->text, room - heading);
      below = height_of (self, &text, step->text, MEASURE);
    }
  y = TOP + 30 + MAX (0, (room - heading - below) / 2);
  if (step->heading != NULL)
    y = draw_text (self, cr, "P", heading_face, step->heading, x, y, MEASURE, gold) + 26;
  if (step->names->len > 0)
    draw_names (self, step, &names, cr, y);
  else if (step->text != NULL)
    draw_text (self, cr, "P", &text, step->text, x, y, MEASURE, white);
  if (step->note != NULL && *step->note != '\0')
    draw_text (self, cr, "P", &note_face, step->note, x, FOOT, MEASURE, dim);
}
