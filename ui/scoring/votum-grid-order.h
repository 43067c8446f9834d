#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_GRID_ORDER_LISTED,
  VOTUM_GRID_ORDER_NAME,
  VOTUM_GRID_ORDER_TOTAL,
  VOTUM_GRID_ORDER_LEFT,
} VotumGridOrder;

GPtrArray *votum_grid_order (VotumScoringSheet *sheet, GPtrArray *items, VotumGridOrder order);

G_END_DECLS
