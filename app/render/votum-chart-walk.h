#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartWalkLine:
 * @name: of the finalist
 * @now: its result with the weight as it is
 * @values: its result with @n_shares weights from the lowest to the highest that are drawn, at even distances; NAN where it has none
 * @entrant: index in the standing
 * @look: 1 and on: the finalist’s own, the same in every chart of it; 0: by its place here
 */
typedef struct {
  const char   *name;
  double        now;
  const double *values;
  int           entrant;
  guint         look;
} VotumChartWalkLine;

/**
 * VotumChartWalkCrossing:
 * @share: of the whole at which the two are level
 * @value: what both have then
 * @before: index of the line that is ahead below
 * @after: index of the line that is ahead above
 * @leads: whether the lead changes there
 */
typedef struct {
  double   share;
  double   value;
  guint    before, after;
  gboolean leads;
} VotumChartWalkCrossing;

/**
 * VotumChartWalk:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable)
 * @criterion: whose weight moves
 * @leaf: its index in the standing; -1 for a group
 * @share: what it weighs now, of one
 * @low: the lowest weight that is drawn
 * @high: the highest
 * @n_shares: how many weights, at least 2
 * @lines: finalists, in their order now
 * @n_lines: how many
 * @crossings: from low to high; of who is drawn and where
 * @n_crossings: how many
 * @leader: who leads now
 * @top_low: down to this weight the leader stays, wherever it is
 * @top_high: up to this
 * @below: (nullable): who leads below @top_low
 * @above: (nullable): who leads above @top_high
 * @falling: whether the lowest result is the best
 *
 * What the finalists would have if one criterion weighed more or less, and the others kept their proportions.
 */
typedef struct {
  const char                   *lang;
  const char                   *title;
  const char                   *subtitle;
  const char                   *criterion;
  int                           leaf;
  double                        share;
  double                        low, high;
  guint                         n_shares;
  const VotumChartWalkLine     *lines;
  guint                         n_lines;
  const VotumChartWalkCrossing *crossings;
  guint                         n_crossings;
  const char                   *leader;
  double                        top_low, top_high;
  const char                   *below;
  const char                   *above;
  gboolean                      falling;
} VotumChartWalk;

VotumChart *votum_chart_walk_new (const VotumChartWalk *data);

G_END_DECLS
