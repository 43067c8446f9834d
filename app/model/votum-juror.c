#include "votum-config.h"

#include "votum-juror.h"

/**
 * VotumJuror:
 *
 * A member of the jury, or somebody who works for it.
 */

static const char *const roles_choices[] = { "chair", "deputy", "secretary", "juror", "examiner", NULL };

static const VotumField fields[] = {
  [VOTUM_JUROR_NAME] = { "name", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_JUROR_ORGANISATION] = { "organisation", VOTUM_FIELD_LINE },
  [VOTUM_JUROR_EMAIL] = { "email", VOTUM_FIELD_LINE },
  [VOTUM_JUROR_ROLES] = { "roles", VOTUM_FIELD_CHOICES, .choices = roles_choices, .fallback = "juror" },
  [VOTUM_JUROR_POSITION] = { "position", VOTUM_FIELD_INTEGER },
  [VOTUM_JUROR_PUBLIC_KEY] = { "public-key", VOTUM_FIELD_LINE },
  [VOTUM_JUROR_MAIL_LANGUAGE] = { "mail-language", VOTUM_FIELD_LINE, .since = 4 },
};

VOTUM_DEFINE_THING (Juror, juror, JUROR, "juror", fields, NULL)
