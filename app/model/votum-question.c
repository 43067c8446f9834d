#include "votum-config.h"

#include "votum-question.h"

/**
 * VotumQuestion:
 *
 * A question to check on a visit, and what was found.
 */

static const char *const state_choices[] = { "open", "confirmed", "refuted", "unclear", NULL };

static const VotumField fields[] = {
  [VOTUM_QUESTION_VISIT] = { "visit", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_VISIT },
  [VOTUM_QUESTION_CRITERION] = { "criterion", VOTUM_FIELD_REF, .target = VOTUM_KIND_CRITERION },
  [VOTUM_QUESTION_POSITION] = { "position", VOTUM_FIELD_INTEGER },
  [VOTUM_QUESTION_TEXT] = { "text", VOTUM_FIELD_PROSE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_QUESTION_FINDING] = { "finding", VOTUM_FIELD_PROSE },
  [VOTUM_QUESTION_STATE] = { "state", VOTUM_FIELD_CHOICE, .choices = state_choices, .fallback = "open" },
};

VOTUM_DEFINE_THING (Question, question, QUESTION, "question", fields, NULL)
