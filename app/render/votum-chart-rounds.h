#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartRoundsItem:
 * @name: of the finalist
 * @places: one a round; 0 where it has none
 * @entrant: index in the standing
 * @look: 1 and on: the finalist’s own, the same in every chart of it; 0: by its place here
 */
typedef struct {
  const char  *name;
  const guint *places;
  int          entrant;
  guint        look;
} VotumChartRoundsItem;

/**
 * VotumChartRounds:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable)
 * @rounds: their names
 * @n_rounds: at least 2
 * @items: finalists, best in the last round first
 * @n_items: how many
 *
 * The places after each round.
 */
typedef struct {
  const char                 *lang;
  const char                 *title;
  const char                 *subtitle;
  const char * const         *rounds;
  guint                       n_rounds;
  const VotumChartRoundsItem *items;
  guint                       n_items;
} VotumChartRounds;

VotumChart *votum_chart_rounds_new (const VotumChartRounds *data);

G_END_DECLS
