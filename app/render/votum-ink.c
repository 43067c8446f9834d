#include "votum-ink.h"

#include <string.h>

const VotumColour votum_colour_ink = VOTUM_RGB (0x1d1f23);
const VotumColour votum_colour_quiet = VOTUM_RGB (0x5f636b);
const VotumColour votum_colour_rule = VOTUM_RGB (0xcfd2d6);
const VotumColour votum_colour_strong = VOTUM_RGB (0x1d1f23);
const VotumColour votum_colour_accent = VOTUM_RGB (0x0b4f8a);

/* Fontconfig finds what comes nearest where a family is missing; a longer list would be asked through for every
 * size. The 12 point cut of EB Garamond is the text
 * cut; asked for by the plain name, fontconfig may hand out the coarser one for captions. */
static const char * const families[] = {
  [VOTUM_FAMILY_SANS] = "Inter,sans-serif",
  [VOTUM_FAMILY_SERIF] = "EB Garamond 12,EB Garamond,serif",
};

static const char * const features[] = {
  [VOTUM_FIGURES_DEFAULT] = NULL,
  [VOTUM_FIGURES_TABULAR] = "tnum=1",
  [VOTUM_FIGURES_TEXT] = "onum=1,pnum=1",
};

/* A face made ready once: what it is set in, and the short texts already set in it. */
typedef struct {
  VotumFace             face;
  PangoFontDescription *font;
  PangoAttrList        *attributes;
  GHashTable           *words;
} Setting;

struct _VotumInk {
  int           references;
  PangoContext *context;
  GPtrArray    *settings;
};

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  pango_font_description_free (setting->font);
  g_clear_pointer (&setting->attributes, pango_attr_list_unref);
  g_hash_table_unref (setting->words);
  g_free (setting);
}

VotumInk *
votum_ink_new (const char *lang)
{
  VotumInk *self = g_new0 (VotumInk, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->references = 1;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->settings = g_ptr_array_new_with_free_func (setting_free);

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (self->context, pango_language_from_string (lang != NULL ? lang : "en"));

  return self;
}

void
votum_ink_set_pixels (VotumInk *self,
                      gboolean  pixels)
{
  pango_context_set_round_glyph_positions (self->context, pixels);
}

VotumInk *
votum_ink_ref (VotumInk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->references);

  return self;
}

void
votum_ink_unref (VotumInk *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  g_ptr_array_unref (self->settings);
  g_object_unref (self->context);
  g_free (self);
}

guint
votum_ink_n_words (const VotumInk *self)
{
  guint n = self->settings->len;

  for (guint i = 0; i < self->settings->len; i++)
    n += g_hash_table_size (((const Setting *) g_ptr_array_index (self->settings, i))->words);

  return n;
}

static gboolean
same_face (const VotumFace *a,
           const VotumFace *b)
{
  return a->family == b->family && a->weight == b->weight && a->italic == b->italic &&
         a->figures == b->figures && ABS (a->size - b->size) < 1e-6 && ABS (a->tracking - b->tracking) < 1e-6;
}

static Setting *
find_setting (VotumInk        *self,
              const VotumFace *face)
{
  Setting *setting;

  for (guint i = 0; i < self->settings->len; i++)
    {
      setting = g_ptr_array_index (self->settings, i);
      if (same_face (&setting->face, face))
        return setting;
    }

  setting = g_new0 (Setting, 1);
  setting->face = *face;
  setting->font = pango_font_description_new ();
  pango_font_description_set_family_static (setting->font, families[face->family]);
  pango_font_description_set_weight (setting->font, face->weight > 0 ? (PangoWeight) face->weight : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (setting->font, face->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (setting->font, face->size * PANGO_SCALE);
  setting->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  setting->attributes = pango_attr_list_new ();
  if (features[face->figures] != NULL)
    pango_attr_list_insert (setting->attributes, pango_attr_font_features_new (features[face->figures]));
  if (ABS (face->tracking) > 1e-6)
    pango_attr_list_insert (setting->attributes, pango_attr_letter_spacing_new ((int) (face->tracking * PANGO_SCALE)));
  g_ptr_array_add (self->settings, setting);

  return setting;
}

static PangoLayout *
new_layout (VotumInk   *self,
            Setting    *setting,
            const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, setting->font);
  pango_layout_set_attributes (layout, setting->attributes);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}

PangoLayout *
votum_ink_layout (VotumInk        *self,
                  const VotumFace *face,
                  const char      *text,
                  double           width,
                  PangoAlignment   alignment)
{
  PangoLayout *layout = new_layout (self, find_setting (self, face), text);

  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_alignment (layout, alignment);

  return layout;
}

PangoLayout *
votum_ink_word (VotumInk        *self,
                const VotumFace *face,
                const char      *text)
{
  Setting *setting = find_setting (self, face);
  PangoLayout *layout = g_hash_table_lookup (setting->words, text != NULL ? text : "");

  if (layout == NULL)
    {
      layout = new_layout (self, setting, text);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      g_hash_table_insert (setting->words, g_strdup (text != NULL ? text : ""), layout);
    }

  return layout;
}

double
votum_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

guint
votum_layout_n_lines (PangoLayout *layout)
{
  return (guint) pango_layout_get_line_count (layout);
}

void
votum_colour_set (cairo_t     *cr,
                  VotumColour  colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

void
votum_layout_show (cairo_t     *cr,
                   PangoLayout *layout,
                   double       leading,
                   double       x,
                   double       y,
                   guint        first,
                   guint        n,
                   VotumColour  colour)
{
  PangoLayoutIter *iter;
  guint index = 0;

  votum_colour_set (cr, colour);
  /* most texts are one line from the left: they need no walk through the layout */
  if (pango_layout_get_width (layout) < 0 && pango_layout_get_line_count (layout) == 1)
    {
      PangoLayoutLine *only = pango_layout_get_line_readonly (layout, 0);
      PangoRectangle line;

      pango_layout_line_get_extents (only, NULL, &line);
      cairo_move_to (cr, x, y + (leading - (double) line.height / PANGO_SCALE) / 2 - (double) line.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, only);
      return;
    }

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical, line;
      double ascent, height;

      if (index < first)
        continue;
      if (index >= first + n)
        break;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_line_get_extents (pango_layout_iter_get_line_readonly (iter), NULL, &line);
      ascent = -(double) line.y / PANGO_SCALE;
      height = (double) line.height / PANGO_SCALE;
      cairo_move_to (cr, x + (double) logical.x / PANGO_SCALE,
                     y + (index - first) * leading + (leading - height) / 2 + ascent);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (index++, pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

void
votum_ink_show_word (VotumInk        *self,
                     cairo_t         *cr,
                     const VotumFace *face,
                     const char      *text,
                     double           x,
                     double           y,
                     double           anchor,
                     VotumColour      colour)
{
  PangoLayout *layout = votum_ink_word (self, face, text);

  votum_layout_show (cr, layout, face->leading, x - anchor * votum_layout_width (layout), y, 0, 1, colour);
}

void
votum_hairline (cairo_t     *cr,
                double       x,
                double       y,
                double       width,
                double       thickness,
                VotumColour  colour)
{
  votum_colour_set (cr, colour);
  cairo_rectangle (cr, x, y - thickness / 2, width, thickness);
  cairo_fill (cr);
}

char *
votum_ink_capitals (const char *text)
{
  return g_utf8_strup (text != NULL ? text : "", -1);
}
