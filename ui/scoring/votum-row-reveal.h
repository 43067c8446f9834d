#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void votum_row_reveal (GtkWidget *row);

G_END_DECLS
