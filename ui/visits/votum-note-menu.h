#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumNoteEditFunc:
 * @row: where the note is shown
 *
 * Begins to change its words there.
 */
typedef void (*VotumNoteEditFunc) (GtkWidget *row);

void votum_note_menu_popup  (GtkWidget *row, GtkWidget *beside, VotumDesk *desk, VotumThing *note, VotumNoteEditFunc edit);
void votum_note_menu_remove (VotumDesk *desk, VotumThing *note);

G_END_DECLS
