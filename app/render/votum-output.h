#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Private: getting bytes out of cairo. */

cairo_status_t votum_output_collect (void *bytes, const unsigned char *data, unsigned int length); /* GByteArray */
typedef void (*VotumOutputDraw) (cairo_t *cr, double width, double height, gpointer data);
GBytes        *votum_output_picture (VotumOutputDraw draw, gpointer data, double width, double height, double edge, double scale);  /* PNG */
gboolean       votum_output_status  (cairo_status_t status, GError **error);

G_END_DECLS
