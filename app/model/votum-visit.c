#include "votum-config.h"

#include "votum-visit.h"

/**
 * VotumVisit:
 *
 * The jury at an entrant's, planned or done.
 */

static const VotumField fields[] = {
  [VOTUM_VISIT_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_VISIT_PLANNED] = { "planned", VOTUM_FIELD_TIME },
  [VOTUM_VISIT_STARTED] = { "started", VOTUM_FIELD_TIME },
  [VOTUM_VISIT_ENDED] = { "ended", VOTUM_FIELD_TIME },
  [VOTUM_VISIT_PLACE] = { "place", VOTUM_FIELD_LINE },
  [VOTUM_VISIT_JURORS] = { "jurors", VOTUM_FIELD_REFS, .target = VOTUM_KIND_JUROR },
  [VOTUM_VISIT_HOSTS] = { "hosts", VOTUM_FIELD_PROSE },
  [VOTUM_VISIT_PLAN] = { "plan", VOTUM_FIELD_PROSE },
};

VOTUM_DEFINE_THING (Visit, visit, VISIT, "visit", fields, NULL)
