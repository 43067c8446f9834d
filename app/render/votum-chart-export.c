#include "votum-config.h"

#include "votum-chart-export.h"
#include "votum-error.h"
#include "votum-output.h"
#include "votum-save.h"
#include "votum-page-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct {
  const VotumChart       *chart;
  const VotumChartExport *how;
  const char             *title;
  const char             *description;
} Job;

static GBytes *
to_png (const Job  *job,
        GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = job->how->scale > 0 ? job->how->scale : 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) lround (job->how->width * scale),
                                                         (int) lround (job->how->height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  votum_chart_draw (job->chart, cr, job->how->width, job->how->height, job->how->style);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, votum_output_collect, bytes);
  cairo_surface_destroy (surface);
  if (!votum_output_status (status, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Takes both, so that all of the drawing is in the stream. */
static gboolean
finish_stream (cairo_t          *cr,
               cairo_surface_t  *surface,
               GError          **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return votum_output_status (status, error);
}

/* cairo numbers an SVG's surfaces from a counter of the process ("surface17"); only the first use must be named alike. */
static void
settle_names (GString *svg)
{
  const char *start = strstr (svg->str, "<g id=\"surface");
  g_autofree char *name = NULL;
  gsize length;

  if (start == NULL)
    return;
  start += strlen ("<g id=\"");
  length = strcspn (start, "\"");
  name = g_strndup (start, length);
  g_string_replace (svg, name, "chart", 0);
}

static GBytes *
to_svg (const Job  *job,
        GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (votum_output_collect, bytes, job->how->width, job->how->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GString) svg = NULL;
  g_autofree char *words = NULL;
  const char *root;

  votum_chart_draw (job->chart, cr, job->how->width, job->how->height, job->how->style);
  if (!finish_stream (cr, surface, error))
    return NULL;

  svg = g_string_new_len ((const char *) bytes->data, bytes->len);
  settle_names (svg);
  /* a reader's voice finds the chart's words right inside the root */
  root = strstr (svg->str, "<svg");
  root = root != NULL ? strchr (root, '>') : NULL;
  words = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", job->title, job->description);
  if (root != NULL)
    g_string_insert (svg, root + 1 - svg->str, words);

  return g_string_free_to_bytes (g_steal_pointer (&svg));
}

static GBytes *
to_pdf (const Job  *job,
        GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();
  const char *created = job->how->created != NULL ? job->how->created : "1970-01-01T00:00:00Z";
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (votum_output_collect, bytes, job->how->width, job->how->height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, job->title);
  if (job->how->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, job->how->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Votum");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
  votum_tag_begin (cr, "Document");
  votum_tag_begin (cr, "Figure");
  votum_chart_draw (job->chart, cr, job->how->width, job->how->height, job->how->style);
  votum_tag_end (cr, "Figure");
  votum_tag_end (cr, "Document");
  cairo_show_page (cr);
  if (!finish_stream (cr, surface, error))
    return NULL;
  g_ptr_array_add (alternatives, (gpointer) job->description);
  votum_pdf_complete (bytes, votum_chart_get_lang (job->chart), alternatives);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
to_csv (const VotumChart *chart)
{
  char *csv = votum_chart_to_csv (chart);

  return g_bytes_new_take (csv, strlen (csv));
}

/**
 * votum_chart_format_from_path:
 * @path: a file name
 * @format: (out): what its ending says
 *
 * Returns: whether the ending is .png, .svg, .pdf or .csv
 */
gboolean
votum_chart_format_from_path (const char       *path,
                              VotumChartFormat *format)
{
  static const char * const ends[] = { ".png", ".svg", ".pdf", ".csv" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      {
        *format = (VotumChartFormat) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * votum_chart_to_bytes:
 * @chart: what to draw
 * @how: format and size
 *
 * The same chart gives the same bytes.
 *
 * Returns: (transfer full): a file's content; on error %NULL
 */
GBytes *
votum_chart_to_bytes (const VotumChart        *chart,
                      const VotumChartExport  *how,
                      GError                 **error)
{
  double scale = how->format == VOTUM_CHART_PNG && how->scale > 0 ? how->scale : 1;
  g_autofree char *title = votum_chart_finding (chart);
  g_autofree char *description = votum_chart_describe (chart);
  Job job = { chart, how, title, description };

  if (how->format == VOTUM_CHART_CSV)
    return to_csv (chart);
  if (!(how->width >= 1) || !(how->height >= 1) ||
      how->width * scale > VOTUM_CHART_MAX_PIXELS || how->height * scale > VOTUM_CHART_MAX_PIXELS)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT,
                   _("A chart of %.0f × %.0f is not possible: each side must be from 1 to %d."),
                   how->width * scale, how->height * scale, VOTUM_CHART_MAX_PIXELS);
      return NULL;
    }

  switch (how->format)
    {
    case VOTUM_CHART_SVG:
      return to_svg (&job, error);
    case VOTUM_CHART_PDF:
      return to_pdf (&job, error);
    case VOTUM_CHART_CSV:
    case VOTUM_CHART_PNG:
    default:
      return to_png (&job, error);
    }
}

/**
 * votum_chart_write:
 * @chart: what to draw
 * @how: format and size
 * @path: the file; replaced as a whole or not at all
 *
 * Returns: whether it was written; otherwise @error is a sentence with the path
 */
gboolean
votum_chart_write (const VotumChart        *chart,
                   const VotumChartExport  *how,
                   const char              *path,
                   GError                 **error)
{
  g_autoptr (GBytes) bytes = votum_chart_to_bytes (chart, how, error);

  return bytes != NULL && votum_save_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
