#pragma once

#include <adwaita.h>

#include "votum-rule-draft.h"

G_BEGIN_DECLS

/**
 * VotumRuleWords:
 *
 * What the rule asks for beside the figures: a comment with some marks, and a second reading of what was given on paper. It
 * changes no result, so that it can be changed also after marking has begun.
 */
#define VOTUM_TYPE_RULE_WORDS (votum_rule_words_get_type ())
G_DECLARE_FINAL_TYPE (VotumRuleWords, votum_rule_words, VOTUM, RULE_WORDS, AdwPreferencesGroup)

void votum_rule_words_set_draft (VotumRuleWords *self, VotumRuleDraft *draft);

G_END_DECLS
