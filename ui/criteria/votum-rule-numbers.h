#pragma once

#include <adwaita.h>

#include "votum-rule-draft.h"

G_BEGIN_DECLS

/* Numbers of a rule that there are several of: a margin for each round, or the weights of the rounds after each round. */
#define VOTUM_TYPE_RULE_NUMBERS (votum_rule_numbers_get_type ())
G_DECLARE_FINAL_TYPE (VotumRuleNumbers, votum_rule_numbers, VOTUM, RULE_NUMBERS, AdwPreferencesRow)

GtkWidget *votum_rule_numbers_new (VotumRuleDraft *draft, guint field);

G_END_DECLS
