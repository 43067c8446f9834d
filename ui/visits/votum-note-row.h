#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumNoteRow:
 *
 * A note in a list: its kind as a word and as the colour of its edge, criterion, time, who may use it, and its words, which
 * are changed in their place.
 */
#define VOTUM_TYPE_NOTE_ROW (votum_note_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumNoteRow, votum_note_row, VOTUM, NOTE_ROW, GtkWidget)

GtkWidget  *votum_note_row_new       (VotumDesk *desk);
void        votum_note_row_set_note  (VotumNoteRow *self, VotumThing *note, const char *beside);
VotumThing *votum_note_row_get_note  (VotumNoteRow *self);
void        votum_note_row_edit      (VotumNoteRow *self);
void        votum_note_row_open_menu (VotumNoteRow *self);
gboolean    votum_note_row_focus_photos (VotumNoteRow *self);

G_END_DECLS
