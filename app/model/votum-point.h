#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_POINT_POSITION,
  VOTUM_POINT_ROUND,
  VOTUM_POINT_CLASS,
  VOTUM_POINT_ENTRANT,
  VOTUM_POINT_CRITERION,
  VOTUM_POINT_JUROR,  /* who stands alone */
  VOTUM_POINT_QUESTION,  /* of a visit, still open */
  VOTUM_POINT_SOURCE,  /* what put it on the agenda */
  VOTUM_POINT_TITLE,  /* in own words, where it is not told by what it is about */
  VOTUM_POINT_STATE,
  VOTUM_POINT_AGREED,  /* what the jury agreed */
  VOTUM_POINT_TIME,  /* when */
  VOTUM_POINT_BY,  /* who wrote it down */
};

enum {
  VOTUM_POINT_SOURCE_DISAGREEMENT,
  VOTUM_POINT_SOURCE_THIN_LEAD,
  VOTUM_POINT_SOURCE_ALONE,
  VOTUM_POINT_SOURCE_OPEN_QUESTION,
  VOTUM_POINT_SOURCE_OWN,
};

enum {
  VOTUM_POINT_STATE_OPEN,
  VOTUM_POINT_STATE_AGREED,
  VOTUM_POINT_STATE_NO_AGREEMENT,
  VOTUM_POINT_STATE_LEFT,
};

#define VOTUM_TYPE_POINT (votum_point_get_type ())
VOTUM_DECLARE_THING (Point, point, POINT)

G_END_DECLS
