#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Puts @data in a file, whole or not at all, for its owner's eyes: temporary file, fsync, rename, fsync of the folder. */
gboolean votum_save_file (const char *path, gconstpointer data, gsize size, GError **error);

G_END_DECLS
