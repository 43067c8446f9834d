#pragma once

#include "votum-case-charts.h"
#include "votum-case-private.h"

G_BEGIN_DECLS

/* Private: the builders of the charts, one a kind, listed in votum-case-charts.c, and what they share. */

VotumChart *votum_case_chart_acceptability (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_contributions (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_profile (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_ranking (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_rounds (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_visit (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_methods (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_severity (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_agreement (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_heatmap (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_strip (const VotumChartRequest *request, GError **error);
VotumChart *votum_case_chart_weights (const VotumChartRequest *request, GError **error);

/* Whether the jurors who marked both could as well have had the second before the first. */
gboolean    votum_case_chart_lead_unsure (VotumStanding *standing, guint round, guint first, guint second);
/* The ends of the scale of marks; both 0 where there is none. */
void        votum_case_chart_scale    (const VotumChartRequest *request, double *min, double *max);
/* With shares the result stays on the scale of the marks; factors multiply it. */
gboolean    votum_case_chart_on_scale (const VotumChartRequest *request);
/* The name of a leaf of the criteria, in the chart's language. (transfer none) */
const char *votum_case_chart_criterion (const VotumChartRequest *request, guint leaf);
/* (transfer none) */
const char *votum_case_chart_entrant  (const VotumChartRequest *request, guint entrant);
/* How charts draw the finalist: 1 and on, by the class’s own order and not by the place, so that the same finalist looks the same in
 * every chart, whatever the weights. It tells no more than the order of the finalists in this copy does. */
guint       votum_case_chart_look     (const VotumChartRequest *request, guint entrant);
/* Whether the marks are one juror's alone, as in a juror's copy before the rounds are opened for it. */
gboolean    votum_case_chart_is_own   (const VotumChartRequest *request);
/* Whether the finalist is among those asked for. */
gboolean    votum_case_chart_chosen   (const VotumChartRequest *request, guint entrant);

G_END_DECLS
