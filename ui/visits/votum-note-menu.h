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

gboolean votum_note_may_change (VotumDesk *desk, VotumThing *note, GError **error);

void votum_note_menu_popup  (GtkWidget *row, GtkWidget *beside, VotumDesk *desk, VotumThing *note, VotumNoteEditFunc edit);
void votum_note_menu_remove (VotumDesk *desk, VotumThing *note);

G_END_DECLS
