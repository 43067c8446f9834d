#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean votum_save_file (const char *path, gconstpointer data, gsize size, GError **error);

G_END_DECLS
