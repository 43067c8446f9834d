#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VotumUseChooser:
 *
 * Who may use a note, as a word with its icon, and what that means in the list.
 *
 * Property: "use", one of VOTUM_NOTE_USE_*.
 */
#define VOTUM_TYPE_USE_CHOOSER (votum_use_chooser_get_type ())
G_DECLARE_FINAL_TYPE (VotumUseChooser, votum_use_chooser, VOTUM, USE_CHOOSER, AdwBin)

guint votum_use_chooser_get_use (VotumUseChooser *self);
void  votum_use_chooser_set_use (VotumUseChooser *self, guint use);

G_END_DECLS
