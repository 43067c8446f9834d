#pragma once

#include <glib.h>

G_BEGIN_DECLS

void votum_first_probability (const double *means, const double *errors, guint n, double *first);

G_END_DECLS
