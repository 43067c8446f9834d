#pragma once

#include <gtk/gtk.h>

#include "votum-case-phrases.h"

G_BEGIN_DECLS

/* Where new words go in a citation, and how they are put there. */
gboolean votum_citation_place_is_gap  (GtkTextBuffer *buffer);
void     votum_citation_place_next    (GtkTextBuffer *buffer, int form, GtkTextIter *place);
void     votum_citation_place_dropped (GtkTextBuffer *buffer, GtkTextIter *place);
void     votum_citation_place_phrase  (GtkTextBuffer *buffer, int form, VotumCitationPart part, GtkTextIter *place);
guint    votum_citation_place_write   (GtkTextBuffer *buffer, GtkTextIter *place, const char *words, gboolean fill);

G_END_DECLS
