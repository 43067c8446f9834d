#include "votum-config.h"

#include "votum-vote-window.h"

#include <glib/gi18n.h>

#include "votum-case-minutes.h"
#include "votum-point-words.h"
#include "votum-things.h"

struct _VotumVoteWindow {
  AdwWindow            parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow         *text_row;
  GtkSpinButton       *votes_for;
  GtkSpinButton       *votes_against;
  GtkSpinButton       *abstained;
  GtkLabel            *outcome;
  GtkLabel            *problem;

  VotumDesk           *desk;
  VotumThing          *point;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumVoteWindow, votum_vote_window, ADW_TYPE_WINDOW)

static void
show_outcome (VotumVoteWindow *self)
{
  int yes = gtk_spin_button_get_value_as_int (self->votes_for);
  int no = gtk_spin_button_get_value_as_int (self->votes_against);
  int none = gtk_spin_button_get_value_as_int (self->abstained);

  gtk_label_set_text (self->outcome, yes + no + none == 0            ? _("Count the votes")
                                     : yes > no && no + none == 0    ? _("Carried unanimously")
                                     : yes > no                      ? _("Carried by a majority")
                                     : yes < no                      ? _("Rejected")
                                                                     : _("The vote is tied"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
do_cb (VotumVoteWindow *self)
{
  g_autoptr(VotumThing) minute = votum_thing_new (VOTUM_KIND_MINUTE);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text_row));
  g_autoptr(GError) error = NULL;

  votum_thing_set_from_text (minute, VOTUM_MINUTE_KIND, "vote", NULL);
  votum_thing_set_ref (minute, VOTUM_MINUTE_POINT, self->point != NULL ? votum_thing_get_id (self->point) : 0);
  votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_FOR, gtk_spin_button_get_value_as_int (self->votes_for));
  votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_AGAINST, gtk_spin_button_get_value_as_int (self->votes_against));
  votum_thing_set_number (minute, VOTUM_MINUTE_ABSTAINED, gtk_spin_button_get_value_as_int (self->abstained));
  if (!votum_thing_set_from_text (minute, VOTUM_MINUTE_TEXT, *text != '\0' ? text : NULL, &error) ||
      !votum_case_add_minute (votum_desk_get_case (self->desk), minute, &error))
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  votum_desk_toast (self->desk, TRUE, "%s", gtk_label_get_text (self->outcome));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
votum_vote_window_dispose (GObject *object)
{
  VotumVoteWindow *self = VOTUM_VOTE_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->point);

  G_OBJECT_CLASS (votum_vote_window_parent_class)->dispose (object);
}

static void
votum_vote_window_class_init (VotumVoteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_vote_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-vote-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, group);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, text_row);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, votes_for);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, votes_against);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, abstained);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, problem);
  gtk_widget_class_bind_template_callback_full (widget_class, "changed_cb", G_CALLBACK (show_outcome));
  gtk_widget_class_bind_template_callback (widget_class, do_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_vote_window_init (VotumVoteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_vote_window_present:
 * @parent: what it was asked from
 * @desk: a desk in whose case a meeting is running
 * @point: (nullable): the point that is talked about
 */
void
votum_vote_window_present (GtkWidget  *parent,
                           VotumDesk  *desk,
                           VotumThing *point)
{
  VotumVoteWindow *self = g_object_new (VOTUM_TYPE_VOTE_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *entrant = point != NULL ? votum_case_lookup (votum_case, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT)) : NULL;
  VotumThing *class = point != NULL ? votum_case_lookup (votum_case, votum_thing_get_ref (point, VOTUM_POINT_CLASS)) : NULL;
  VotumThing *meeting = votum_case_running_meeting (votum_case);
  guint n_voters = meeting != NULL ? votum_case_n_voters (votum_case, meeting, entrant, class) : 0;
  g_autofree char *title = point != NULL ? votum_point_title (desk, point) : NULL;
  g_autofree char *voters = g_strdup_printf (ngettext ("%u can vote: in the room, and not recused.", "%u can vote: in the room, and not recused.",
                                                       n_voters), n_voters);

  self->desk = g_object_ref (desk);
  self->point = point != NULL ? g_object_ref (point) : NULL;
  votum_desk_flush (desk);
  gtk_editable_set_text (GTK_EDITABLE (self->text_row), title != NULL ? title : "");
  adw_preferences_group_set_description (self->group, voters);
  show_outcome (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_row));
}
