#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A section of a submission, to be read and to choose words from. Signals: "taken" (VotumThing *, words), "closed". */
#define VOTUM_TYPE_SECTION_READER (votum_section_reader_get_type ())
G_DECLARE_FINAL_TYPE (VotumSectionReader, votum_section_reader, VOTUM, SECTION_READER, AdwBin)

void        votum_section_reader_show        (VotumSectionReader *self, VotumDesk *desk, VotumThing *section, gboolean usable);
VotumThing *votum_section_reader_get_section (VotumSectionReader *self);
char       *votum_section_reader_get_chosen  (VotumSectionReader *self);

G_END_DECLS
