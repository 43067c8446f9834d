#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/**
 * VotumRuleDraft:
 *
 * The rule of the class somebody looks at, as it stands in the case and as it would be with what is just being typed. The
 * controls and the example look at the latter.
 *
 * Signal: "changed": either has changed.
 */
#define VOTUM_TYPE_RULE_DRAFT (votum_rule_draft_get_type ())
G_DECLARE_FINAL_TYPE (VotumRuleDraft, votum_rule_draft, VOTUM, RULE_DRAFT, GObject)

VotumRuleDraft      *votum_rule_draft_new        (VotumCriteriaEditor *editor);

VotumCriteriaEditor *votum_rule_draft_get_editor (VotumRuleDraft *self);
VotumThing          *votum_rule_draft_get_stored (VotumRuleDraft *self);
VotumThing          *votum_rule_draft_get_tried  (VotumRuleDraft *self);
VotumTerms          *votum_rule_draft_get_terms  (VotumRuleDraft *self, GError **error);
guint                votum_rule_draft_n_rounds   (VotumRuleDraft *self);
GPtrArray           *votum_rule_draft_rounds     (VotumRuleDraft *self);
gboolean             votum_rule_draft_is_own     (VotumRuleDraft *self);

void                 votum_rule_draft_try        (VotumRuleDraft *self, guint field, const char *canonical_text);
gboolean             votum_rule_draft_set        (VotumRuleDraft *self, guint field, const char *canonical_text);
gboolean             votum_rule_draft_write      (VotumRuleDraft *self);
void                 votum_rule_draft_forget     (VotumRuleDraft *self);
gboolean             votum_rule_draft_make       (VotumRuleDraft *self);
gboolean             votum_rule_draft_drop_own   (VotumRuleDraft *self);

G_END_DECLS
