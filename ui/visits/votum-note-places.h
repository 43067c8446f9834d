#pragma once

#include "votum-desk.h"
#include "votum-occasion.h"

G_BEGIN_DECLS

void votum_note_places_take    (VotumDesk *desk, VotumOccasion *occasion, char **note_place, char **choices_place);
void votum_note_places_release (VotumDesk *desk, const char *note_place);

G_END_DECLS
