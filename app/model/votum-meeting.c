#include "votum-config.h"

#include "votum-meeting.h"

/**
 * VotumMeeting:
 *
 * A meeting of the jury, which minutes are taken of.
 */

static const VotumField fields[] = {
  [VOTUM_MEETING_NAME] = { "name", VOTUM_FIELD_LINE },
  [VOTUM_MEETING_POSITION] = { "position", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_MEETING_PLACE] = { "place", VOTUM_FIELD_LINE },
  [VOTUM_MEETING_BEGUN] = { "begun", VOTUM_FIELD_TIME },
  [VOTUM_MEETING_ENDED] = { "ended", VOTUM_FIELD_TIME },
};

VOTUM_DEFINE_THING (Meeting, meeting, MEETING, "meeting", fields, NULL)
