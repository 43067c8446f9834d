#pragma once

#include "votum-result.h"

G_BEGIN_DECLS

/**
 * VotumResample:
 *
 * The rule as doubles compute it, without its rounding, when jurors count several times or not at all: for drawing juries
 * out of the jury. It informs and never decides.
 */
typedef struct _VotumResample VotumResample;

VotumResample *votum_resample_new        (const VotumResult *result, guint round, GError **error);
void           votum_resample_free       (VotumResample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumResample, votum_resample_free)

guint          votum_resample_n_entrants (const VotumResample *self);
guint          votum_resample_entrant    (const VotumResample *self, guint index);
guint          votum_resample_n_jurors   (const VotumResample *self);
guint          votum_resample_juror      (const VotumResample *self, guint index);
const double  *votum_resample_scores     (const VotumResample *self);
void           votum_resample_totals     (const guint *times, double *totals, gpointer resample);

G_END_DECLS
