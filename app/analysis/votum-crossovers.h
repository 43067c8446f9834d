#pragma once

#include "votum-what-if.h"

G_BEGIN_DECLS

/* Two entrants are equal when the criterion has this share of the whole; @before is ahead below it, @after above it. */
typedef struct {
  double share;
  guint  before;
  guint  after;
} VotumCrossing;

/* Who leads while the share is within. */
typedef struct {
  double from;
  double to;
  guint  leader;
} VotumLeading;

/**
 * VotumCrossovers:
 * @node: the criterion or group
 * @share: what it weighs now, a share of the whole
 * @crossings: of VotumCrossing, from low to high: every pair that changes places within 0 to 1, also at the ends
 * @leading: of VotumLeading, from 0 to 1
 * @top_low: within @top_low to @top_high, both included, the leader stays the same; both @share if somebody is level with it now
 * @top_high: see @top_low
 * @order_low: within @order_low to @order_high the whole order stays the same
 * @order_high: see @order_low
 * @exact: whether nobody lacks a value. Then all are straight lines and the crossings are exact; else those of who lacks
 *   something are found by search
 *
 * What becomes of the order when one weight moves and all others keep their proportions.
 */
typedef struct {
  guint    node;
  double   share;
  GArray  *crossings;
  GArray  *leading;
  double   top_low, top_high;
  double   order_low, order_high;
  gboolean exact;
} VotumCrossovers;

VotumCrossovers *votum_crossovers_compute (const VotumWhatIf *model, const double *weights, guint node);
void             votum_crossovers_free    (VotumCrossovers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumCrossovers, votum_crossovers_free)

G_END_DECLS
