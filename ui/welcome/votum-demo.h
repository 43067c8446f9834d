#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *votum_demo_place       (gboolean afresh);
void   votum_demo_copy_async  (GFile *place, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile *votum_demo_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
