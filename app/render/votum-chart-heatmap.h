#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartHeatmapCell:
 * @value: the panel's mark, for colour; NaN: none
 * @text: (nullable): the mark as the rule gives it: "4.95"
 * @n_marks: jurors who gave one
 * @n_recused: jurors who are recused
 * @n_not_observed: jurors who observed nothing
 */
typedef struct {
  double      value;
  const char *text;
  guint       n_marks;
  guint       n_recused;
  guint       n_not_observed;
} VotumChartHeatmapCell;

/**
 * VotumChartHeatmapEntrant:
 * @name: of the finalist
 * @n_recused: jurors who are recused from it
 * @entrant: index in the standing
 */
typedef struct {
  const char *name;
  guint       n_recused;
  int         entrant;
} VotumChartHeatmapEntrant;

/**
 * VotumChartHeatmap:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable): instead of the explanation
 * @min: of the scale; equal to @max: not known
 * @max: of the scale
 * @n_jurors: in the jury
 * @criteria: (array length=n_criteria): their names, one a row
 * @leaves: (array length=n_criteria): their indices in the standing
 * @n_criteria: how many
 * @entrants: (array length=n_entrants): one a column, best first
 * @n_entrants: how many
 * @cells: (array): [criterion][entrant]
 */
typedef struct {
  const char                     *lang;
  const char                     *title;
  const char                     *subtitle;
  double                          min, max;
  guint                           n_jurors;
  const char * const             *criteria;
  const int                      *leaves;
  guint                           n_criteria;
  const VotumChartHeatmapEntrant *entrants;
  guint                           n_entrants;
  const VotumChartHeatmapCell    *cells;
} VotumChartHeatmap;

VotumChart *votum_chart_heatmap_new (const VotumChartHeatmap *data);

G_END_DECLS
