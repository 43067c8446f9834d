#include "votum-config.h"

#include "votum-revision.h"

/**
 * VotumRevision:
 *
 * A mark that its juror changed in the deliberation. The mark itself is the new one; the old one is kept here and in the log.
 */

static const VotumField fields[] = {
  [VOTUM_REVISION_JUROR] = { "juror", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_JUROR },
  [VOTUM_REVISION_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_REVISION_CRITERION] = { "criterion", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_CRITERION },
  [VOTUM_REVISION_ROUND] = { "round", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ROUND },
  [VOTUM_REVISION_POINT] = { "point", VOTUM_FIELD_REF, .target = VOTUM_KIND_POINT },
  [VOTUM_REVISION_OLD] = { "old", VOTUM_FIELD_DECIMAL },
  [VOTUM_REVISION_NEW] = { "new", VOTUM_FIELD_DECIMAL },
  [VOTUM_REVISION_REASON] = { "reason", VOTUM_FIELD_PROSE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_REVISION_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_REVISION_BY] = { "by", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (Revision, revision, REVISION, "revision", fields, NULL)
