#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartSlopeItem:
 * @name: of the finalist
 * @before: its result before; NAN where there is none
 * @after: its result after; NAN where there is none
 * @entrant: index in the standing
 * @look: 1 and on: the finalist’s own, the same in every chart of it; 0: by its place here
 */
typedef struct {
  const char *name;
  double      before, after;
  int         entrant;
  guint       look;
} VotumChartSlopeItem;

/**
 * VotumChartSlope:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable)
 * @before: what the first column is: "Round 1"
 * @after: what the second is: "Round 2: after the site visit"
 * @before_round: index of its round in the standing
 * @after_round: index of the second's
 * @falling: whether the lowest result is the best
 * @items: finalists, best after first
 * @n_items: how many
 *
 * How the results moved from one round to another, most often by a site visit.
 */
typedef struct {
  const char                *lang;
  const char                *title;
  const char                *subtitle;
  const char                *before;
  const char                *after;
  int                        before_round;
  int                        after_round;
  gboolean                   falling;
  const VotumChartSlopeItem *items;
  guint                      n_items;
} VotumChartSlope;

VotumChart *votum_chart_slope_new (const VotumChartSlope *data);

G_END_DECLS
