#include "votum-reveal-private.h"

#include <string.h>

/* Reveal: the ceremony's slides, drawn by one function on a screen or into a PDF. */

#define SLIDE_WIDTH 960.0
#define SLIDE_HEIGHT 540.0

/**
 * votum_reveal_new:
 * @content: what is shown; not kept
 * @lang: the language to write in: nb, nn, sv, da, en
 *
 * Returns: (transfer full): the steps of the ceremony: black, the award, then class by class the finalists, honourable mentions,
 *   places from the last on, the citation without the name, and the name; black at the end
 */
VotumReveal *
votum_reveal_new (const VotumRevealContent *content,
                  const char               *lang)
{
  VotumReveal *self;

  g_return_val_if_fail (content != NULL && content->award_name != NULL && content->year != NULL, NULL);

  self = g_new0 (VotumReveal, 1);
  self->references = 1;
  self->lang = g_strdup (lang);
  self->title = votum_verdict_name_and_year (content->award_name, content->year);
  self->organiser = g_strdup (content->organiser);
  self->created = g_strdup (content->created);
  self->ink = votum_ink_new (lang);
  votum_reveal_add_steps (self, content);

  return self;
}

/**
 * votum_reveal_ref:
 * @self: a reveal
 *
 * Returns: (transfer full): @self
 */
VotumReveal *
votum_reveal_ref (VotumReveal *self)
{
  self->references++;

  return self;
}

/**
 * votum_reveal_unref:
 * @self: (transfer full): a reveal
 *
 * Gives a reference back.
 */
void
votum_reveal_unref (VotumReveal *self)
{
  if (--self->references > 0)
    return;
  g_ptr_array_unref (self->steps);
  votum_ink_unref (self->ink);
  g_free (self->lang);
  g_free (self->title);
  g_free (self->organiser);
  g_free (self->created);
  g_free (self);
}

/**
 * votum_reveal_n_steps:
 * @self: a reveal
 *
 * Returns: how many steps it has
 */
guint
votum_reveal_n_steps (VotumReveal *self)
{
  return self->steps->len;
}

/**
 * votum_reveal_draw:
 * @self: a reveal
 * @step: which step
 * @cr: where to draw; the top left of what it may fill is the origin
 * @width: how wide that is
 * @height: how high that is
 *
 * Fills it with black, and shows the step in the middle as large as it fits.
 */
void
votum_reveal_draw (VotumReveal *self,
                   guint        step,
                   cairo_t     *cr,
                   double       width,
                   double       height)
{
  double scale = MIN (width / VOTUM_REVEAL_WIDTH, height / VOTUM_REVEAL_HEIGHT);

  g_return_if_fail (step < self->steps->len);

  cairo_save (cr);
  votum_colour_set (cr, VOTUM_REVEAL_GROUND);
  /* in two pieces that lie over each other: of a page that is filled at once cairo forgets what came before, and with it the structure of a PDF */
  cairo_rectangle (cr, 0, 0, width, height * 0.6);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, height * 0.4, width, height * 0.6);
  cairo_fill (cr);
  cairo_translate (cr, (width - VOTUM_REVEAL_WIDTH * scale) / 2, (height - VOTUM_REVEAL_HEIGHT * scale) / 2);
  cairo_scale (cr, scale, scale);
  votum_reveal_draw_step (self, g_ptr_array_index (self->steps, step), cr);
  cairo_restore (cr);
}

/**
 * votum_reveal_describe:
 * @self: a reveal
 * @step: which step
 *
 * Returns: (transfer full): what is on it, for who does not see it
 */
char *
votum_reveal_describe (VotumReveal *self,
                       guint        step)
{
  VotumRevealStep *shown;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (step < self->steps->len, NULL);

  shown = g_ptr_array_index (self->steps, step);
  if (shown->heading != NULL)
    g_string_append (words, shown->heading);
  for (guint i = 0; i < shown->names->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : words->len > 0 ? ": " : "", (const char *) g_ptr_array_index (shown->names, i));
  if (shown->text != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ": " : "", shown->text);
  if (words->len == 0)
    g_string_append (words, votum_words (self->lang, VOTUM_WORD_REVEAL_BLACK));

  return g_strdup (words->str);
}

typedef struct {
  VotumReveal *reveal;
  guint        step;
} Slide;

static void
slide_free (gpointer data)
{
  Slide *slide = data;

  votum_reveal_unref (slide->reveal);
  g_free (slide);
}

static void
draw_slide (cairo_t *cr,
            double   width,
            double   height,
            gpointer data)
{
  Slide *slide = data;

  votum_reveal_draw (slide->reveal, slide->step, cr, width, height);
}

/**
 * votum_reveal_document:
 * @self: a reveal
 *
 * Returns: (transfer full): the steps as a document, one on each page
 */
VotumPaper *
votum_reveal_document (VotumReveal *self)
{
  VotumPageStyle style = { SLIDE_WIDTH, SLIDE_HEIGHT, 36, 36, 36, 36, NULL, NULL, NULL, NULL, FALSE, FALSE };
  VotumPaperInfo info = { self->title, self->organiser, votum_words (self->lang, VOTUM_WORD_REVEAL_SLIDES), NULL, self->created, self->lang };
  g_autofree char *title = g_strdup_printf ("%s – %s", self->title, votum_words (self->lang, VOTUM_WORD_REVEAL_SLIDES));
  VotumPaper *document;

  info.title = title;
  document = votum_paper_new (&info);
  for (guint i = 0; i < self->steps->len; i++)
    {
      Slide *slide = g_new (Slide, 1);
      g_autofree char *words = votum_reveal_describe (self, i);

      slide->reveal = votum_reveal_ref (self);
      slide->step = i;
      votum_paper_begin_section (document, &style);
      votum_paper_add_plate (document, draw_slide, slide, slide_free, words);
    }

  return document;
}
