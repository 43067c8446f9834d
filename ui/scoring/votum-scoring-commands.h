#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

char     *votum_scoring_sheet_why_not     (VotumScoringSheet *self, VotumThing *entrant);
gboolean  votum_scoring_sheet_check_may   (VotumScoringSheet *self, VotumThing *entrant);
gboolean  votum_scoring_sheet_next_open   (VotumScoringSheet *self, VotumThing **entrant, VotumThing **criterion);
char     *votum_scoring_sheet_draft_place (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion);

gboolean  votum_scoring_sheet_give        (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion, const char *value);
gboolean  votum_scoring_sheet_comment     (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion, const char *text);
gboolean  votum_scoring_sheet_take_back   (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion);

G_END_DECLS
