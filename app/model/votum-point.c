#include "votum-config.h"

#include "votum-point.h"

/**
 * VotumPoint:
 *
 * A point of the agenda: what the jury talks about, and what it agreed.
 */

static const char *const source_choices[] = { "disagreement", "thin-lead", "alone", "open-question", "own", NULL };
static const char *const state_choices[] = { "open", "agreed", "no-agreement", "left", NULL };

static const VotumField fields[] = {
  [VOTUM_POINT_POSITION] = { "position", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_POINT_ROUND] = { "round", VOTUM_FIELD_REF, .target = VOTUM_KIND_ROUND },
  [VOTUM_POINT_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
  [VOTUM_POINT_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_POINT_CRITERION] = { "criterion", VOTUM_FIELD_REF, .target = VOTUM_KIND_CRITERION },
  [VOTUM_POINT_JUROR] = { "juror", VOTUM_FIELD_REF, .target = VOTUM_KIND_JUROR },
  [VOTUM_POINT_QUESTION] = { "question", VOTUM_FIELD_REF, .target = VOTUM_KIND_QUESTION },
  [VOTUM_POINT_SOURCE] = { "source", VOTUM_FIELD_CHOICE, .choices = source_choices },
  [VOTUM_POINT_TITLE] = { "title", VOTUM_FIELD_LINE },
  [VOTUM_POINT_STATE] = { "state", VOTUM_FIELD_CHOICE, .choices = state_choices, .fallback = "open" },
  [VOTUM_POINT_AGREED] = { "agreed", VOTUM_FIELD_PROSE },
  [VOTUM_POINT_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_POINT_BY] = { "by", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (Point, point, POINT, "point", fields, NULL)
