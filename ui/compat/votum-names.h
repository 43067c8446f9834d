#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void votum_names_watch     (void);
void votum_names_set       (GtkWidget *widget, const char *name);
void votum_names_show_only (GtkStack *stack, const char *name);

G_END_DECLS
