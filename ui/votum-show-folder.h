#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void votum_show_folder (GtkWidget *widget, GFile *file);

G_END_DECLS
