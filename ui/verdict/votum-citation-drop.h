#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets evidence be dropped into a text, and shows where it would go. Signal: "dropped" (VotumThing *, GtkTextIter *). */
#define VOTUM_TYPE_CITATION_DROP (votum_citation_drop_get_type ())
G_DECLARE_FINAL_TYPE (VotumCitationDrop, votum_citation_drop, VOTUM, CITATION_DROP, GObject)

VotumCitationDrop *votum_citation_drop_new (GtkTextView *view);

G_END_DECLS
