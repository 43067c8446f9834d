#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartSeries:
 * @name: of the finalist
 * @values: one a criterion; NAN where there is none
 * @entrant: index in the standing
 * @look: 1 and on: the finalist’s own, the same in every chart of it; 0: by its place here
 */
typedef struct {
  const char   *name;
  const double *values;
  int           entrant;
  guint         look;
} VotumChartSeries;

/**
 * VotumChartProfile:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable)
 * @min: at the centre
 * @max: at the edge
 * @criteria: one name an axis, clockwise from the top
 * @n_criteria: 3 to about 14
 * @series: finalists, best first; the finding is about all of them
 * @n_series: how many
 * @most: how many are drawn at most, the first ones; 0: eight. Up to four are a radar, more are parallel lines
 */
typedef struct {
  const char             *lang;
  const char             *title;
  const char             *subtitle;
  double                  min, max;
  const char * const     *criteria;
  guint                   n_criteria;
  const VotumChartSeries *series;
  guint                   n_series;
  guint                   most;
} VotumChartProfile;

#define VOTUM_CHART_MAX_SERIES 4

VotumChart *votum_chart_profile_new (const VotumChartProfile *data);

G_END_DECLS
