#pragma once

#include "votum-mark-scale.h"

G_BEGIN_DECLS

/**
 * VotumScoringItem:
 * @criterion: what is judged
 * @name: its name in the reader's language
 * @heading: (nullable): the names of the groups it is in
 * @weight: what it counts: "Weight 15 %"
 * @is_share: whether that is a share of the whole, so that a total stays on the scale
 * @scale: (nullable): the scale its marks are on
 *
 * One line of a juror's work.
 */
typedef struct {
  VotumThing     *criterion;
  char           *name;
  char           *heading;
  char           *weight;
  gboolean        is_share;
  VotumMarkScale *scale;
} VotumScoringItem;

void       votum_scoring_item_free (VotumScoringItem *self);
GPtrArray *votum_scoring_items_new (VotumDesk *desk, VotumThing *entrant);

G_END_DECLS
