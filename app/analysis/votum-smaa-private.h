#pragma once

#include "votum-smaa.h"
#include "votum-what-if-private.h"

G_BEGIN_DECLS

/* How many sets of weights are worked on at a time: what they need stays in the processor's nearest memory. */
#define VOTUM_SMAA_BLOCK 64

/* The working memory of a run, made once. Arrays of a block: one row of VOTUM_SMAA_BLOCK numbers per leaf or entrant. */
typedef struct {
  const VotumWhatIf *model;
  guint    n_ranked;
  guint   *ranked;       /* which entrants; all that follows counts these only */
  double  *values;       /* [ranked][leaf]; who lacks something: of the rows that lack nothing */
  gboolean any_missing;
  double  *weights;      /* [leaf][block], not yet divided by their sum */
  double  *scales;       /* [block]: 1 / sum */
  double  *totals;       /* [ranked][block] */
  double  *column;       /* one draw of the block, for who lacks something, and the memory for that */
  double  *effective;
  double  *scratch;
  guint32 *ranks;        /* [ranked][block], from 0 */
  guint64 *counts;       /* [ranked][rank] */
  double  *sums;         /* [ranked][leaf]: of the weights that rank it first */
} VotumSmaaWork;

void votum_smaa_work_init  (VotumSmaaWork *work, const VotumWhatIf *model);
void votum_smaa_work_clear (VotumSmaaWork *work);
void votum_smaa_draw       (VotumSmaaWork *work, VotumDraws *draws);
void votum_smaa_order      (VotumSmaaWork *work, const guint *importance);
void votum_smaa_evaluate   (VotumSmaaWork *work, gboolean add_up);
void votum_smaa_count      (VotumSmaaWork *work, guint n);

G_END_DECLS
