#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean votum_interval_of_mean (const double *values, guint n, double level, double *low, double *high);

G_END_DECLS
