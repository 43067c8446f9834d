#include "votum-config.h"

#include "votum-output.h"
#include "votum-error.h"

#include <glib/gi18n-lib.h>

cairo_status_t
votum_output_collect (void                *bytes,
                      const unsigned char *data,
                      unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
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
