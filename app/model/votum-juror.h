#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_JUROR_NAME,
  VOTUM_JUROR_ORGANISATION,
  VOTUM_JUROR_EMAIL,
  VOTUM_JUROR_ROLES,
  VOTUM_JUROR_POSITION,
  VOTUM_JUROR_PUBLIC_KEY,  /* base64, once ballots are sealed */
  VOTUM_JUROR_MAIL_LANGUAGE,  /* what the juror is written to in; not set: the award's first */
};

enum {
  VOTUM_JUROR_ROLES_CHAIR,
  VOTUM_JUROR_ROLES_DEPUTY,
  VOTUM_JUROR_ROLES_SECRETARY,
  VOTUM_JUROR_ROLES_JUROR,
  VOTUM_JUROR_ROLES_EXAMINER,
};

#define VOTUM_TYPE_JUROR (votum_juror_get_type ())
VOTUM_DECLARE_THING (Juror, juror, JUROR)

G_END_DECLS
