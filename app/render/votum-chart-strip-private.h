#pragma once

#include "votum-chart-private.h"
#include "votum-chart-strip.h"

G_BEGIN_DECLS

/* Private: what the strips say in words, and their means. */

double votum_chart_strip_mean     (const VotumChartStripEntry *entry);
double votum_chart_strip_median   (const VotumChartStripEntry *entry);
char  *votum_chart_strip_finding  (const VotumChart *self);
char  *votum_chart_strip_subtitle (const VotumChart *self);
char  *votum_chart_strip_describe (const VotumChart *self);
void   votum_chart_strip_csv      (const VotumChart *self, VotumChartCsv *csv);
/* "Nordlys Kraft: mean 4.95, median 5.00, jurors from 3.90 to 5.40, recused: Ida Berg" (transfer full) */
char  *votum_chart_strip_words    (const VotumChart *self, const VotumChartStripEntry *entry);

G_END_DECLS
