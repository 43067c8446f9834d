#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_VISIT_ENTRANT,
  VOTUM_VISIT_PLANNED,
  VOTUM_VISIT_STARTED,
  VOTUM_VISIT_ENDED,
  VOTUM_VISIT_PLACE,
  VOTUM_VISIT_JURORS,  /* who was there */
  VOTUM_VISIT_HOSTS,
  VOTUM_VISIT_PLAN,  /* what to look for */
};

#define VOTUM_TYPE_VISIT (votum_visit_get_type ())
VOTUM_DECLARE_THING (Visit, visit, VISIT)

G_END_DECLS
