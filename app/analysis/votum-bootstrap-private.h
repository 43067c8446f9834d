#pragma once

#include "votum-bootstrap.h"

G_BEGIN_DECLS

#define VOTUM_BOOTSTRAP_BLOCK 64

/* Working memory for juries that are drawn many at a time. */
typedef struct {
  guint    n_entrants, n_jurors;
  guint    padded;       /* entrants of a row: an even number */
  guint    n_pairs;      /* of jurors that are drawn together; the others one by one */
  double  *scores;       /* [juror][padded], then those of two together, [juror][juror][padded]; divided by the number of jurors */
  guint   *jury;         /* where the scores of each one, or two, that were drawn begin */
  double  *rows;         /* [block][padded]: means */
  double  *means;        /* [entrant][block]: the same */
  guint32 *ranks;        /* [block][entrant]: how many are better */
} VotumBootstrapBlock;

VotumBootstrapBlock *votum_bootstrap_block_new  (const double *scores, guint n_entrants, guint n_jurors);
void                 votum_bootstrap_block_free (VotumBootstrapBlock *self);
void                 votum_bootstrap_block_draw (VotumBootstrapBlock *self, VotumDraws *draws);
void                 votum_bootstrap_block_rank (VotumBootstrapBlock *self, double equal, guint8 *level);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumBootstrapBlock, votum_bootstrap_block_free)

G_END_DECLS
