#include "votum-config.h"

#include "votum-entrant.h"

/**
 * VotumEntrant:
 *
 * Who competes. Never deleted once marked: a withdrawal is a status.
 */

static const char *const kind_choices[] = { "organisation", "person", NULL };
static const char *const status_choices[] = { "entered", "shortlisted", "finalist", "withdrawn", "disqualified", NULL };

static const VotumField fields[] = {
  [VOTUM_ENTRANT_NAME] = { "name", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_ENTRANT_KIND] = { "kind", VOTUM_FIELD_CHOICE, .choices = kind_choices, .fallback = "organisation" },
  [VOTUM_ENTRANT_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
  [VOTUM_ENTRANT_ALIAS] = { "alias", VOTUM_FIELD_LINE },
  [VOTUM_ENTRANT_STATUS] = { "status", VOTUM_FIELD_CHOICE, .choices = status_choices, .fallback = "entered" },
  [VOTUM_ENTRANT_POSITION] = { "position", VOTUM_FIELD_INTEGER },
  [VOTUM_ENTRANT_PLACE] = { "place", VOTUM_FIELD_LINE },
  [VOTUM_ENTRANT_WEB] = { "web", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (Entrant, entrant, ENTRANT, "entrant", fields, NULL)
