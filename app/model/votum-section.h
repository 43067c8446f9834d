#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_SECTION_ENTRANT,
  VOTUM_SECTION_POSITION,
  VOTUM_SECTION_HEADING,
  VOTUM_SECTION_LANGUAGE,
  VOTUM_SECTION_CRITERION,  /* the criterion it answers */
  VOTUM_SECTION_TEXT,
};

#define VOTUM_TYPE_SECTION (votum_section_get_type ())
VOTUM_DECLARE_THING (Section, section, SECTION)

G_END_DECLS
