#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartMethod:
 * @name: of the method
 * @places: the place of each finalist, 0 where it has none
 * @other_winner: whether the rule's winner is not among the first by this method
 * @other_podium: whether any of the first three places is another finalist's, or shared otherwise
 */
typedef struct {
  const char  *name;
  const guint *places;
  gboolean     other_winner;
  gboolean     other_podium;
} VotumChartMethod;

/**
 * VotumChartMethods:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable): instead of the explanation of the marks
 * @finalists: their names, in the rule's order
 * @entrants: their indices in the standing
 * @rule: their places by the rule
 * @n_finalists: how many
 * @methods: other ways to an order
 * @n_methods: how many
 * @looks: (nullable): of the finalists: 1 and on: its own, the same in every chart of it; 0: by its place here
 */
typedef struct {
  const char             *lang;
  const char             *title;
  const char             *subtitle;
  const char *const      *finalists;
  const int              *entrants;
  const guint            *rule;
  guint                   n_finalists;
  const VotumChartMethod *methods;
  guint                   n_methods;
  const guint            *looks;
} VotumChartMethods;

VotumChart *votum_chart_methods_new (const VotumChartMethods *data);

G_END_DECLS
