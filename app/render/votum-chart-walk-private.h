#pragma once

#include "votum-chart-private.h"
#include "votum-chart-walk.h"

G_BEGIN_DECLS

/* Private: "25.6%". (transfer full) */
char *votum_walk_percent       (const char *lang, double share);
/* "Nordlys Kraft leads from 25.6%". (transfer full) */
char *votum_walk_crossing_text (const VotumChartWalk *data, const VotumChartWalkCrossing *crossing);
/* "Nordlys Kraft and Fjellvind are level at 25.6%: 4.93". (transfer full) */
char *votum_walk_level_text    (const VotumChartWalk *data, const VotumChartWalkCrossing *crossing);
char *votum_walk_finding       (const VotumChart *self);
char *votum_walk_describe      (const VotumChart *self);
void  votum_walk_csv           (const VotumChart *self, VotumChartCsv *csv);

G_END_DECLS
