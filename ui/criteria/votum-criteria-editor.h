#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumCriteriaEditor:
 *
 * What the tabs of the criteria page share: which class and which language somebody looks at, whether anything may be changed
 * there, and the reason with which what marking has locked is changed while it is unlocked in this window.
 *
 * Properties: "desk", "class" (nullable), "lang", "may-change" (this copy may), "editable" (it may, and is not locked),
 * "locked" (marking has begun), "reason" (nullable). Signal: "point-at" (thing).
 */
#define VOTUM_TYPE_CRITERIA_EDITOR (votum_criteria_editor_get_type ())
G_DECLARE_FINAL_TYPE (VotumCriteriaEditor, votum_criteria_editor, VOTUM, CRITERIA_EDITOR, GObject)

VotumCriteriaEditor *votum_criteria_editor_new            (VotumDesk *desk);

VotumDesk           *votum_criteria_editor_get_desk       (VotumCriteriaEditor *self);
VotumCase           *votum_criteria_editor_get_case       (VotumCriteriaEditor *self);
VotumThing          *votum_criteria_editor_get_class      (VotumCriteriaEditor *self);
void                 votum_criteria_editor_set_class      (VotumCriteriaEditor *self, VotumThing *class_thing);
VotumThing          *votum_criteria_editor_get_round      (VotumCriteriaEditor *self);
void                 votum_criteria_editor_set_round      (VotumCriteriaEditor *self, VotumThing *round);
VotumThing          *votum_criteria_editor_tree_class     (VotumCriteriaEditor *self);
const char          *votum_criteria_editor_get_lang       (VotumCriteriaEditor *self);
void                 votum_criteria_editor_set_lang       (VotumCriteriaEditor *self, const char *lang);
char               **votum_criteria_editor_langs          (VotumCriteriaEditor *self);
gboolean             votum_criteria_editor_may_change     (VotumCriteriaEditor *self);
gboolean             votum_criteria_editor_is_editable    (VotumCriteriaEditor *self);
gboolean             votum_criteria_editor_is_locked      (VotumCriteriaEditor *self);
const char          *votum_criteria_editor_get_reason     (VotumCriteriaEditor *self);
void                 votum_criteria_editor_unlock         (VotumCriteriaEditor *self, const char *reason);
const char          *votum_criteria_editor_hint           (VotumCriteriaEditor *self);
void                 votum_criteria_editor_guard          (VotumCriteriaEditor *self, GtkWidget *widget);

gboolean             votum_criteria_editor_edit           (VotumCriteriaEditor *self, VotumThing *thing, guint field, const char *canonical_text);
gboolean             votum_criteria_editor_replace        (VotumCriteriaEditor *self, VotumThing *thing, VotumThing *as_it_becomes);
gboolean             votum_criteria_editor_add            (VotumCriteriaEditor *self, VotumThing *new_thing);
gboolean             votum_criteria_editor_remove         (VotumCriteriaEditor *self, VotumThing *thing);
gboolean             votum_criteria_editor_move_to        (VotumCriteriaEditor *self, VotumThing *thing, VotumThing *parent, guint position);
gboolean             votum_criteria_editor_apply          (VotumCriteriaEditor *self, VotumChanges *changes, const char *command, VotumThing *subject);
void                 votum_criteria_editor_point_at       (VotumCriteriaEditor *self, VotumThing *thing);
void                 votum_criteria_editor_set_name       (VotumCriteriaEditor *self, VotumThing *thing, guint field, const char *name);
char                *votum_criteria_editor_name           (VotumCriteriaEditor *self, VotumThing *thing, guint field);

G_END_DECLS
