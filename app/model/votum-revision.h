#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_REVISION_JUROR,
  VOTUM_REVISION_ENTRANT,
  VOTUM_REVISION_CRITERION,
  VOTUM_REVISION_ROUND,
  VOTUM_REVISION_POINT,
  VOTUM_REVISION_OLD,  /* not set: not observed */
  VOTUM_REVISION_NEW,  /* not set: not observed */
  VOTUM_REVISION_REASON,
  VOTUM_REVISION_TIME,
  VOTUM_REVISION_BY,  /* who wrote it down */
};

#define VOTUM_TYPE_REVISION (votum_revision_get_type ())
VOTUM_DECLARE_THING (Revision, revision, REVISION)

G_END_DECLS
