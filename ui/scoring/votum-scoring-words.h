#pragma once

#include "votum-badge.h"
#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/* What the page for scoring says about a finalist, in sentences and half sentences. All (transfer full). */
char *votum_scoring_words_facts   (VotumScoringSheet *sheet, VotumThing *entrant);
char *votum_scoring_words_legend  (VotumScoringSheet *sheet, VotumThing *entrant);
char *votum_scoring_words_badge   (VotumScoringSheet *sheet, VotumThing *entrant, VotumBadgeStyle *style);
char *votum_scoring_words_left    (VotumScoringSheet *sheet, VotumThing *entrant);
char *votum_scoring_words_missed  (VotumScoringSheet *sheet);
char *votum_scoring_words_trouble (VotumScoringSheet *sheet, VotumThing *entrant, VotumThing *criterion);
char *votum_scoring_words_recused (VotumScoringSheet *sheet, VotumThing *entrant);
char *votum_scoring_words_points  (VotumScoringSheet *sheet, VotumThing *class_thing);
char *votum_scoring_words_keys    (VotumScoringSheet *sheet, VotumThing *entrant);
void  votum_scoring_words_views  (GtkButton *one, GtkButton *all, gboolean narrow);

G_END_DECLS
