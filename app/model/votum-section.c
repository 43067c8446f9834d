#include "votum-config.h"

#include "votum-section.h"

/**
 * VotumSection:
 *
 * A part of an entrant's submission.
 */

static const VotumField fields[] = {
  [VOTUM_SECTION_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_SECTION_POSITION] = { "position", VOTUM_FIELD_INTEGER },
  [VOTUM_SECTION_HEADING] = { "heading", VOTUM_FIELD_LINE },
  [VOTUM_SECTION_LANGUAGE] = { "language", VOTUM_FIELD_LINE },
  [VOTUM_SECTION_CRITERION] = { "criterion", VOTUM_FIELD_REF, .target = VOTUM_KIND_CRITERION },
  [VOTUM_SECTION_TEXT] = { "text", VOTUM_FIELD_PROSE, .flags = VOTUM_FIELD_REQUIRED },
};

VOTUM_DEFINE_THING (Section, section, SECTION, "section", fields, NULL)
