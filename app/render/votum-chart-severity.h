#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartSeverityEntry:
 * @name: of the juror, or a letter for it
 * @has_value: whether there is a severity
 * @value: above 0: severe; below: lenient
 * @has_interval: whether it is known how certain that is
 * @low: of the interval
 * @high: of the interval
 * @n_marked: finalists the juror has marks for
 * @n_recused: finalists the juror is recused from
 * @juror: index in the standing
 */
typedef struct {
  const char *name;
  gboolean    has_value;
  double      value;
  gboolean    has_interval;
  double      low, high;
  guint       n_marked;
  guint       n_recused;
  int         juror;
} VotumChartSeverityEntry;

/**
 * VotumChartSeverity:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable): instead of the explanation of the marks
 * @percent: of the intervals: 95
 * @entries: in any order; the severest is drawn first
 * @n_entries: how many
 */
typedef struct {
  const char                    *lang;
  const char                    *title;
  const char                    *subtitle;
  guint                          percent;
  const VotumChartSeverityEntry *entries;
  guint                          n_entries;
} VotumChartSeverity;

VotumChart *votum_chart_severity_new (const VotumChartSeverity *data);

G_END_DECLS
