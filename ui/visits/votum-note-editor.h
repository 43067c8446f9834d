#pragma once

#include <adwaita.h>

#include "votum-occasion.h"

G_BEGIN_DECLS

/**
 * VotumNoteEditor:
 *
 * Where a note is taken while somebody is talking: words, kind by Ctrl+1 to Ctrl+5, criterion, Enter, the next one. What is
 * typed is kept as it is typed, and what was chosen with it.
 *
 * Signal: "stored" (the note).
 */
#define VOTUM_TYPE_NOTE_EDITOR (votum_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (VotumNoteEditor, votum_note_editor, VOTUM, NOTE_EDITOR, AdwBin)

void votum_note_editor_set_occasion (VotumNoteEditor *self, VotumDesk *desk, VotumOccasion *occasion);
void votum_note_editor_criteria_changed (VotumNoteEditor *self);

G_END_DECLS
