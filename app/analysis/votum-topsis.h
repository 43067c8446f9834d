#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean votum_topsis (const double *values, guint n_entrants, const double *weights, const gboolean *falling, guint n_criteria,
                       double *closeness, double *normalised);

G_END_DECLS
