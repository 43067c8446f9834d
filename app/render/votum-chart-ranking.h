#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartRankingEntry:
 * @name: of the entrant
 * @has_value: whether there is a result
 * @value: the result, for drawing
 * @value_text: (nullable): the result as the rule gives it: "5.12"; drawn instead of @value
 * @place: 1 is best; 0: none
 * @juror_totals: (nullable): each juror's own total, informs only
 * @n_juror_totals: how many; recused jurors are not among them
 * @n_recused: jurors who were recused here
 * @entrant: index in the standing
 * @has_interval: whether it is known how uncertain the result is
 * @low: lower end of what is uncertain, informs only
 * @high: upper end
 * @look: 1 and on: the finalist’s own, the same in every chart of it; 0: by its place here
 */
typedef struct {
  const char   *name;
  gboolean      has_value;
  double        value;
  const char   *value_text;
  guint         place;
  const double *juror_totals;
  guint         n_juror_totals;
  guint         n_recused;
  int           entrant;
  gboolean      has_interval;
  double        low, high;
  guint         look;
} VotumChartRankingEntry;

/**
 * VotumChartRanking:
 * @lang: of the words
 * @title: (nullable): instead of the finding, "A leads by 0.17"
 * @subtitle: (nullable): instead of the explanation of the marks
 * @min: left end of the axis; the bars begin at 0, or here where it is higher
 * @max: the highest possible result; not above @min: the highest there is
 * @n_jurors: in the whole jury
 * @entries: best first
 * @n_entries: how many
 * @percent: of the intervals: 90
 * @unsure: whether the lead is within what the jurors differ by; the finding then says so
 */
typedef struct {
  const char                   *lang;
  const char                   *title;
  const char                   *subtitle;
  double                        min, max;
  guint                         n_jurors;
  const VotumChartRankingEntry *entries;
  guint                         n_entries;
  guint                         percent;
  gboolean                      unsure;
} VotumChartRanking;

VotumChart *votum_chart_ranking_new (const VotumChartRanking *data);

G_END_DECLS
