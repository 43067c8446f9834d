#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void votum_text_undo_watch (GtkWindow *window);

G_END_DECLS
