#include "votum-config.h"

#include "votum-mark-window.h"

#include <glib/gi18n.h>

#include "votum-case-deliberation.h"
#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-mark-scale.h"
#include "votum-point-words.h"
#include "votum-things.h"

struct _VotumMarkWindow {
  AdwWindow            parent_instance;

  AdwWindowTitle      *heading;
  AdwPreferencesGroup *group;
  AdwEntryRow         *mark_row;
  GtkWidget           *scale_row;
  GtkBox              *scale;       /* a button for each value, where they are few */
  GtkWidget           *not_observed_row;
  GtkSwitch           *not_observed;
  AdwPreferencesGroup *reason_group;
  GtkTextView         *reason;
  GtkLabel            *problem;
  GtkWidget           *do_button;

  VotumDesk           *desk;
  VotumThing          *point;
  VotumThing          *juror;   /* (nullable): whose mark; NULL: the panel's */
  VotumMarkScale      *values;  /* (nullable) */
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
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), !gtk_switch_get_active (self->not_observed));
  show_problem (self, NULL);
}

static gboolean
read_value (VotumMarkWindow  *self,
            VotumDecimal     *value,
            GError          **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->mark_row));
  VotumScale *scale = votum_case_get_scale (votum_desk_get_case (self->desk), thing_of (self, VOTUM_POINT_CRITERION));

  /* what the scale does not have needs no reason first */
  return votum_format_parse (typed, value, error) && (self->juror == NULL || scale == NULL || votum_scale_check_value (scale, *value, error));
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
  g_clear_object (&self->values);

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
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, scale);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkWindow, scale_row);
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

/* ---- the scale ---- */

static void
value_cb (VotumMarkWindow *self,
          GtkWidget       *button)
{
  gtk_editable_set_text (GTK_EDITABLE (self->mark_row), gtk_button_get_label (GTK_BUTTON (button)));
  gtk_widget_grab_focus (GTK_WIDGET (self->mark_row));
}

/* For the hand; whoever types has the row above. */
static void
add_value (VotumMarkWindow *self,
           const char      *value)
{
  g_autofree char *shown = votum_format_number (value);
  g_autofree char *words = votum_mark_scale_describe (self->values, value);
  GtkWidget *button = gtk_button_new_with_label (shown);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, words);
  g_signal_connect_object (button, "clicked", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->scale, button);
}

static void
show_scale (VotumMarkWindow *self)
{
  VotumScale *scale = votum_case_get_scale (votum_desk_get_case (self->desk), thing_of (self, VOTUM_POINT_CRITERION));
  g_autofree char *range = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->scale_row, FALSE);
  if (scale == NULL)
    return;
  self->values = votum_mark_scale_new (self->desk, scale);
  range = votum_mark_scale_range (self->values);
  /* TRANSLATORS: what is typed here, and from where to where it goes: "Mark, 1–6" */
  title = g_strdup_printf (_("Mark, %s"), range);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->mark_row), title);
  for (guint i = 0; i < votum_mark_scale_n_buttons (self->values); i++)
    add_value (self, votum_mark_scale_get_button (self->values, i));
  gtk_widget_set_visible (self->scale_row, votum_mark_scale_n_buttons (self->values) > 0);
}

static void
set_title (VotumMarkWindow *self,
           const char      *title)
{
  adw_window_title_set_title (self->heading, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
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
  show_scale (self);
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
 * @name: what the juror is called here: a name, or a letter
 */
void
votum_mark_window_revise (GtkWidget  *parent,
                          VotumDesk  *desk,
                          VotumThing *point,
                          VotumThing *juror,
                          const char *name)
{
  VotumMarkWindow *self = begin (parent, desk, point, juror);
  const VotumMark *mark = votum_case_get_mark (votum_desk_get_case (desk), thing_of (self, VOTUM_POINT_ROUND), thing_of (self, VOTUM_POINT_ENTRANT),
                                               juror, thing_of (self, VOTUM_POINT_CRITERION));
  g_autofree char *whose = NULL;
  g_autofree char *markup = NULL;

  set_title (self, _("Revise a Mark"));
  adw_preferences_group_set_description (self->reason_group, _("The juror says why. The old mark, the new one and the reason stand in the protocol."));
  if (mark != NULL && mark->state == VOTUM_MARK_VALUE)
    {
      g_autofree char *value = votum_format_decimal (votum_mark_value (mark));

      /* TRANSLATORS: whose mark is being changed, and what it is: "Jon Ante Balto’s mark: 4" */
      whose = g_strdup_printf (_("%s’s mark: %s"), name, value);
      gtk_editable_set_text (GTK_EDITABLE (self->mark_row), value);
    }
  else
    {
      whose = g_strdup_printf (_("%s’s mark: not observed"), name);
    }
  markup = g_markup_escape_text (whose, -1);
  adw_preferences_group_set_title (self->group, markup);
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

  set_title (self, _("The Panel’s Mark"));
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
