#include "votum-config.h"

#include "votum-rule-ballot.h"

#include <glib/gi18n.h>

#include "votum-number-entry.h"
#include "votum-rule-row.h"

struct _VotumRuleBallot {
  AdwPreferencesGroup parent_instance;

  VotumRuleDraft   *draft;
  GtkWidget        *points;      /* an entry */
  VotumRuleRow     *points_row;
  VotumNumberEntry *quorum;
  VotumRuleRow     *quorum_row;
  VotumRuleRow     *majority_row;
};

G_DEFINE_FINAL_TYPE (VotumRuleBallot, votum_rule_ballot, ADW_TYPE_PREFERENCES_GROUP)

static const char *const majorities[] = { NULL, "1/2", "2/3", "3/4" };

/* ---- what is changed ---- */

/* A list that cannot be read stays in the entry, and says why. */
static void
points_done_cb (VotumRuleBallot *self)
{
  VotumThing *stored = votum_rule_draft_get_stored (self->draft);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->points))));
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(GError) error = NULL;

  if (stored == NULL || g_strcmp0 (votum_thing_get_text (stored, VOTUM_RULE_ALLOCATION), *text != '\0' ? text : NULL) == 0)
    return;
  if (!votum_terms_parse_allocation (terms, text, &error))
    {
      gtk_widget_add_css_class (self->points, "error");
      votum_rule_row_set_sentence (self->points_row, error->message);
      return;
    }
  gtk_widget_remove_css_class (self->points, "error");
  votum_rule_draft_set (self->draft, VOTUM_RULE_ALLOCATION, *text != '\0' ? text : NULL);
}

static void
quorum_done_cb (VotumRuleBallot *self,
                const char      *canonical)
{
  votum_rule_draft_set (self->draft, VOTUM_RULE_QUORUM, canonical);
}

static void
majority_cb (VotumRuleBallot *self,
             guint            selected)
{
  votum_rule_draft_set (self->draft, VOTUM_RULE_MAJORITY, majorities[selected]);
}

/* ---- what is shown ---- */

static void
show_rule (VotumRuleBallot *self)
{
  VotumThing *stored = votum_rule_draft_get_stored (self->draft);
  const char *points, *majority;
  g_autofree char *quorum = NULL;
  int method;
  guint selected = 0;

  if (stored == NULL)
    return;
  method = votum_thing_get_choice (stored, VOTUM_RULE_METHOD);
  points = votum_thing_get_text (stored, VOTUM_RULE_ALLOCATION);
  majority = votum_thing_get_text (stored, VOTUM_RULE_MAJORITY);
  quorum = votum_thing_field_to_text (stored, VOTUM_RULE_QUORUM);
  for (guint i = 1; i < G_N_ELEMENTS (majorities); i++)
    if (g_strcmp0 (majority, majorities[i]) == 0)
      selected = i;

  gtk_editable_set_text (GTK_EDITABLE (self->points), points != NULL ? points : "");
  votum_number_entry_set_value (self->quorum, quorum);
  votum_rule_row_set_selected (self->majority_row, selected);
  votum_rule_row_show_step (self->points_row, self->draft, VOTUM_RULE_STEP_ALLOCATION,
                 _("Empty: each juror gives as many points as they like. “3x4 2x4 1x4” is three points to four, two to four and one to four."));
  votum_rule_row_show_step (self->quorum_row, self->draft, VOTUM_RULE_STEP_QUORUM, _("Empty: one vote is enough."));
  votum_rule_row_show_step (self->majority_row, self->draft, VOTUM_RULE_STEP_MAJORITY, _("Most votes for come first; nobody has to have a majority."));
  gtk_widget_set_visible (GTK_WIDGET (self->points_row), method == VOTUM_RULE_METHOD_PLACES);
  gtk_widget_set_visible (GTK_WIDGET (self->quorum_row), method == VOTUM_RULE_METHOD_YES_NO);
  gtk_widget_set_visible (GTK_WIDGET (self->majority_row), method == VOTUM_RULE_METHOD_YES_NO);
  gtk_widget_set_visible (GTK_WIDGET (self), method == VOTUM_RULE_METHOD_PLACES || method == VOTUM_RULE_METHOD_YES_NO);
}

/* ---- making it ---- */

static void
make_points_row (VotumRuleBallot *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->points = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->points), "3x4 2x4 1x4");
  gtk_widget_set_valign (self->points, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->points), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Points, and to how many"), -1);
  g_signal_connect_object (self->points, "activate", G_CALLBACK (points_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (points_done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->points, focus);
  self->points_row = VOTUM_RULE_ROW (votum_rule_row_new (_("Points, and to how many"), self->points));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->points_row));
}

static void
make_vote_rows (VotumRuleBallot *self,
                VotumDesk       *desk)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  self->quorum = VOTUM_NUMBER_ENTRY (votum_number_entry_new (desk));
  g_object_set (self->quorum, "whole", TRUE, "optional", TRUE, NULL);
  g_signal_connect_object (self->quorum, "done", G_CALLBACK (quorum_done_cb), self, G_CONNECT_SWAPPED);
  self->quorum_row = VOTUM_RULE_ROW (votum_rule_row_new (_("Fewest votes on each finalist"), GTK_WIDGET (self->quorum)));
  self->majority_row = VOTUM_RULE_ROW (votum_rule_row_new_choice (_("Votes for that carry")));
  gtk_string_list_append (list, _("Any number"));
  gtk_string_list_append (list, _("More than half"));
  gtk_string_list_append (list, _("More than two thirds"));
  gtk_string_list_append (list, _("More than three quarters"));
  votum_rule_row_set_choices (self->majority_row, list);
  g_signal_connect_object (self->majority_row, "chosen", G_CALLBACK (majority_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->quorum_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->majority_row));
}

static void
votum_rule_ballot_dispose (GObject *object)
{
  g_clear_object (&VOTUM_RULE_BALLOT (object)->draft);

  G_OBJECT_CLASS (votum_rule_ballot_parent_class)->dispose (object);
}

static void
votum_rule_ballot_class_init (VotumRuleBallotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_rule_ballot_dispose;
}

static void
votum_rule_ballot_init (VotumRuleBallot *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("The Ballot"));
}

/**
 * votum_rule_ballot_set_draft:
 * @self: a group, once
 * @draft: the rule it shows
 */
void
votum_rule_ballot_set_draft (VotumRuleBallot *self,
                             VotumRuleDraft  *draft)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (draft);

  g_return_if_fail (VOTUM_IS_RULE_BALLOT (self) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  make_points_row (self);
  make_vote_rows (self, votum_criteria_editor_get_desk (editor));
  votum_criteria_editor_guard (editor, self->points);
  votum_criteria_editor_guard (editor, GTK_WIDGET (self->quorum));
  votum_criteria_editor_guard (editor, votum_rule_row_get_control (self->majority_row));
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_rule), self, G_CONNECT_SWAPPED);
  show_rule (self);
}
