#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartStripMark:
 * @value: a juror's own result, or mark
 * @name: of the juror, or the letter that stands for it
 * @juror: index in the standing
 */
typedef struct {
  double      value;
  const char *name;
  int         juror;
} VotumChartStripMark;

/**
 * VotumChartStripEntry:
 * @name: of the finalist
 * @marks: (array length=n_marks): of those jurors who have one
 * @n_marks: how many
 * @n_recused: jurors who are recused
 * @recused: (nullable): their names, as a list
 * @entrant: index in the standing
 */
typedef struct {
  const char                *name;
  const VotumChartStripMark *marks;
  guint                      n_marks;
  guint                      n_recused;
  const char                *recused;
  int                        entrant;
} VotumChartStripEntry;

/**
 * VotumChartStrip:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable): instead of the explanation
 * @criterion: (nullable): name of the criterion that the marks are of; otherwise they are results
 * @leaf: its index in the standing, or -1
 * @entries: best first
 * @n_entries: how many
 */
typedef struct {
  const char                 *lang;
  const char                 *title;
  const char                 *subtitle;
  const char                 *criterion;
  int                         leaf;
  const VotumChartStripEntry *entries;
  guint                       n_entries;
} VotumChartStrip;

VotumChart *votum_chart_strip_new (const VotumChartStrip *data);

G_END_DECLS
