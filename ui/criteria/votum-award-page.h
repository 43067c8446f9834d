#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* What there is to say of the award itself: names, place and time, how the jury works, its rounds and classes. */
#define VOTUM_TYPE_AWARD_PAGE (votum_award_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumAwardPage, votum_award_page, VOTUM, AWARD_PAGE, GtkWidget)

void votum_award_page_set_editor (VotumAwardPage *self, VotumCriteriaEditor *editor);
void votum_award_page_go         (VotumAwardPage *self, VotumThing *round);

G_END_DECLS
