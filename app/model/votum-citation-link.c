#include "votum-config.h"

#include "votum-citation-link.h"

/**
 * VotumCitationLink:
 *
 * A passage of a citation and the evidence it rests on.
 */

static const VotumField fields[] = {
  [VOTUM_CITATION_LINK_CITATION] = { "citation", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_CITATION },
  [VOTUM_CITATION_LINK_START] = { "start", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CITATION_LINK_END] = { "end", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CITATION_LINK_NOTE] = { "note", VOTUM_FIELD_REF, .target = VOTUM_KIND_NOTE },
  [VOTUM_CITATION_LINK_MEASURE] = { "measure", VOTUM_FIELD_REF, .target = VOTUM_KIND_MEASURE },
  [VOTUM_CITATION_LINK_SECTION] = { "section", VOTUM_FIELD_REF, .target = VOTUM_KIND_SECTION },
  [VOTUM_CITATION_LINK_POINT] = { "point", VOTUM_FIELD_REF, .target = VOTUM_KIND_POINT, .since = 4 },
};

VOTUM_DEFINE_THING (CitationLink, citation_link, CITATION_LINK, "citation-link", fields, NULL)
