#pragma once

#include "votum-case-result.h"
#include "votum-chart.h"
#include "votum-what-if.h"

G_BEGIN_DECLS

/**
 * VotumChartRequest:
 * @votum_case: a case
 * @standing: the result of a class
 * @round: index of the round
 * @lang: language of the words
 * @entrants: (nullable) (element-type VotumThing): the finalists to draw; otherwise the best, or all
 * @criterion: (nullable): the criterion that it is about; otherwise the one that says most
 * @seed: for what is drawn by lot
 * @decided: for a protocol: what was decided, without what only informs about how sure it was
 * @cancellable: (nullable): for what takes time
 *
 * What a chart is to show. Fields that a kind does not know are left aside.
 */
typedef struct {
  VotumCase     *votum_case;
  VotumStanding *standing;
  guint          round;
  const char    *lang;
  GPtrArray     *entrants;
  VotumThing    *criterion;
  guint64        seed;
  gboolean       decided;
  GCancellable  *cancellable;
} VotumChartRequest;

/**
 * VotumCaseChart:
 * @name: of the kind, as on the command line
 * @build: makes the chart; %NULL with a sentence where the case has no data for it
 * @summary: what it shows, in English; to be translated
 */
typedef struct {
  const char  *name;
  VotumChart *(*build) (const VotumChartRequest *request, GError **error);
  const char  *summary;
} VotumCaseChart;

const VotumCaseChart *votum_case_chart_kinds (guint *n);
const VotumCaseChart *votum_case_chart_find  (const char *name);
VotumChart           *votum_case_chart       (const char *name, const VotumChartRequest *request, GError **error);
VotumChart           *votum_case_chart_tried (const VotumChartRequest *request, const VotumWhatIf *model, const double *weights);

G_END_DECLS
