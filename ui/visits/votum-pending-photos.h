#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPendingPhotos:
 *
 * The pictures of a note that is still being written. Their bytes are in the case already; that they belong to the note is kept
 * with the choices for it.
 *
 * Signals: "changed"; "settled": nothing is on its way into the case any more.
 */
#define VOTUM_TYPE_PENDING_PHOTOS (votum_pending_photos_get_type ())
G_DECLARE_FINAL_TYPE (VotumPendingPhotos, votum_pending_photos, VOTUM, PENDING_PHOTOS, AdwBin)

void       votum_pending_photos_set_desk    (VotumPendingPhotos *self, VotumDesk *desk);
GPtrArray *votum_pending_photos_get         (VotumPendingPhotos *self);
void       votum_pending_photos_clear       (VotumPendingPhotos *self);
void       votum_pending_photos_add_files   (VotumPendingPhotos *self, GSList *files);
gboolean   votum_pending_photos_is_taking   (VotumPendingPhotos *self);
gboolean   votum_pending_photos_paste       (VotumPendingPhotos *self, GdkClipboard *clipboard);
void       votum_pending_photos_choose      (VotumPendingPhotos *self);
char      *votum_pending_photos_to_text     (VotumPendingPhotos *self);
void       votum_pending_photos_from_text   (VotumPendingPhotos *self, const char *text);

G_END_DECLS
