#pragma once

#include <adwaita.h>

#include "votum-occasion.h"

G_BEGIN_DECLS

/**
 * VotumQuestionList:
 *
 * What a submission claims and a visit is to confirm, question by question.
 */
#define VOTUM_TYPE_QUESTION_LIST (votum_question_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumQuestionList, votum_question_list, VOTUM, QUESTION_LIST, AdwBin)

void votum_question_list_set_occasion (VotumQuestionList *self, VotumDesk *desk, VotumOccasion *occasion);
void votum_question_list_changed      (VotumQuestionList *self, VotumChanges *changes);

G_END_DECLS
