#pragma once

#include <adwaita.h>

#include "votum-case-phrases.h"
#include "votum-desk.h"
#include "votum-passages.h"

G_BEGIN_DECLS

/* The words of a citation, and below them what those at the caret rest on. Evidence can be dropped between the words.
 * Signals: "edited"; "dropped", when evidence was; "words" (words) -> VotumThing: what words that were pasted rest on. */
#define VOTUM_TYPE_CITATION_WORDS (votum_citation_words_get_type ())
G_DECLARE_FINAL_TYPE (VotumCitationWords, votum_citation_words, VOTUM, CITATION_WORDS, AdwBin)

void           votum_citation_words_set_context (VotumCitationWords *self, VotumDesk *desk, const char *lang, int form, gboolean usable);
GtkWidget     *votum_citation_words_get_view    (VotumCitationWords *self);
VotumPassages *votum_citation_words_get_passages (VotumCitationWords *self);
void           votum_citation_words_begin       (VotumCitationWords *self, const char *text, const GArray *passages);
void           votum_citation_words_take        (VotumCitationWords *self, VotumThing *evidence, const char *words);
gboolean       votum_citation_words_link        (VotumCitationWords *self, VotumThing *evidence);
gboolean       votum_citation_words_leave       (VotumCitationWords *self, VotumThing *evidence);
void           votum_citation_words_write       (VotumCitationWords *self, VotumCitationPart part, const char *phrase);
void           votum_citation_words_select      (VotumCitationWords *self, guint from, guint to);
void           votum_citation_words_show_source (VotumCitationWords *self);

G_END_DECLS
