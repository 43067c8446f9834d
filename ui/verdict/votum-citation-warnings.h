#pragma once

#include <adwaita.h>

#include "votum-case-composer.h"

G_BEGIN_DECLS

/* What a text has to look out for, the gravest first. Signal: "chosen" (start, end), to lead to the words. */
#define VOTUM_TYPE_CITATION_WARNINGS (votum_citation_warnings_get_type ())
G_DECLARE_FINAL_TYPE (VotumCitationWarnings, votum_citation_warnings, VOTUM, CITATION_WARNINGS, AdwBin)

void votum_citation_warnings_show (VotumCitationWarnings *self, GPtrArray *warnings);

G_END_DECLS
