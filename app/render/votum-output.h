#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Private: getting bytes out of cairo. */

cairo_status_t votum_output_collect (void *bytes, const unsigned char *data, unsigned int length); /* GByteArray */
gboolean       votum_output_status  (cairo_status_t status, GError **error);

G_END_DECLS
