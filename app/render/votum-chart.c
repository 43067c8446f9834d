#include "votum-chart-private.h"

#define USUAL_ROWS 8 /* of a chart that has none: a radar, lines */

VotumChart *
votum_chart_new (const VotumChartKind *kind,
                 const char           *lang,
                 const char           *title,
                 const char           *subtitle)
{
  VotumChart *self = g_new0 (VotumChart, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->memory = g_ptr_array_new_with_free_func (g_free);
  self->lang = votum_chart_keep_text (self, lang != NULL ? lang : "en");
  self->title = votum_chart_keep_text (self, title);
  self->subtitle = votum_chart_keep_text (self, subtitle);

  return self;
}

gpointer
votum_chart_keep (VotumChart    *self,
                  gconstpointer  data,
                  gsize          n,
                  gsize          size)
{
  gpointer copy = n > 0 ? g_memdup2 (data, n * size) : NULL;

  if (copy != NULL)
    g_ptr_array_add (self->memory, copy);

  return copy;
}

char *
votum_chart_keep_text (VotumChart *self,
                       const char *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL)
    g_ptr_array_add (self->memory, copy);

  return copy;
}

/**
 * votum_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): the same chart
 */
VotumChart *
votum_chart_ref (VotumChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * votum_chart_unref:
 * @self: (nullable): a chart
 */
void
votum_chart_unref (VotumChart *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->memory);
  g_free (self);
}

/**
 * votum_chart_get_kind:
 * @self: a chart
 *
 * Returns: (transfer none): its kind, as on the command line: "ranking"
 */
const char *
votum_chart_get_kind (const VotumChart *self)
{
  return self->kind->name;
}

/**
 * votum_chart_get_lang:
 * @self: a chart
 *
 * Returns: (transfer none): the language of its words
 */
const char *
votum_chart_get_lang (const VotumChart *self)
{
  return self->lang;
}

/**
 * votum_chart_has_data:
 * @self: a chart
 *
 * Returns: whether there is something to draw, and not only a sentence that says there is nothing
 */
gboolean
votum_chart_has_data (const VotumChart *self)
{
  return self->kind->has_data == NULL || self->kind->has_data (self);
}

/**
 * votum_chart_get_n_rows:
 * @self: a chart
 *
 * Returns: how many lines of text stand below each other in it, for whoever gives it its room
 */
guint
votum_chart_get_n_rows (const VotumChart *self)
{
  return self->kind->n_rows != NULL ? self->kind->n_rows (self) : USUAL_ROWS;
}

static void
draw_with (const VotumChart      *self,
           cairo_t               *cr,
           double                 width,
           double                 height,
           const VotumChartStyle *style,
           GPtrArray             *spots)
{
  VotumPen pen;
  g_autofree char *title = votum_chart_finding (self);
  g_autofree char *subtitle = NULL;

  if (self->subtitle == NULL && self->kind->subtitle != NULL)
    subtitle = self->kind->subtitle (self);
  votum_pen_begin (&pen, cr, self->lang, width, height, style);
  pen.spots = spots;
  pen.top = votum_pen_head (&pen, title, self->subtitle != NULL ? self->subtitle : subtitle);
  self->kind->draw (self, &pen);
  votum_pen_end (&pen);
}

/**
 * votum_chart_draw:
 * @self: a chart
 * @cr: any cairo context; the chart's top left is the origin
 * @width: in the context's units
 * @height: in the context's units
 * @style: (nullable): how
 */
void
votum_chart_draw (const VotumChart      *self,
                  cairo_t               *cr,
                  double                 width,
                  double                 height,
                  const VotumChartStyle *style)
{
  draw_with (self, cr, width, height, style, NULL);
}

/**
 * votum_chart_finding:
 * @self: a chart
 *
 * Returns: (transfer full): what the chart shows, in a sentence, which is its title: "Fjellvind Forsikring leads by 0.17"
 */
char *
votum_chart_finding (const VotumChart *self)
{
  return self->title != NULL ? g_strdup (self->title) : self->kind->finding (self);
}

/**
 * votum_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): the chart in words, for those who don't see it
 */
char *
votum_chart_describe (const VotumChart *self)
{
  return self->kind->describe (self);
}

static void
spot_free (gpointer data)
{
  VotumChartSpot *spot = data;

  g_free (spot->text);
  g_free (spot);
}

/**
 * votum_chart_spots:
 * @self: a chart
 * @width: as it is drawn
 * @height: as it is drawn
 * @style: (nullable): as it is drawn
 *
 * Returns: (transfer full) (element-type VotumChartSpot): the points to rest on, in reading order
 */
GPtrArray *
votum_chart_spots (const VotumChart      *self,
                   double                 width,
                   double                 height,
                   const VotumChartStyle *style)
{
  GPtrArray *spots = g_ptr_array_new_with_free_func (spot_free);
  VotumChartStyle quiet = style != NULL ? *style : (VotumChartStyle) { 0 };
  /* what is drawn tells where it is drawn; nobody looks at the pixel */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  quiet.label_hook = NULL;
  draw_with (self, cr, width, height, &quiet, spots);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return spots;
}

/**
 * votum_chart_to_csv:
 * @self: a chart
 *
 * Returns: (transfer full): its data as CSV by RFC 4180, with a decimal point in every language
 */
char *
votum_chart_to_csv (const VotumChart *self)
{
  VotumChartCsv csv = { g_string_new (NULL), FALSE };

  self->kind->csv (self, &csv);

  return g_string_free (csv.text, FALSE);
}
