#pragma once

#include "votum-estimate.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  VotumEstimate difference;  /* of the means, first minus second */
  double        t;
  double        df;
  double        p_two_sided;
  double        p_one_sided; /* that the first is not ahead */
} VotumWelch;

gboolean votum_welch_compute (const double *a, guint n_a, const double *b, guint n_b, double confidence, VotumWelch *welch, GError **error);

G_END_DECLS
