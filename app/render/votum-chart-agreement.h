#pragma once

#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartAgreementEntry:
 * @name: of the criterion
 * @value: how far the jurors lie apart on it: a standard deviation; NaN: not known
 * @low: lower end of its interval
 * @high: upper end
 * @widest: (nullable): name of the finalist over whom they lie furthest apart
 * @lowest: the lowest mark there
 * @highest: the highest mark there
 * @criterion: index of the leaf in the standing
 */
typedef struct {
  const char *name;
  double      value, low, high;
  const char *widest;
  double      lowest, highest;
  int         criterion;
} VotumChartAgreementEntry;

/**
 * VotumChartAgreement:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable): instead of the explanation
 * @share: whether the values are hundredths of the scale, since criteria have several scales; otherwise marks
 * @entries: most disagreed first
 * @n_entries: how many
 */
typedef struct {
  const char                     *lang;
  const char                     *title;
  const char                     *subtitle;
  gboolean                        share;
  const VotumChartAgreementEntry *entries;
  guint                           n_entries;
} VotumChartAgreement;

VotumChart *votum_chart_agreement_new (const VotumChartAgreement *data);

G_END_DECLS
