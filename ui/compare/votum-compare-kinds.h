#pragma once

#include "votum-case-charts.h"

G_BEGIN_DECLS

/**
 * VotumCompareKind:
 * @chart: of the kind, as the engine has it
 * @title: over the card, in English; to be translated
 * @first: whether it stands among the first, before somebody asks for more
 * @follows: whether it follows a weight that is moved, frame by frame
 *
 * How the page shows a kind of chart.
 */
typedef struct {
  const VotumCaseChart *chart;
  const char           *title;
  gboolean              first;
  gboolean              follows;
} VotumCompareKind;

GArray *votum_compare_kinds (void);

G_END_DECLS
