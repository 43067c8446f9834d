#include "votum-config.h"

#include "votum-citation.h"

/**
 * VotumCitation:
 *
 * The jury's words for the stage and for print.
 */

static const char *const form_choices[] = { "name-first", "name-last", NULL };

static const VotumField fields[] = {
  [VOTUM_CITATION_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
  [VOTUM_CITATION_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_CITATION_LANGUAGE] = { "language", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CITATION_FORM] = { "form", VOTUM_FIELD_CHOICE, .choices = form_choices, .fallback = "name-first" },
  [VOTUM_CITATION_VERSION] = { "version", VOTUM_FIELD_INTEGER, .fallback = "1" },
  [VOTUM_CITATION_TEXT] = { "text", VOTUM_FIELD_PROSE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CITATION_QUOTE] = { "quote", VOTUM_FIELD_PROSE },
  [VOTUM_CITATION_QUOTE_SOURCE] = { "quote-source", VOTUM_FIELD_LINE },
  [VOTUM_CITATION_TIME] = { "time", VOTUM_FIELD_TIME },
};

VOTUM_DEFINE_THING (Citation, citation, CITATION, "citation", fields, NULL)
