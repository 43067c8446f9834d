#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* All of one criterion: its words in each language, where evidence is expected, on what scale or by what figure it counts. */
#define VOTUM_TYPE_CRITERION_DETAIL (votum_criterion_detail_get_type ())
G_DECLARE_FINAL_TYPE (VotumCriterionDetail, votum_criterion_detail, VOTUM, CRITERION_DETAIL, GtkWidget)

void votum_criterion_detail_set_editor (VotumCriterionDetail *self, VotumCriteriaEditor *editor);
void votum_criterion_detail_show       (VotumCriterionDetail *self, VotumThing *criterion);
void votum_criterion_detail_edit_name  (VotumCriterionDetail *self);

G_END_DECLS
