#pragma once

#include "votum-chart-heatmap.h"
#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: what the heat map says in words. */

static inline const VotumChartHeatmapCell *
votum_chart_heatmap_cell (const VotumChartHeatmap *chart, guint criterion, guint entrant)
{
  return &chart->cells[(gsize) criterion * chart->n_entrants + entrant];
}

char *votum_chart_heatmap_finding  (const VotumChart *self);
char *votum_chart_heatmap_describe (const VotumChart *self);
void  votum_chart_heatmap_csv      (const VotumChart *self, VotumChartCsv *csv);
/* "Culture, Nordlys Kraft: 4.95, 4 of 5 jurors, 1 recused" (transfer full) */
char *votum_chart_heatmap_words    (const VotumChart *self, guint criterion, guint entrant);
/* The mark with at most @decimals decimals, "–" where there is none. (transfer full) */
char *votum_chart_heatmap_mark     (const VotumChart *self, const VotumChartHeatmapCell *cell, guint decimals);

G_END_DECLS
