#pragma once

#include "votum-rule-draft.h"

G_BEGIN_DECLS

/* Every step of the rule with its control, and the sentence that will be printed of it. */
#define VOTUM_TYPE_RULE_STEPS (votum_rule_steps_get_type ())
G_DECLARE_FINAL_TYPE (VotumRuleSteps, votum_rule_steps, VOTUM, RULE_STEPS, GtkWidget)

void votum_rule_steps_set_draft (VotumRuleSteps *self, VotumRuleDraft *draft);

G_END_DECLS
