#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* The languages of the award beside each other, one of which is worked in; those that lack texts say how many. */
#define VOTUM_TYPE_LANGUAGE_SWITCH (votum_language_switch_get_type ())
G_DECLARE_FINAL_TYPE (VotumLanguageSwitch, votum_language_switch, VOTUM, LANGUAGE_SWITCH, GtkWidget)

void  votum_language_switch_set_editor (VotumLanguageSwitch *self, VotumCriteriaEditor *editor);
void  votum_language_switch_set_things (VotumLanguageSwitch *self, GPtrArray *things);

G_END_DECLS
