#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void votum_names_watch     (void);
void votum_names_set       (GtkWidget *widget, const char *name);
void votum_names_show_only (GtkStack *stack, const char *name);
void votum_names_set_label (GtkButton *button, const char *label);
void votum_names_set_icon  (GtkButton *button, const char *icon_name);
void votum_names_set_tooltip (GtkWidget *widget, const char *text);

G_END_DECLS
