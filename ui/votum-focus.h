#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean votum_focus_child (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
