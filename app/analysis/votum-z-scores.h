#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* z-scores say little over fewer entrants than this. */
#define VOTUM_Z_SCORES_MIN_ENTRANTS 6

gboolean votum_scores_check (const double *scores, gsize n, GError **error);
gboolean votum_z_scores     (const double *scores, guint n_entrants, guint n_jurors,
                             double *z, double *means, GError **error);

G_END_DECLS
