#pragma once

#include "votum-case-charts.h"

G_BEGIN_DECLS

/**
 * VotumCompareKindFlags:
 * @VOTUM_COMPARE_FIRST: it stands among the first, before somebody asks for more
 * @VOTUM_COMPARE_FOLLOWS: it follows a weight that is moved, frame by frame
 * @VOTUM_COMPARE_SLOW: it is worked out beside the window
 * @VOTUM_COMPARE_CRITERION: it is about a criterion, which can be chosen
 * @VOTUM_COMPARE_TRIED: it can be drawn from the model of other weights, before those are worked out
 *
 * How the page treats a kind of chart.
 */
typedef enum {
  VOTUM_COMPARE_FIRST     = 1 << 0,
  VOTUM_COMPARE_FOLLOWS   = 1 << 1,
  VOTUM_COMPARE_SLOW      = 1 << 2,
  VOTUM_COMPARE_CRITERION = 1 << 3,
  VOTUM_COMPARE_TRIED     = 1 << 4,
} VotumCompareKindFlags;

/**
 * VotumCompareKind:
 * @chart: of the kind, as the engine has it
 * @title: over the card, in English; to be translated
 * @flags: how it is treated
 *
 * How the page shows a kind of chart.
 */
typedef struct {
  const VotumCaseChart  *chart;
  const char            *title;
  VotumCompareKindFlags  flags;
} VotumCompareKind;

GArray *votum_compare_kinds (void);

G_END_DECLS
