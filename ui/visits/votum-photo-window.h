#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPhotoWindow:
 *
 * A picture in large, and the others of its note by the arrow keys.
 */
#define VOTUM_TYPE_PHOTO_WINDOW (votum_photo_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumPhotoWindow, votum_photo_window, VOTUM, PHOTO_WINDOW, AdwWindow)

void votum_photo_window_present (GtkWidget *parent, VotumDesk *desk, GPtrArray *attachments, VotumThing *first);

G_END_DECLS
