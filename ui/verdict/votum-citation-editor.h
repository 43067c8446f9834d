#pragma once

#include <adwaita.h>

#include "votum-case-composer.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* Where the jury's text is written: with what the jury saw beside it, and with what a text of this kind has to look out for.
 * Signal: "edited", when there is something new to look at. */
#define VOTUM_TYPE_CITATION_EDITOR (votum_citation_editor_get_type ())
G_DECLARE_FINAL_TYPE (VotumCitationEditor, votum_citation_editor, VOTUM, CITATION_EDITOR, AdwBin)

void  votum_citation_editor_show             (VotumCitationEditor *self, VotumDesk *desk, VotumStanding *standing, VotumThing *about,
                                              const char *lang, int form);
void  votum_citation_editor_refresh          (VotumCitationEditor *self, VotumStanding *standing);
char *votum_citation_editor_get_text         (VotumCitationEditor *self);
char *votum_citation_editor_get_quote        (VotumCitationEditor *self);
char *votum_citation_editor_get_quote_source (VotumCitationEditor *self);

G_END_DECLS
