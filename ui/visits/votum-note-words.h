#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

#define VOTUM_N_NOTE_KINDS 5
#define VOTUM_N_NOTE_USES 4
#define VOTUM_N_NOTE_LEVELS 3

/* What the sorts of a note are called and how they look. Kinds have an order on the screen, that of Ctrl+1 to Ctrl+5. */
guint       votum_note_kind_at       (guint place);
const char *votum_note_kind_word     (guint kind);
const char *votum_note_kind_style    (guint kind);
const char *votum_note_use_word      (guint use);
const char *votum_note_use_meaning   (guint use);
const char *votum_note_use_icon      (guint use);
const char *votum_note_level_word    (guint level);
const char *votum_question_state_word (guint state);
const char *votum_question_state_icon (guint state);

char       *votum_note_criterion_name (VotumDesk *desk, gint64 criterion);
char       *votum_note_speaker_line  (VotumThing *note);
char       *votum_note_time          (VotumThing *note, const char *beside);
char       *votum_note_spoken        (VotumDesk *desk, VotumThing *note);

G_END_DECLS
