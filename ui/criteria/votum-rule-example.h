#pragma once

#include "votum-rule-draft.h"

G_BEGIN_DECLS

/* What the rule does to one finalist's marks, step by step, while it is being changed. */
#define VOTUM_TYPE_RULE_EXAMPLE (votum_rule_example_get_type ())
G_DECLARE_FINAL_TYPE (VotumRuleExample, votum_rule_example, VOTUM, RULE_EXAMPLE, GtkWidget)

void votum_rule_example_set_draft (VotumRuleExample *self, VotumRuleDraft *draft);

G_END_DECLS
