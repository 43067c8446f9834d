#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPhotos:
 *
 * The pictures and files of a desk's notes, and small images of them, made on another thread and kept as long as the desk.
 *
 * Signal: "changed": some note has others now.
 */
#define VOTUM_TYPE_PHOTOS (votum_photos_get_type ())
G_DECLARE_FINAL_TYPE (VotumPhotos, votum_photos, VOTUM, PHOTOS, GObject)

VotumPhotos *votum_photos_of          (VotumDesk *desk);
GPtrArray   *votum_photos_list        (VotumPhotos *self, VotumThing *note);
GdkTexture  *votum_photos_get_small   (VotumPhotos *self, VotumThing *attachment);
void         votum_photos_load_async  (VotumPhotos *self, VotumThing *attachment, int size, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
GdkTexture  *votum_photos_load_finish (VotumPhotos *self, GAsyncResult *result, GError **error);
gboolean     votum_photos_is_picture  (VotumThing *attachment);

#define VOTUM_PHOTO_SMALL 144  /* px: twice what is shown, for screens with small pixels */

G_END_DECLS
