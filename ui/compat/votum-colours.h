#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void votum_colours_text   (GtkWidget *widget, GdkRGBA *colour);
void votum_colours_accent (GtkWidget *widget, GdkRGBA *colour);

G_END_DECLS
