#pragma once

#include "votum-case-charts.h"
#include "votum-case-robustness.h"

G_BEGIN_DECLS

/* What takes long, on a thread of its own, from a snapshot: the case and the window go on meanwhile. */

void             votum_compare_work_robustness        (const VotumStanding *standing, guint round, GCancellable *cancellable,
                                                       GAsyncReadyCallback callback, gpointer data);
VotumRobustness *votum_compare_work_robustness_finish (GAsyncResult *result, GError **error);
void             votum_compare_work_chart             (const VotumCaseChart *kind, const VotumChartRequest *request, GCancellable *cancellable,
                                                       GAsyncReadyCallback callback, gpointer data);
VotumChart      *votum_compare_work_chart_finish      (GAsyncResult *result, GError **error);

G_END_DECLS
