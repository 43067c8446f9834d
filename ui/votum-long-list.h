#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list that may be long. GtkListView makes 200 rows and measures them all whenever one of them changes; a GtkGridView makes thirty,
 * and more as they come into sight. With one column it is a list: in the .ui it has "max-columns" 1, "accessible-role" list and the
 * style class "long-list", and here it gets what makes it one for the keyboard and for a screen reader. */

/* As many rows as such a grid makes. */
#define VOTUM_LONG_LIST_ROWS 30

void     votum_long_list_prepare (GtkGridView *view);
gboolean votum_long_list_focus   (GtkGridView *view);
void     votum_long_list_name    (GtkWidget *row, const char *name);

G_END_DECLS
