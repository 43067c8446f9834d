#pragma once

#include "votum-estimate.h"

G_BEGIN_DECLS

/* How far the jurors' marks lie apart: on one criterion, for one entrant, or in one cell of both. All in shares of the
 * scale, so that criteria of different scales compare. */
typedef struct {
  VotumEstimate spread;       /* standard deviation between jurors, pooled over the cells; NAN: no cell has two marks */
  guint         n_cells;      /* cells with two marks or more */
  guint         n_marks;      /* in those */
  double        range;        /* mean distance from the lowest to the highest mark */
  guint         widest;       /* the cell of the largest distance: entrant of a criterion, leaf of an entrant */
  double        widest_range;
} VotumSpread;

void   votum_disagreement_compute (const double *marks, guint n_entrants, guint n_leaves, guint n_jurors, const double *widths,
                                   double confidence, VotumSpread *criteria, VotumSpread *entrants, VotumSpread *cells);
guint *votum_disagreement_order   (const VotumSpread *spreads, guint n);

G_END_DECLS
