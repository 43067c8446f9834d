#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumNoteSearch:
 *
 * All notes that may be seen, found by words of their text, speaker, finalist, criterion or kind, and by choosing of these.
 *
 * Signals: "opened" (a note), "closed".
 */
#define VOTUM_TYPE_NOTE_SEARCH (votum_note_search_get_type ())
G_DECLARE_FINAL_TYPE (VotumNoteSearch, votum_note_search, VOTUM, NOTE_SEARCH, AdwBin)

void votum_note_search_begin   (VotumNoteSearch *self, VotumDesk *desk);
void votum_note_search_changed (VotumNoteSearch *self, VotumChanges *changes);

G_END_DECLS
