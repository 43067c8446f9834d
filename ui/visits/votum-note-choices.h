#pragma once

#include "votum-occasion.h"

G_BEGIN_DECLS

/* What has been chosen for a note that is not finished: kind, criterion, speaker, level, use. The choices are a note that is in
 * no case yet; they are kept beside the draft of its words, so that neither is lost without the other. */

VotumThing *votum_note_choices_guess      (VotumCase *votum_case, VotumOccasion *occasion);
char       *votum_note_choices_to_text    (VotumThing *choices);
VotumThing *votum_note_choices_from_text  (VotumCase *votum_case, const char *text);
void        votum_note_choices_next       (VotumThing *choices, VotumCase *votum_case);
VotumThing *votum_note_choices_make     (VotumThing *choices, VotumCase *votum_case, VotumOccasion *occasion, const char *text, GError **error);
GPtrArray  *votum_note_choices_criteria   (VotumCase *votum_case, VotumThing *entrant);
char      **votum_note_choices_speakers   (VotumCase *votum_case, VotumOccasion *occasion);

G_END_DECLS
