#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_FEEDBACK_ENTRANT,
  VOTUM_FEEDBACK_LANGUAGE,
  VOTUM_FEEDBACK_TEXT,
  VOTUM_FEEDBACK_STRENGTHS,  /* one a line */
  VOTUM_FEEDBACK_OPPORTUNITIES,  /* one a line */
  VOTUM_FEEDBACK_TIME,
};

#define VOTUM_TYPE_FEEDBACK (votum_feedback_get_type ())
VOTUM_DECLARE_THING (Feedback, feedback, FEEDBACK)

G_END_DECLS
