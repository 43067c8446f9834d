#include "votum-config.h"

#include "votum-wording.h"

/**
 * VotumWording:
 *
 * A citation as it read at one time, kept.
 */

static const VotumField fields[] = {
  [VOTUM_WORDING_CITATION] = { "citation", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_CITATION },
  [VOTUM_WORDING_NUMBER] = { "number", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_WORDING_NAME] = { "name", VOTUM_FIELD_LINE },
  [VOTUM_WORDING_TEXT] = { "text", VOTUM_FIELD_PROSE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_WORDING_QUOTE] = { "quote", VOTUM_FIELD_PROSE },
  [VOTUM_WORDING_QUOTE_SOURCE] = { "quote-source", VOTUM_FIELD_LINE },
  [VOTUM_WORDING_AUTHOR] = { "author", VOTUM_FIELD_LINE },
  [VOTUM_WORDING_TIME] = { "time", VOTUM_FIELD_TIME },
};

VOTUM_DEFINE_THING (Wording, wording, WORDING, "wording", fields, NULL)
