#pragma once

#include "votum-chart-private.h"
#include "votum-chart-profile.h"

G_BEGIN_DECLS

/* Private: what the profile says in words, and its form for more than four. */

char *votum_chart_profile_finding  (const VotumChart *self);
char *votum_chart_profile_describe (const VotumChart *self);
void  votum_chart_profile_csv      (const VotumChart *self, VotumChartCsv *csv);
/* "Nordlys Kraft, Documented effect: 4.20". (transfer full) */
char *votum_chart_profile_point    (const VotumChartProfile *chart, guint series, guint criterion);
/* At most VOTUM_SERIES_MAX of them. */
void  votum_chart_parallel_draw    (const VotumChartProfile *chart, VotumPen *pen, guint n_series);

G_END_DECLS
