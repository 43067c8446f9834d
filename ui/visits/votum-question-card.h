#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumQuestionCard:
 *
 * A question to check on a visit: its words, its criterion, what was found, and how it stands.
 */
#define VOTUM_TYPE_QUESTION_CARD (votum_question_card_get_type ())
G_DECLARE_FINAL_TYPE (VotumQuestionCard, votum_question_card, VOTUM, QUESTION_CARD, AdwBin)

GtkWidget  *votum_question_card_new          (VotumDesk *desk, VotumThing *question, GPtrArray *criteria);
VotumThing *votum_question_card_get_question (VotumQuestionCard *self);
void        votum_question_card_set_criteria (VotumQuestionCard *self, GPtrArray *criteria);

G_END_DECLS
