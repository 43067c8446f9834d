#pragma once

#include "votum-report.h"
#include "votum-verdict-private.h"

G_BEGIN_DECLS

/* Own marks in the field, a row a criterion; nothing where the scale is not known. */
void votum_report_add_chart (VotumPaper *document, const VotumReport *report, const VotumReportRound *round, const char *lang);
/* The section of the marks: what they are, the chart, the table of each round. */
void votum_report_add_marks (VotumPaper *document, const VotumReport *report, const char *lang);

G_END_DECLS
