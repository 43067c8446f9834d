#include "votum-config.h"

#include <math.h>

#include "votum-case-charts-private.h"
#include "votum-case-jurors.h"
#include "votum-chart-severity.h"
#include "votum-error.h"

/* The severity of jurors. */

#define INTERVAL_PERCENT 95

/* How severe each juror is in the round. */
VotumChart *
votum_case_chart_severity (const VotumChartRequest  *request,
                           GError                  **error)
{
  g_autoptr(VotumJurorsReport) report = votum_case_jurors (request->votum_case, request->standing, request->round, VOTUM_JURORS_PLAIN,
                                                           request->lang, request->cancellable, error);
  g_autofree VotumChartSeverityEntry *entries = NULL;
  VotumChartSeverity data = { .lang = request->lang, .percent = INTERVAL_PERCENT };

  if (report == NULL)
    return NULL;
  if (votum_jurors_report_no_severity (report) != NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, votum_jurors_report_no_severity (report));
      return NULL;
    }
  data.n_entries = votum_jurors_report_n_jurors (report);
  data.entries = entries = g_new0 (VotumChartSeverityEntry, data.n_entries);
  for (guint i = 0; i < data.n_entries; i++)
    {
      const VotumJurorLine *line = votum_jurors_report_juror (report, i);

      entries[i] = (VotumChartSeverityEntry) {
        line->name, !isnan (line->severity), line->severity, !isnan (line->margin), line->severity - line->margin,
        line->severity + line->margin, line->n_marked, line->n_recused, (int) line->index
      };
    }

  return votum_chart_severity_new (&data);
}
