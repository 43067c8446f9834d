#include "votum-config.h"

#include "votum-measure.h"

/**
 * VotumMeasure:
 *
 * One figure of one entrant.
 */

static const VotumField fields[] = {
  [VOTUM_MEASURE_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_MEASURE_INDICATOR] = { "indicator", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_INDICATOR },
  [VOTUM_MEASURE_VALUE] = { "value", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_MEASURE_ANSWERS] = { "answers", VOTUM_FIELD_INTEGER },
  [VOTUM_MEASURE_PERIOD] = { "period", VOTUM_FIELD_LINE },
  [VOTUM_MEASURE_SOURCE] = { "source", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (Measure, measure, MEASURE, "measure", fields, NULL)
