#include "votum-config.h"

#include "votum-minute.h"

/**
 * VotumMinute:
 *
 * What happened in a meeting, as it happened.
 */

static const char *const kind_choices[] = { "present", "left", "returned", "out-of-the-room", "proposal", "vote", "decision", "remark", NULL };
static const char *const outcome_choices[] = { "carried", "rejected", "tied", "withdrawn", NULL };

static const VotumField fields[] = {
  [VOTUM_MINUTE_MEETING] = { "meeting", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_MEETING },
  [VOTUM_MINUTE_POSITION] = { "position", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_MINUTE_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_MINUTE_KIND] = { "kind", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_REQUIRED, .choices = kind_choices },
  [VOTUM_MINUTE_JUROR] = { "juror", VOTUM_FIELD_REF, .target = VOTUM_KIND_JUROR },
  [VOTUM_MINUTE_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_MINUTE_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
  [VOTUM_MINUTE_ROUND] = { "round", VOTUM_FIELD_REF, .target = VOTUM_KIND_ROUND },
  [VOTUM_MINUTE_POINT] = { "point", VOTUM_FIELD_REF, .target = VOTUM_KIND_POINT },
  [VOTUM_MINUTE_TEXT] = { "text", VOTUM_FIELD_PROSE },
  [VOTUM_MINUTE_VOTES_FOR] = { "votes-for", VOTUM_FIELD_INTEGER },
  [VOTUM_MINUTE_VOTES_AGAINST] = { "votes-against", VOTUM_FIELD_INTEGER },
  [VOTUM_MINUTE_ABSTAINED] = { "abstained", VOTUM_FIELD_INTEGER },
  [VOTUM_MINUTE_OUTCOME] = { "outcome", VOTUM_FIELD_CHOICE, .choices = outcome_choices },
  [VOTUM_MINUTE_BY] = { "by", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (Minute, minute, MINUTE, "minute", fields, NULL)
