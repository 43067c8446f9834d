#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* The rule: its steps, what they do to one finalist's marks, and how they are printed. */
#define VOTUM_TYPE_RULE_PAGE (votum_rule_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumRulePage, votum_rule_page, VOTUM, RULE_PAGE, GtkWidget)

void votum_rule_page_set_editor (VotumRulePage *self, VotumCriteriaEditor *editor);

G_END_DECLS
