#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* A note that was found, with what was looked for marked in it. */
#define VOTUM_TYPE_NOTE_HIT (votum_note_hit_get_type ())
G_DECLARE_FINAL_TYPE (VotumNoteHit, votum_note_hit, VOTUM, NOTE_HIT, GtkWidget)

GtkWidget *votum_note_hit_new (VotumDesk *desk);
void       votum_note_hit_set (VotumNoteHit *self, VotumThing *note, const char *const *words);

G_END_DECLS
