#include "votum-config.h"

#include "votum-criterion.h"

/**
 * VotumCriterion:
 *
 * A node of the criteria tree: a group, or a leaf that is judged, measured or observed.
 */

static const char *const kind_choices[] = { "judged", "group", "measured", "observed", NULL };
static const char *const evidence_choices[] = { "submission", "visit", "measure", "interview", NULL };

static const VotumField fields[] = {
  [VOTUM_CRITERION_PARENT] = { "parent", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_CRITERION },
  [VOTUM_CRITERION_CLASS] = { "class", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS, .target = VOTUM_KIND_CLASS },
  [VOTUM_CRITERION_POSITION] = { "position", VOTUM_FIELD_INTEGER },
  [VOTUM_CRITERION_KIND] = { "kind", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = kind_choices, .fallback = "judged" },
  [VOTUM_CRITERION_WEIGHT] = { "weight", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_LOCKS | VOTUM_FIELD_POSITIVE, .fallback = "1" },
  [VOTUM_CRITERION_NAME] = { "name", VOTUM_FIELD_TEXTS, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CRITERION_DESCRIPTION] = { "description", VOTUM_FIELD_TEXTS },
  [VOTUM_CRITERION_LOW] = { "low", VOTUM_FIELD_TEXTS },
  [VOTUM_CRITERION_MIDDLE] = { "middle", VOTUM_FIELD_TEXTS },
  [VOTUM_CRITERION_HIGH] = { "high", VOTUM_FIELD_TEXTS },
  [VOTUM_CRITERION_EVIDENCE] = { "evidence", VOTUM_FIELD_CHOICES, .choices = evidence_choices },
  [VOTUM_CRITERION_SCALE] = { "scale", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS, .target = VOTUM_KIND_SCALE },
  [VOTUM_CRITERION_INDICATOR] = { "indicator", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_LOCKS, .target = VOTUM_KIND_INDICATOR },
};

VOTUM_DEFINE_THING (Criterion, criterion, CRITERION, "criterion", fields, NULL)
