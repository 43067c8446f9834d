#pragma once

#include "votum-sheet.h"

G_BEGIN_DECLS

/* The weights of a criteria tree: immutable, exact. */
typedef struct _VotumWeights VotumWeights;

void          votum_weights_roc        (guint n, mpq_t *weights);
gboolean      votum_weights_crossover  (mpq_srcptr a_without, mpq_srcptr a_within,
                                        mpq_srcptr b_without, mpq_srcptr b_within, mpq_ptr t);

VotumWeights *votum_weights_new        (VotumSheet *sheet, VotumWeighting weighting, VotumMissing missing);
void          votum_weights_free       (VotumWeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumWeights, votum_weights_free)

mpq_srcptr    votum_weights_leaf       (const VotumWeights *self, guint leaf);
gboolean      votum_weights_effective  (const VotumWeights *self, const guint8 *present, mpq_t *weights);
gboolean      votum_weights_node_value (const VotumWeights *self, guint node, const guint8 *present,
                                        const mpq_t *values, mpq_ptr value);
gboolean      votum_weights_split      (const VotumWeights *self, guint node, const guint8 *present,
                                        const mpq_t *values, mpq_ptr without, mpq_ptr within);

G_END_DECLS
