#pragma once

#include "votum-result.h"

G_BEGIN_DECLS

/* Nobody is left out. */
#define VOTUM_LEAVE_NOBODY (-1)

VotumResult *votum_result_without  (const VotumResult *result, int juror, int entrant, GCancellable *cancellable, GError **error);
GArray      *votum_result_swapped  (const VotumResult *result, guint round, const VotumResult *other, guint other_round);

/* Two who changed places: @before was ahead in the one result, @after is in the other. */
typedef struct {
  guint before;
  guint after;
} VotumSwap;

G_END_DECLS
