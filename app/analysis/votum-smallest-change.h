#pragma once

#include "votum-what-if.h"

G_BEGIN_DECLS

/**
 * VotumSmallestChange:
 * @possible: whether there are weights with which the challenger has as much as the leader
 * @moved: how much weight has to move at least, as a share of the whole: half the sum of all |changes|
 * @weights: [leaf]: the weights then, at which the two are level; %NULL if not possible
 * @exact: whether neither lacks a value; else the change is one that is enough, and near the smallest
 *
 * The least that has to be changed in the weights for somebody to be level with the leader.
 */
typedef struct {
  gboolean possible;
  double   moved;
  double  *weights;
  gboolean exact;
} VotumSmallestChange;

VotumSmallestChange *votum_smallest_change_compute (const VotumWhatIf *model, const double *weights, guint leader, guint challenger);
void                 votum_smallest_change_free    (VotumSmallestChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumSmallestChange, votum_smallest_change_free)

G_END_DECLS
