#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumNoteEdit:
 *
 * The words of a note that is there already, being changed in their place in the list. What is typed is kept as it is typed;
 * when it is left it becomes one change of the case.
 *
 * Signal: "done", when Enter or Escape was pressed.
 */
#define VOTUM_TYPE_NOTE_EDIT (votum_note_edit_get_type ())
G_DECLARE_FINAL_TYPE (VotumNoteEdit, votum_note_edit, VOTUM, NOTE_EDIT, AdwBin)

GtkWidget *votum_note_edit_new    (VotumDesk *desk, VotumThing *note);
gboolean   votum_note_edit_is_kept (VotumDesk *desk, VotumThing *note);

G_END_DECLS
