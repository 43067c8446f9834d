#pragma once

#include <adwaita.h>

#include "votum-desk.h"
#include "votum-writing.h"

G_BEGIN_DECLS

/* Where the jury's text is written: with the phrase bank, with what its words rest on, and with what a text of this kind has to
 * look out for. Signal: "edited", when there is something new to look at; "words" (words) -> VotumThing: what words that came by
 * drag or paste rest on. */
#define VOTUM_TYPE_CITATION_EDITOR (votum_citation_editor_get_type ())
G_DECLARE_FINAL_TYPE (VotumCitationEditor, votum_citation_editor, VOTUM, CITATION_EDITOR, AdwBin)

void          votum_citation_editor_show    (VotumCitationEditor *self, VotumDesk *desk, VotumStanding *standing, VotumThing *about,
                                             const char *lang, int form);
void          votum_citation_editor_refresh (VotumCitationEditor *self, VotumStanding *standing);
VotumWriting *votum_citation_editor_get     (VotumCitationEditor *self);
gboolean      votum_citation_editor_is_usable (VotumCitationEditor *self);
void          votum_citation_editor_take    (VotumCitationEditor *self, VotumThing *evidence, const char *words);
void          votum_citation_editor_leave   (VotumCitationEditor *self, VotumThing *evidence);

G_END_DECLS
