#include "votum-config.h"

#include "votum-vote-window.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-case-minutes.h"
#include "votum-point-words.h"
#include "votum-things.h"
#include "votum-vote-rows.h"

struct _VotumVoteWindow {
  AdwWindow      parent_instance;

  AdwEntryRow   *text_row;
  VotumVoteRows *votes;
  GtkWidget     *finding_group;
  AdwComboRow   *finding_row;
  AdwEntryRow   *reason_row;
  GtkLabel      *outcome;
  GtkLabel      *problem;
  GtkWidget     *do_button;

  VotumDesk     *desk;
  VotumThing    *point;   /* (nullable) */
  VotumThing    *class;   /* (nullable): of what the vote is about; belongs to the case */
  VotumThing    *minute;  /* (nullable): a vote that stands in the minutes and is corrected */
};

G_DEFINE_FINAL_TYPE (VotumVoteWindow, votum_vote_window, ADW_TYPE_WINDOW)

/* What the chair may find, as the row offers it: first what the rule makes of the votes. */
static const char *const findings[] = { NULL, "carried", "rejected", "tied", "withdrawn" };

static const char *
found (VotumVoteWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->finding_row);

  return selected < G_N_ELEMENTS (findings) ? findings[selected] : NULL;
}

static int
judge (VotumVoteWindow *self,
       VotumThing      *minute)
{
  return votum_case_judge_vote (votum_desk_get_case (self->desk), self->class, (guint) votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_FOR),
                                (guint) votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_AGAINST));
}

/* Whether a vote that is corrected has an outcome of the chair's, which stays. */
static gboolean
was_found (VotumVoteWindow *self)
{
  return self->minute != NULL &&
         judge (self, self->minute) != (votum_thing_is_set (self->minute, VOTUM_MINUTE_OUTCOME)
                                          ? votum_thing_get_choice (self->minute, VOTUM_MINUTE_OUTCOME) : -1);
}

static void
show_outcome (VotumVoteWindow *self)
{
  g_autofree char *sentence = NULL;
  gboolean counted, usable;
  VotumVotes votes;

  /* the rows tell of themselves while they are made */
  if (self->desk == NULL)
    return;
  votes = votum_vote_rows_get (self->votes);
  counted = votes.yes + votes.no + votes.abstained > 0;
  usable = counted || g_strcmp0 (found (self), "withdrawn") == 0;
  sentence = votum_case_vote_sentence (votum_desk_get_case (self->desk), self->class, votes.yes, votes.no, votes.abstained);
  gtk_label_set_text (self->outcome, was_found (self) ? _("What the chair found stays") : counted ? sentence : _("Count the votes"));
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), found (self) != NULL && usable && g_strcmp0 (found (self), "withdrawn") != 0);
  gtk_widget_set_sensitive (self->do_button, usable);
  gtk_widget_set_tooltip_text (self->do_button, usable ? NULL : _("Nobody’s vote is counted yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static gboolean
read_vote (VotumVoteWindow  *self,
           VotumThing       *minute,
           GError          **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text_row));
  VotumVotes votes = votum_vote_rows_get (self->votes);

  votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_FOR, votes.yes);
  votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_AGAINST, votes.no);
  votum_thing_set_number (minute, VOTUM_MINUTE_ABSTAINED, votes.abstained);

  return votum_thing_set_from_text (minute, VOTUM_MINUTE_TEXT, *text != '\0' ? text : NULL, error);
}

static gboolean
add (VotumVoteWindow  *self,
     GError          **error)
{
  g_autoptr(VotumThing) minute = votum_thing_new (VOTUM_KIND_MINUTE);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row));

  votum_thing_set_from_text (minute, VOTUM_MINUTE_KIND, "vote", NULL);
  votum_thing_set_ref (minute, VOTUM_MINUTE_POINT, self->point != NULL ? votum_thing_get_id (self->point) : 0);

  return read_vote (self, minute, error) &&
         (found (self) == NULL || votum_thing_set_from_text (minute, VOTUM_MINUTE_OUTCOME, found (self), error)) &&
         votum_case_add_vote (votum_desk_get_case (self->desk), minute, found (self) != NULL ? reason : NULL, error);
}

static gboolean
correct (VotumVoteWindow  *self,
         GError          **error)
{
  g_autoptr(VotumThing) after = votum_thing_copy (self->minute);
  int outcome;

  if (!read_vote (self, after, error))
    return FALSE;
  outcome = judge (self, after);
  if (!was_found (self) &&
      !votum_thing_set_from_text (after, VOTUM_MINUTE_OUTCOME, outcome >= 0 ? findings[outcome + 1] : NULL, error))
    return FALSE;

  return votum_case_replace (votum_desk_get_case (self->desk), self->minute, after, NULL, error);
}

static void
do_cb (VotumVoteWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!(self->minute != NULL ? correct (self, &error) : add (self, &error)))
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  if (self->minute != NULL)
    votum_desk_toast (self->desk, TRUE, "%s", _("The vote is corrected"));
  else
    /* TRANSLATORS: %s is what the vote comes to: "Carried unanimously" */
    votum_desk_toast (self->desk, TRUE, _("The vote is in the minutes: %s"), gtk_label_get_text (self->outcome));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
votum_vote_window_dispose (GObject *object)
{
  VotumVoteWindow *self = VOTUM_VOTE_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->point);
  g_clear_object (&self->minute);

  G_OBJECT_CLASS (votum_vote_window_parent_class)->dispose (object);
}

static void
votum_vote_window_class_init (VotumVoteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_vote_window_dispose;
  g_type_ensure (VOTUM_TYPE_VOTE_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-vote-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, text_row);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, votes);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, finding_group);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, finding_row);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, VotumVoteWindow, do_button);
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

/* What was proposed last on the point, or what the point is about. */
static char *
what_is_voted_on (VotumDesk  *desk,
                  VotumThing *meeting,
                  VotumThing *point)
{
  g_autoptr(GPtrArray) minutes = meeting != NULL ? votum_case_minutes (votum_desk_get_case (desk), meeting) : NULL;
  gint64 about = point != NULL ? votum_thing_get_id (point) : 0;

  for (guint i = minutes != NULL ? minutes->len : 0; i > 0; i--)
    {
      VotumThing *minute = g_ptr_array_index (minutes, i - 1);
      int kind = votum_thing_get_choice (minute, VOTUM_MINUTE_KIND);

      if (votum_thing_get_ref (minute, VOTUM_MINUTE_POINT) != about || kind < VOTUM_MINUTE_KIND_PROPOSAL)
        continue;
      /* a vote has settled what was proposed before it */
      if (kind == VOTUM_MINUTE_KIND_VOTE)
        break;
      if (kind == VOTUM_MINUTE_KIND_PROPOSAL)
        return g_strdup (votum_thing_get_text (minute, VOTUM_MINUTE_TEXT));
    }

  return point != NULL ? votum_point_title (desk, point) : NULL;
}

static VotumVoteWindow *
begin (GtkWidget  *parent,
       VotumDesk  *desk,
       VotumThing *point,
       const char *text)
{
  VotumVoteWindow *self = g_object_new (VOTUM_TYPE_VOTE_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *entrant = point != NULL ? votum_case_lookup (votum_case, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT)) : NULL;
  VotumThing *class = point != NULL ? votum_case_lookup (votum_case, votum_thing_get_ref (point, VOTUM_POINT_CLASS)) : NULL;

  self->desk = g_object_ref (desk);
  self->point = point != NULL ? g_object_ref (point) : NULL;
  self->class = class != NULL || entrant == NULL ? class : votum_case_lookup (votum_case, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  votum_desk_flush (desk);
  gtk_editable_set_text (GTK_EDITABLE (self->text_row), text != NULL ? text : "");

  return self;
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
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *entrant = point != NULL ? votum_case_lookup (votum_case, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT)) : NULL;
  VotumThing *class = point != NULL ? votum_case_lookup (votum_case, votum_thing_get_ref (point, VOTUM_POINT_CLASS)) : NULL;
  VotumThing *meeting = votum_case_running_meeting (votum_case);
  guint n_voters = meeting != NULL ? votum_case_n_voters (votum_case, meeting, entrant, class) : 0;
  g_autofree char *title = what_is_voted_on (desk, meeting, point);
  g_autofree char *voters = g_strdup_printf (ngettext ("%u can vote: in the room, and not recused.", "%u can vote: in the room, and not recused.",
                                                       n_voters), n_voters);
  VotumVoteWindow *self = begin (parent, desk, point, title);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->votes), voters);
  show_outcome (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_row));
}

/**
 * votum_vote_window_correct:
 * @parent: what it was asked from
 * @desk: a desk
 * @minute: a vote that stands in the minutes
 *
 * What stood there before stays in the log.
 */
void
votum_vote_window_correct (GtkWidget  *parent,
                           VotumDesk  *desk,
                           VotumThing *minute)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumVotes votes = { (guint) votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_FOR),
                       (guint) votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_AGAINST),
                       (guint) votum_thing_get_number (minute, VOTUM_MINUTE_ABSTAINED) };
  VotumVoteWindow *self = begin (parent, desk, votum_case_lookup (votum_case, votum_thing_get_ref (minute, VOTUM_MINUTE_POINT)),
                                 votum_thing_get_text (minute, VOTUM_MINUTE_TEXT));

  self->minute = g_object_ref (minute);
  gtk_window_set_title (GTK_WINDOW (self), _("Correct the Vote"));
  gtk_widget_set_visible (self->finding_group, FALSE);
  votum_vote_rows_set (self->votes, &votes);
  show_outcome (self);
  gtk_window_present (GTK_WINDOW (self));
  votum_vote_rows_grab (self->votes);
}
