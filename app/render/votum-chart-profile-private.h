#pragma once

#include "votum-chart-private.h"
#include "votum-chart-profile.h"

G_BEGIN_DECLS

/* Private: what the profile says in words. */

char *votum_chart_profile_finding  (const VotumChart *self);
char *votum_chart_profile_describe (const VotumChart *self);
void  votum_chart_profile_csv      (const VotumChart *self, VotumChartCsv *csv);

G_END_DECLS
