#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* The submission, section by section, to be read; or to be changed where it stands. */
#define VOTUM_TYPE_FINALIST_SECTIONS (votum_finalist_sections_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistSections, votum_finalist_sections, VOTUM, FINALIST_SECTIONS, VotumPart)

G_END_DECLS
