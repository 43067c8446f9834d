#pragma once

#include <adwaita.h>

#include "votum-rule-draft.h"

G_BEGIN_DECLS

/**
 * VotumRuleBallot:
 *
 * What a juror's ballot is where no marks are given: how many points go to how many, how many votes there must be, and which
 * share of them carries. Shows only what the method asks for, and nothing where marks are given.
 */
#define VOTUM_TYPE_RULE_BALLOT (votum_rule_ballot_get_type ())
G_DECLARE_FINAL_TYPE (VotumRuleBallot, votum_rule_ballot, VOTUM, RULE_BALLOT, AdwPreferencesGroup)

void votum_rule_ballot_set_draft (VotumRuleBallot *self, VotumRuleDraft *draft);

G_END_DECLS
