#pragma once

#include "votum-estimate.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How far apart two values are. */
typedef enum {
  VOTUM_ALPHA_NOMINAL,   /* the same or not */
  VOTUM_ALPHA_ORDINAL,   /* by how many values lie between */
  VOTUM_ALPHA_INTERVAL,  /* by their difference */
  VOTUM_ALPHA_RATIO,     /* by their proportion; needs a true zero */
} VotumAlphaMetric;

#define VOTUM_N_ALPHA_METRICS (VOTUM_ALPHA_RATIO + 1)

typedef struct _VotumAlpha VotumAlpha;

VotumAlpha *votum_alpha_new       (const double *scores, guint n_units, guint n_jurors, const guint *blocks, GError **error);
void        votum_alpha_free      (VotumAlpha *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumAlpha, votum_alpha_free)

guint       votum_alpha_n_units   (const VotumAlpha *self);  /* those with two values or more */
guint       votum_alpha_n_values  (const VotumAlpha *self);  /* values that can be compared */
guint       votum_alpha_n_blocks  (const VotumAlpha *self);
double      votum_alpha_value     (const VotumAlpha *self, VotumAlphaMetric metric);
gboolean    votum_alpha_bootstrap (const VotumAlpha *self, VotumAlphaMetric metric, guint n_draws, gulong seed, double confidence,
                                   GCancellable *cancellable, VotumEstimate *estimate, GError **error);

G_END_DECLS
