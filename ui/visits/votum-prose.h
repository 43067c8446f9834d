#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumProse:
 *
 * A few lines of text to be written, as high as they need, with a word about what goes there as long as it is empty. It is named to a screen reader
 * by the same word.
 *
 * Properties: "placeholder", "view" (read-only): the #GtkTextView.
 */
#define VOTUM_TYPE_PROSE (votum_prose_get_type ())
G_DECLARE_FINAL_TYPE (VotumProse, votum_prose, VOTUM, PROSE, GtkWidget)

GtkWidget *votum_prose_new      (const char *placeholder);
GtkWidget *votum_prose_get_view (VotumProse *self);

G_END_DECLS
