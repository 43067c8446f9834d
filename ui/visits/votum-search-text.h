#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text as it is searched: without regard to case and accents, so that "maloy" finds "Måløy". */
char          *votum_search_fold       (const char *text);
char         **votum_search_words      (const char *query);
gboolean       votum_search_matches    (const char *folded, const char *const *words);
PangoAttrList *votum_search_mark       (const char *text, const char *const *words);

G_END_DECLS
