#pragma once

#include <adwaita.h>

#include "votum-case-phrases.h"

G_BEGIN_DECLS

/* The phrase bank in the order of the structure; what the text says already is ticked off. Signal: "chosen" (part, words). */
#define VOTUM_TYPE_PHRASE_MENU (votum_phrase_menu_get_type ())
G_DECLARE_FINAL_TYPE (VotumPhraseMenu, votum_phrase_menu, VOTUM, PHRASE_MENU, GtkPopover)

void votum_phrase_menu_show (VotumPhraseMenu *self, GPtrArray *phrases);

G_END_DECLS
