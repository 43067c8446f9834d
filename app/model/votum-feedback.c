#include "votum-config.h"

#include "votum-feedback.h"

/**
 * VotumFeedback:
 *
 * The jury's words to one entrant, for its report.
 */

static const VotumField fields[] = {
  [VOTUM_FEEDBACK_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_FEEDBACK_LANGUAGE] = { "language", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_FEEDBACK_TEXT] = { "text", VOTUM_FIELD_PROSE },
  [VOTUM_FEEDBACK_STRENGTHS] = { "strengths", VOTUM_FIELD_PROSE },
  [VOTUM_FEEDBACK_OPPORTUNITIES] = { "opportunities", VOTUM_FIELD_PROSE },
  [VOTUM_FEEDBACK_TIME] = { "time", VOTUM_FIELD_TIME },
};

VOTUM_DEFINE_THING (Feedback, feedback, FEEDBACK, "feedback", fields, NULL)
