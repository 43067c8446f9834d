#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_MEETING_NAME,
  VOTUM_MEETING_POSITION,
  VOTUM_MEETING_PLACE,
  VOTUM_MEETING_BEGUN,
  VOTUM_MEETING_ENDED,
};

#define VOTUM_TYPE_MEETING (votum_meeting_get_type ())
VOTUM_DECLARE_THING (Meeting, meeting, MEETING)

G_END_DECLS
