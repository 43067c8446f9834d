#include "votum-config.h"

#include "votum-output.h"
#include "votum-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

cairo_status_t
votum_output_collect (void                *bytes,
                      const unsigned char *data,
                      unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* On white, as on paper; one that can't be drawn is an empty picture, which whoever looks at it sees. */
GBytes *
votum_output_picture (VotumOutputDraw draw,
                      gpointer        data,
                      double          width,
                      double          height,
                      double          edge,
                      double          scale)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround ((width + edge) * scale), (int) lround (height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  draw (cr, width, height, data);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, votum_output_collect, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

gboolean
votum_output_status (cairo_status_t   status,
                     GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("The page could not be drawn: %s."),
               cairo_status_to_string (status));

  return FALSE;
}
