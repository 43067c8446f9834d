#include "votum-config.h"

#include "votum-mark-window.h"

#include <glib/gi18n.h>

#include "votum-case-deliberation.h"
#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-point-words.h"
#include "votum-things.h"

struct _VotumMarkWindow {
  AdwWindow            parent_instance;

  AdwWindowTitle      *heading;
  AdwPreferencesGroup *group;
  AdwEntryRow         *mark_row;
  GtkWidget           *not_observed_row;
  GtkSwitch           *not_observed;
  AdwPreferencesGroup *reason_group;
  GtkTextView         *reason;
  GtkLabel            *problem;
  GtkWidget           *do_button;

  VotumDesk           *desk;
  VotumThing          *point;
  VotumThing          *juror;   /* (nullable): whose mark; NULL: the panel's */
};

G_DEFINE_FINAL_TYPE (VotumMarkWindow, votum_mark_window, ADW_TYPE_WINDOW)

static VotumThing *
thing_of (VotumMarkWindow *self,
          guint            field)
{
  return votum_case_lookup (votum_desk_get_case (self->desk), votum_thing_get_ref (self->point, field));
}

static char *
reason_text (VotumMarkWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
show_problem (VotumMarkWindow *self,
              const GError    *error)
{
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
changed_cb (VotumMarkWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark_row), !gtk_switch_get_active (self->not_observed));
  show_problem (self, NULL);
}

static gboolean
read_value (VotumMarkWindow  *self,
            VotumDecimal     *value,
            GError          **error)
{
  return votum_format_parse (gtk_editable_get_text (GTK_EDITABLE (self->mark_row)), value, error);
}

static gboolean
revise (VotumMarkWindow  *self,
        GError          **error)
{
  g_autofree char *reason = reason_text (self);
  VotumMark mark = { .round = (gint32) votum_thing_get_ref (self->point, VOTUM_POINT_ROUND),
                     .entrant = (gint32) votum_thing_get_ref (self->point, VOTUM_POINT_ENTRANT),
                     .juror = (gint32) votum_thing_get_id (self->juror),
                     .criterion = (gint32) votum_thing_get_ref (self->point, VOTUM_POINT_CRITERION), .state = VOTUM_MARK_NOT_OBSERVED };
  VotumDecimal value;

  if (!gtk_switch_get_active (self->not_observed))
    {
      if (!read_value (self, &value, error))
        return FALSE;
      mark.digits = value.digits;
      mark.scale = value.scale;
      mark.state = VOTUM_MARK_VALUE;
    }

  return votum_case_revise_mark (votum_desk_get_case (self->desk), &mark, self->point, reason, error);
}

static gboolean
agree (VotumMarkWindow  *self,
       GError          **error)
{
  g_autofree char *reason = reason_text (self);
  g_autofree char *text = NULL;
  g_autoptr(VotumThing) consensus = votum_thing_new (VOTUM_KIND_CONSENSUS);
  VotumDecimal value;

  if (!read_value (self, &value, error))
    return FALSE;
  text = votum_decimal_to_string (value);
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_ROUND, votum_thing_get_ref (self->point, VOTUM_POINT_ROUND));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_ENTRANT, votum_thing_get_ref (self->point, VOTUM_POINT_ENTRANT));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_CRITERION, votum_thing_get_ref (self->point, VOTUM_POINT_CRITERION));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_POINT, votum_thing_get_id (self->point));

  return votum_thing_set_from_text (consensus, VOTUM_CONSENSUS_VALUE, text, error) &&
         votum_thing_set_from_text (consensus, VOTUM_CONSENSUS_REASON, *reason != '\0' ? reason : NULL, error) &&
         votum_case_set_consensus (votum_desk_get_case (self->desk), consensus, error);
}

static void
do_cb (VotumMarkWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!(self->juror != NULL ? revise (self, &error) : agree (self, &error)))
    {
      show_problem (self, error);
      return;
    }
  votum_desk_toast (self->desk, TRUE, "%s", self->juror != NULL ? _("The mark is revised") : _("The panel’s mark is recorded"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
votum_mark_window_dispose (GObject *object)
{
  VotumMarkWindow *self = VOTUM_MARK_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->point);
  g_clear_object (&self->juror);

  G_OBJECT_CLASS (votum_mark_window_parent_class)->dispose (object);
}

static void
votum_mark_window_class_init (VotumMarkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_mark_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-mark-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, group);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, mark_row);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, not_observed_row);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, not_observed);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, reason_group);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, do_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, do_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_mark_window_init (VotumMarkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static VotumMarkWindow *
begin (GtkWidget  *parent,
       VotumDesk  *desk,
       VotumThing *point,
       VotumThing *juror)
{
  VotumMarkWindow *self = g_object_new (VOTUM_TYPE_MARK_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *title = votum_point_title (desk, point);
  VotumDecimal lowest, highest;

  self->desk = g_object_ref (desk);
  self->point = g_object_ref (point);
  self->juror = juror != NULL ? g_object_ref (juror) : NULL;
  votum_desk_flush (desk);
  adw_window_title_set_subtitle (self->heading, title);
  if (votum_case_mark_bounds (votum_desk_get_case (desk), thing_of (self, VOTUM_POINT_ROUND), thing_of (self, VOTUM_POINT_ENTRANT),
                              thing_of (self, VOTUM_POINT_CRITERION), &lowest, &highest))
    {
      g_autofree char *low = votum_format_decimal (lowest);
      g_autofree char *high = votum_format_decimal (highest);
      g_autofree char *text = g_strdup_printf (_("The jurors’ marks go from %s to %s."), low, high);

      adw_preferences_group_set_description (self->group, text);
    }

  return self;
}

/**
 * votum_mark_window_revise:
 * @parent: what it was asked from
 * @desk: a desk
 * @point: the point of the agenda
 * @juror: whose mark it is
 */
void
votum_mark_window_revise (GtkWidget  *parent,
                          VotumDesk  *desk,
                          VotumThing *point,
                          VotumThing *juror)
{
  VotumMarkWindow *self = begin (parent, desk, point, juror);
  const VotumMark *mark = votum_case_get_mark (votum_desk_get_case (desk), thing_of (self, VOTUM_POINT_ROUND), thing_of (self, VOTUM_POINT_ENTRANT),
                                               juror, thing_of (self, VOTUM_POINT_CRITERION));

  adw_window_title_set_title (self->heading, _("Revise a Mark"));
  adw_preferences_group_set_description (self->reason_group, _("The juror says why. The old mark, the new one and the reason stand in the protocol."));
  if (mark != NULL && mark->state == VOTUM_MARK_VALUE)
    {
      g_autofree char *value = votum_format_decimal (votum_mark_value (mark));

      gtk_editable_set_text (GTK_EDITABLE (self->mark_row), value);
    }
  show_problem (self, NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->mark_row));
}

/**
 * votum_mark_window_agree:
 * @parent: what it was asked from
 * @desk: a desk
 * @point: the point of the agenda
 */
void
votum_mark_window_agree (GtkWidget  *parent,
                         VotumDesk  *desk,
                         VotumThing *point)
{
  VotumMarkWindow *self = begin (parent, desk, point, NULL);
  VotumThing *consensus = votum_case_find_consensus (votum_desk_get_case (desk), thing_of (self, VOTUM_POINT_ROUND),
                                                     thing_of (self, VOTUM_POINT_ENTRANT), thing_of (self, VOTUM_POINT_CRITERION));

  adw_window_title_set_title (self->heading, _("The Panel’s Mark"));
  adw_preferences_group_set_description (self->reason_group, _("Needed where the mark lies beyond those of the jurors. It stands in the protocol."));
  gtk_widget_set_visible (self->not_observed_row, FALSE);
  if (consensus != NULL)
    {
      g_autofree char *value = votum_thing_field_to_text (consensus, VOTUM_CONSENSUS_VALUE);
      g_autofree char *shown = votum_format_number (value);
      const char *reason = votum_thing_get_text (consensus, VOTUM_CONSENSUS_REASON);

      gtk_editable_set_text (GTK_EDITABLE (self->mark_row), shown);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), reason != NULL ? reason : "", -1);
    }
  show_problem (self, NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->mark_row));
}
