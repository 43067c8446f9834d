#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartContribution:
 * @name: of the criterion
 * @value: the weighted difference on it, on the scale of the result; above zero where the first finalist gains
 * @criterion: index of the leaf in the standing; -1 for what is no criterion
 */
typedef struct {
  const char *name;
  double      value;
  int         criterion;
} VotumChartContribution;

/**
 * VotumChartContributions:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable)
 * @first: name of the finalist who is ahead
 * @second: name of the one behind
 * @entrant: index of the first in the standing
 * @lead: how far ahead; what the parts do not make up for stands as earlier rounds or as rounding
 * @earlier: whether there are earlier rounds in the result
 * @parts: the criteria, in their order
 * @n_parts: how many
 * @look: of the first: 1 and on: its own, the same in every chart of it; 0: by its place here
 * @other_look: of the second
 *
 * Why one finalist is ahead of another, criterion by criterion.
 */
typedef struct {
  const char                   *lang;
  const char                   *title;
  const char                   *subtitle;
  const char                   *first;
  const char                   *second;
  int                           entrant;
  double                        lead;
  gboolean                      earlier;
  const VotumChartContribution *parts;
  guint                         n_parts;
  guint                         look, other_look;
} VotumChartContributions;

VotumChart *votum_chart_contributions_new (const VotumChartContributions *data);

G_END_DECLS
