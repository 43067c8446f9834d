#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartRanksEntry:
 * @name: of the finalist
 * @shares: [rank - 1]: share of all weights that give it the rank, of one
 * @entrant: index in the standing
 */
typedef struct {
  const char   *name;
  const double *shares;
  int           entrant;
} VotumChartRanksEntry;

/**
 * VotumChartRanks:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable)
 * @entries: finalists, by place
 * @n_entries: how many; there are as many ranks
 *
 * Which places the finalists have under all weights that there are.
 */
typedef struct {
  const char                 *lang;
  const char                 *title;
  const char                 *subtitle;
  const VotumChartRanksEntry *entries;
  guint                       n_entries;
} VotumChartRanks;

VotumChart *votum_chart_ranks_new (const VotumChartRanks *data);

G_END_DECLS
