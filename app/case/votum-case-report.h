#pragma once

#include "votum-case-result.h"
#include "votum-report.h"

G_BEGIN_DECLS

/* What the jury writes to a finalist, as it is being written, instead of what is stored. */
typedef struct {
  const char *words;
  const char *strengths;       /* one a line */
  const char *opportunities;   /* one a line */
} VotumReportTexts;

/**
 * VotumReportContent:
 * @report: what the finalist is told
 * @warnings: (element-type utf8): sentences in the user's language: what was left out or should be looked at, and why
 *
 * The content of a feedback report. It points into the case: use it before the case is changed.
 */
typedef struct {
  VotumReport report;
  GPtrArray  *warnings;
  /*< private >*/
  GPtrArray  *owned;
} VotumReportContent;

void                votum_report_content_free  (VotumReportContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumReportContent, votum_report_content_free)

VotumThing         *votum_case_find_feedback   (VotumCase *self, VotumThing *entrant, const char *lang);
GPtrArray          *votum_case_reported        (VotumCase *self, VotumStanding *standing);
VotumReportContent *votum_case_report_content  (VotumCase *self, VotumStanding *standing, VotumThing *entrant, const char *lang,
                                                const VotumReportTexts *texts, GError **error);
VotumPaper         *votum_case_report          (VotumCase *self, VotumStanding *standing, VotumThing *entrant, const char *lang,
                                                const VotumReportTexts *texts, GError **error);

G_END_DECLS
