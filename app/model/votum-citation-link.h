#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_CITATION_LINK_CITATION,
  VOTUM_CITATION_LINK_START,  /* in characters */
  VOTUM_CITATION_LINK_END,
  VOTUM_CITATION_LINK_NOTE,
  VOTUM_CITATION_LINK_MEASURE,
  VOTUM_CITATION_LINK_SECTION,
  VOTUM_CITATION_LINK_POINT,  /* something the jury agreed */
};

#define VOTUM_TYPE_CITATION_LINK (votum_citation_link_get_type ())
VOTUM_DECLARE_THING (CitationLink, citation_link, CITATION_LINK)

G_END_DECLS
