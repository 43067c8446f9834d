#include "votum-diploma.h"

#include <math.h>

#include "votum-verdict-private.h"

/* The diploma: a sheet on its side that can be framed. A fine frame, a rosette as on old bonds, the name as large as it fits, the
 * jury's sentence, and lines to sign on. */

#define WIDTH VOTUM_A4_HEIGHT
#define HEIGHT VOTUM_A4_WIDTH
#define FRAME 26.0
#define MEASURE 600.0       /* of the name */
#define SENTENCE 440.0      /* of running text */
#define SIGN_WIDTH 190.0
#define SIGN_TOP (HEIGHT - 104)

#define SERIF(size, leading, italic) \
  { VOTUM_FAMILY_SERIF, PANGO_WEIGHT_NORMAL, italic, VOTUM_FIGURES_TEXT, size, leading, 0 }

static const VotumFace eyebrow_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_SEMIBOLD, FALSE, VOTUM_FIGURES_DEFAULT, 9.2, 14.2, 1.6 };
static const VotumFace class_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_BODY, 14.2, 0.1 };
static const VotumFace outcome_face = SERIF (30, 36, TRUE);
static const VotumFace note_face = SERIF (12, 16, FALSE);
static const VotumFace sign_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_SEMIBOLD, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_TABLE, 12.5, 0 };
static const VotumFace role_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_SMALL, 11, 0 };

static const VotumColour gold = VOTUM_RGB (0x8a6a1f);

typedef struct {
  VotumInk  *ink;
  char      *award;
  char      *class_name;
  char      *outcome;
  char      *name;
  char      *sentence;
  char      *where;
  char      *draft;
  GPtrArray *signers;    /* name, role, name, role ... */
  gboolean   honoured;
} Plate;

static void
plate_free (gpointer data)
{
  Plate *self = data;

  votum_ink_unref (self->ink);
  g_free (self->award);
  g_free (self->class_name);
  g_free (self->outcome);
  g_free (self->name);
  g_free (self->sentence);
  g_free (self->where);
  g_free (self->draft);
  g_ptr_array_unref (self->signers);
  g_free (self);
}

static VotumColour
tint_of (const Plate *self)
{
  return self->honoured ? gold : votum_colour_accent;
}

/* A curve that a pen in a wheel draws inside a ring: closed, and fine enough that nobody draws it by hand. */
static void
draw_rosette (cairo_t     *cr,
              double       x,
              double       y,
              double       radius,
              VotumColour  colour)
{
  const guint steps = 1440;

  cairo_set_line_width (cr, 0.28);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.55);
  for (guint ring = 0; ring < 3; ring++)
    {
      double size = radius * (1 - ring * 0.2);

      for (guint i = 0; i <= steps; i++)
        {
          double t = 2 * G_PI * i / steps;
          double r = size * (0.82 + 0.18 * cos ((17.0 - 4 * ring) * t * 3));

          cairo_line_to (cr, x + r * cos (t * 5), y + r * sin (t * 5));
        }
      cairo_close_path (cr);
      cairo_stroke (cr);
    }
}

static void
draw_frame (cairo_t     *cr,
            VotumColour  colour)
{
  votum_colour_set (cr, colour);
  cairo_set_line_width (cr, 1.6);
  cairo_rectangle (cr, FRAME, FRAME, WIDTH - 2 * FRAME, HEIGHT - 2 * FRAME);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, FRAME + 5, FRAME + 5, WIDTH - 2 * FRAME - 10, HEIGHT - 2 * FRAME - 10);
  cairo_stroke (cr);
}

/* The sentence is read in short lines, the name in one. */
static double
measure_of (const VotumFace *face)
{
  return face->italic && face->size < outcome_face.size ? SENTENCE : MEASURE;
}

/* In the middle of the sheet; returns where the next begins. */
static double
draw_text (const Plate     *self,
           cairo_t         *cr,
           const char      *tag,
           const VotumFace *face,
           const char      *text,
           double           y,
           VotumColour      colour)
{
  double measure = measure_of (face);
  g_autoptr (PangoLayout) layout = votum_ink_layout (self->ink, face, text, measure, PANGO_ALIGN_CENTER);
  guint n = votum_layout_n_lines (layout);

  votum_tag_begin (cr, tag);
  votum_layout_show (cr, layout, face->leading, (WIDTH - measure) / 2, y, 0, n, colour);
  votum_tag_end (cr, tag);

  return y + n * face->leading;
}

static guint
n_lines (const Plate     *self,
         const VotumFace *face,
         const char      *text)
{
  g_autoptr (PangoLayout) layout = votum_ink_layout (self->ink, face, text, measure_of (face), PANGO_ALIGN_CENTER);

  return votum_layout_n_lines (layout);
}

/* The largest size that takes so many lines at most. */
static VotumFace
fitting_face (const Plate *self,
              const char  *text,
              gboolean     italic,
              double       most,
              double       least,
              guint        lines)
{
  VotumFace face = SERIF (most, most * 1.14, italic);

  while (face.size > least && n_lines (self, &face, text) > lines)
    {
      face.size -= 1;
      face.leading = face.size * (italic ? 1.32 : 1.14);
    }
  if (italic)
    face.leading = face.size * 1.32;

  return face;
}

static void
draw_signatures (const Plate *self,
                 cairo_t     *cr)
{
  guint n = self->signers->len / 2;
  double gap = 60, width = n * SIGN_WIDTH + (MAX (n, 1) - 1) * gap;

  for (guint i = 0; i < n; i++)
    {
      double x = (WIDTH - width) / 2 + i * (SIGN_WIDTH + gap);
      g_autoptr (PangoLayout) name = votum_ink_layout (self->ink, &sign_face, g_ptr_array_index (self->signers, 2 * i), SIGN_WIDTH, PANGO_ALIGN_CENTER);
      g_autoptr (PangoLayout) role = votum_ink_layout (self->ink, &role_face, g_ptr_array_index (self->signers, 2 * i + 1), SIGN_WIDTH, PANGO_ALIGN_CENTER);

      votum_hairline (cr, x, SIGN_TOP, SIGN_WIDTH, 0.5, votum_colour_strong);
      votum_tag_begin (cr, "P");
      votum_layout_show (cr, name, sign_face.leading, x, SIGN_TOP + 4, 0, 1, votum_colour_ink);
      votum_layout_show (cr, role, role_face.leading, x, SIGN_TOP + 17, 0, 1, votum_colour_quiet);
      votum_tag_end (cr, "P");
    }
}

/* How high the middle part is, so that it stands in the middle of what the head and the signatures leave. */
static double
height_of (const Plate     *self,
           const VotumFace *name,
           const VotumFace *sentence)
{
  return outcome_face.leading + 8 + n_lines (self, name, self->name) * name->leading + 20 +
         (self->sentence != NULL ? n_lines (self, sentence, self->sentence) * sentence->leading + 16 : 0) +
         (*self->where != '\0' ? note_face.leading : 0);
}

static void
draw_plate (cairo_t *cr,
            double   width,
            double   height,
            gpointer data)
{
  const Plate *self = data;
  VotumColour tint = tint_of (self);
  VotumFace name = fitting_face (self, self->name, FALSE, 54, 24, 1);
  VotumFace sentence = { 0 };
  double y = 122, bottom = SIGN_TOP - 44;

  if (name.size < 34)
    name = fitting_face (self, self->name, FALSE, 40, 20, 2);
  if (self->sentence != NULL)
    sentence = fitting_face (self, self->sentence, TRUE, 16, 11, 3);

  draw_frame (cr, tint);
  draw_rosette (cr, WIDTH / 2, 80, 30, tint);
  y = draw_text (self, cr, "P", &eyebrow_face, self->award, y, tint);
  if (self->class_name != NULL)
    y = draw_text (self, cr, "P", &class_face, self->class_name, y + 2, votum_colour_quiet);
  y += MAX (14, (bottom - y - height_of (self, &name, &sentence)) / 2);
  y = draw_text (self, cr, "P", &outcome_face, self->outcome, y, tint);
  y = draw_text (self, cr, "H1", &name, self->name, y + 8, votum_colour_ink);
  votum_hairline (cr, WIDTH / 2 - 22, y + 10, 44, 1.2, tint);
  y += 20;
  if (self->sentence != NULL)
    y = draw_text (self, cr, "P", &sentence, self->sentence, y, votum_colour_ink) + 16;
  if (*self->where != '\0')
    draw_text (self, cr, "P", &note_face, self->where, y, votum_colour_quiet);
  draw_signatures (self, cr);
  if (self->draft != NULL)
    draw_text (self, cr, "P", &role_face, self->draft, HEIGHT - FRAME - 24, votum_colour_quiet);
}

/* Where it is laid out anew, a diploma is plain: the frame and the rosette belong to the sheet. */
static void
tell_plate (VotumOutline *outline,
            gpointer      data)
{
  const Plate *self = data;
  const VotumOutlinePage page = { WIDTH, HEIGHT, FRAME * 2, FRAME * 2, FRAME * 2, FRAME * 2 };
  const struct {
    VotumPartKind kind;
    const char *text;
  } parts[] = {
    { VOTUM_PART_PLATE_EYEBROW, self->award }, { VOTUM_PART_PLATE_CLASS, self->class_name }, { VOTUM_PART_PLATE_HEADING, self->outcome },
    { VOTUM_PART_PLATE_NAME, self->name }, { VOTUM_PART_PLATE_LINE, self->sentence }, { VOTUM_PART_PLATE_NOTE, self->where },
    { VOTUM_PART_PLATE_SMALL, self->draft },
  };
  VotumOutlineTable *table = votum_outline_table_new ();

  votum_outline_begin_section (outline, &page);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].text != NULL && *parts[i].text != '\0')
      votum_outline_add (outline, parts[i].kind, parts[i].text);
  for (guint i = 0; i < MAX (self->signers->len / 2, 1); i++)
    votum_outline_table_column (table, NULL, VOTUM_ALIGN_START, SIGN_WIDTH, FALSE);
  for (guint i = 0; i < self->signers->len; i++)
    {
      if (i % 2 == 0)
        votum_outline_table_row (table, FALSE, FALSE, 0);
      votum_outline_table_cell (table, g_ptr_array_index (self->signers, i));
    }
  votum_outline_add_table (outline, VOTUM_PART_SIGNATURES, table);
}

static Plate *
plate_new (VotumPaper         *document,
           const VotumDiploma *diploma,
           const char         *lang)
{
  Plate *self = g_new0 (Plate, 1);
  g_autofree char *award = votum_verdict_name_and_year (diploma->award_name, diploma->year);
  g_autofree char *date = votum_words_date (lang, diploma->date);

  self->ink = votum_ink_ref (document->ink);
  self->award = votum_ink_capitals (award);
  self->class_name = g_strdup (diploma->class_name);
  self->outcome = g_strdup (diploma->outcome);
  self->name = g_strdup (diploma->name);
  self->sentence = g_strdup (diploma->sentence);
  self->where = diploma->place != NULL && *date != '\0'
                  ? votum_words_format (lang, VOTUM_WORD_PLACE_DATE, "place", diploma->place, "date", date, NULL)
                  : g_strdup (*date != '\0' ? date : diploma->place != NULL ? diploma->place : "");
  self->draft = diploma->draft ? g_strdup (votum_words (lang, VOTUM_WORD_UNDECIDED)) : NULL;
  self->honoured = diploma->honoured;
  self->signers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < diploma->n_signers; i++)
    {
      g_ptr_array_add (self->signers, g_strdup (diploma->signers[i].name));
      g_ptr_array_add (self->signers, g_strdup (diploma->signers[i].role != NULL ? diploma->signers[i].role : ""));
    }

  return self;
}

/**
 * votum_diploma_document:
 * @diplomas: (array length=n): what they say; not kept
 * @n: how many, at least one; each gets a page
 * @lang: the language to write in: nb, nn, sv, da, en
 *
 * Returns: (transfer full): the diplomas, ready to be drawn or written
 */
VotumPaper *
votum_diploma_document (const VotumDiploma *diplomas,
                        guint               n,
                        const char         *lang)
{
  VotumPageStyle style = { WIDTH, HEIGHT, 72, 72, 72, 72, NULL, NULL, NULL, NULL, FALSE, FALSE };
  g_autofree char *award = NULL;
  g_autofree char *title = NULL;
  VotumPaperInfo info = { 0 };
  VotumPaper *document;

  g_return_val_if_fail (diplomas != NULL && n > 0, NULL);

  award = votum_verdict_name_and_year (diplomas->award_name, diplomas->year);
  title = g_strdup_printf ("%s – %s", n == 1 ? diplomas->name : award, votum_words (lang, VOTUM_WORD_DIPLOMA));
  info.title = title;
  info.author = diplomas->organiser;
  info.subject = votum_words (lang, VOTUM_WORD_DIPLOMA);
  info.keywords = diplomas->award_name;
  info.created = diplomas->created;
  info.lang = lang;

  document = votum_paper_new (&info);
  for (guint i = 0; i < n; i++)
    {
      votum_paper_begin_section (document, &style);
      votum_paper_add_plate (document, draw_plate, plate_new (document, &diplomas[i], lang), plate_free, diplomas[i].name);
      votum_paper_set_plate_tell (document, tell_plate);
    }

  return document;
}
