#pragma once

#include <adwaita.h>

#include "votum-criteria-editor.h"
#include "votum-rule-draft.h"
#include "votum-verdict.h"

G_BEGIN_DECLS

/**
 * VotumRuleRow:
 *
 * A step of the rule: what it is called, the control that changes it, and below both the sentence that says what it does. When
 * it is locked only the control is insensitive: the sentence is there to be read.
 *
 * Signal: "chosen" (place in the list), when somebody has chosen from a list.
 */
#define VOTUM_TYPE_RULE_ROW (votum_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumRuleRow, votum_rule_row, VOTUM, RULE_ROW, AdwPreferencesRow)

GtkWidget *votum_rule_row_new          (const char *title, GtkWidget *control);
GtkWidget *votum_rule_row_new_choice   (const char *title);
GtkWidget *votum_rule_row_get_control  (VotumRuleRow *self);
void       votum_rule_row_set_sentence (VotumRuleRow *self, const char *sentence);
void       votum_rule_row_show_step    (VotumRuleRow *self, VotumRuleDraft *draft, VotumRuleStep step, const char *otherwise);
void       votum_rule_row_set_choices  (VotumRuleRow *self, GtkStringList *choices);
guint      votum_rule_row_n_choices    (VotumRuleRow *self);
void       votum_rule_row_set_selected (VotumRuleRow *self, guint selected);

G_END_DECLS
