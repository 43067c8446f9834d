#include "votum-config.h"

#include "votum-award.h"

/**
 * VotumAward:
 *
 * One edition of one award; a case holds exactly one.
 */

static const char *const kind_choices[] = { "jury", "mystery-contact", "index", "interview", NULL };
static const char *const visibility_choices[] = { "after-opening", "after-handing-in", "always", NULL };

static const VotumField fields[] = {
  [VOTUM_AWARD_KIND] = { "kind", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = kind_choices, .fallback = "jury" },
  [VOTUM_AWARD_NAME] = { "name", VOTUM_FIELD_TEXTS, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_AWARD_YEAR] = { "year", VOTUM_FIELD_INTEGER },
  [VOTUM_AWARD_ORGANISER] = { "organiser", VOTUM_FIELD_LINE },
  [VOTUM_AWARD_PARTNERS] = { "partners", VOTUM_FIELD_PROSE },
  [VOTUM_AWARD_LANGUAGES] = { "languages", VOTUM_FIELD_LINE },
  [VOTUM_AWARD_PLACE] = { "place", VOTUM_FIELD_LINE },
  [VOTUM_AWARD_CEREMONY] = { "ceremony", VOTUM_FIELD_TIME },
  [VOTUM_AWARD_BLIND] = { "blind", VOTUM_FIELD_BOOLEAN },
  [VOTUM_AWARD_VISIBILITY] = { "visibility", VOTUM_FIELD_CHOICE, .choices = visibility_choices, .fallback = "after-opening" },
  [VOTUM_AWARD_NAMES_FINALISTS] = { "names-finalists", VOTUM_FIELD_BOOLEAN },
  [VOTUM_AWARD_SCALE] = { "scale", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS, .target = VOTUM_KIND_SCALE },
  [VOTUM_AWARD_RULE] = { "rule", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS, .target = VOTUM_KIND_RULE },
  [VOTUM_AWARD_TEMPLATE] = { "template", VOTUM_FIELD_LINE },
  [VOTUM_AWARD_BASIS] = { "basis", VOTUM_FIELD_TEXTS },
  [VOTUM_AWARD_STAGES] = { "stages", VOTUM_FIELD_TEXTS },
  [VOTUM_AWARD_DOCUMENTS] = { "documents", VOTUM_FIELD_TEXTS },
  [VOTUM_AWARD_EMBARGO] = { "embargo", VOTUM_FIELD_TIME, .since = 4 },
  [VOTUM_AWARD_LEADERS_ONLY] = { "leaders-only", VOTUM_FIELD_BOOLEAN, .since = 4 },
};

VOTUM_DEFINE_THING (Award, award, AWARD, "award", fields, NULL)
