#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In one go; or first beside where it goes, and then there, with what has to be kept before in between. */
gboolean votum_save_file    (const char *path, gconstpointer data, gsize size, GError **error);
char    *votum_save_begin   (const char *path, gconstpointer data, gsize size, GError **error);
gboolean votum_save_finish  (const char *temporary, const char *path, GError **error);
void     votum_save_give_up (const char *temporary);

G_END_DECLS
