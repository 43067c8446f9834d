#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPhotoStrip:
 *
 * Pictures and files in small, one beside the other. A click or Enter shows one in large; Delete takes it out where that is
 * allowed.
 *
 * Signal: "removed" (attachment), only where the strip is removable.
 */
#define VOTUM_TYPE_PHOTO_STRIP (votum_photo_strip_get_type ())
G_DECLARE_FINAL_TYPE (VotumPhotoStrip, votum_photo_strip, VOTUM, PHOTO_STRIP, GtkWidget)

GtkWidget *votum_photo_strip_new (VotumDesk *desk, gboolean removable);
void       votum_photo_strip_set (VotumPhotoStrip *self, GPtrArray *attachments);

G_END_DECLS
