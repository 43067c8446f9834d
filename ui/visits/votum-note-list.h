#pragma once

#include <adwaita.h>

#include "votum-occasion.h"

G_BEGIN_DECLS

/**
 * VotumNoteList:
 *
 * The notes of one occasion that may be seen in this copy of the case. Enter or F2 changes the words of the one with the focus,
 * Delete takes it out, Menu or Shift+F10 has the rest. The arrow keys go from note to note, Tab goes on behind the list.
 *
 * Properties: "newest-first", "n-notes" (read-only). Signal: "left" (whether forward): Tab was pressed.
 */
#define VOTUM_TYPE_NOTE_LIST (votum_note_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumNoteList, votum_note_list, VOTUM, NOTE_LIST, AdwBin)

void  votum_note_list_set_occasion (VotumNoteList *self, VotumDesk *desk, VotumOccasion *occasion);
guint votum_note_list_get_n_notes  (VotumNoteList *self);
void  votum_note_list_show         (VotumNoteList *self, VotumThing *note, gboolean focus);
void  votum_note_list_rights_changed (VotumNoteList *self);

G_END_DECLS
