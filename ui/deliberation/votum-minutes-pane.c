#include "votum-config.h"

#include "votum-minutes-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-attendance-row.h"
#include "votum-case-holder.h"
#include "votum-case-minutes.h"
#include "votum-format.h"
#include "votum-minute-row.h"
#include "votum-things.h"
#include "votum-vote-window.h"

struct _VotumMinutesPane {
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkLabel      *heading;
  GtkLabel      *when;
  GtkWidget     *end_button;
  GtkWidget     *begin_box;
  AdwEntryRow   *place_row;
  GtkWidget     *begin_button;
  GtkBox        *suggestions;
  GtkWidget     *scroller;
  GtkExpander   *attendance_box;
  GtkListBox    *attendance;
  GtkListBox    *minutes;
  GtkWidget     *writing;
  GtkDropDown   *kind;
  GtkEntry      *entry;

  VotumDesk     *desk;
  VotumThing    *point;   /* (nullable): what is talked about */
  guint          n_shown;
  gboolean       goes_to_end;   /* with the next row that gets its height */
};

G_DEFINE_FINAL_TYPE (VotumMinutesPane, votum_minutes_pane, GTK_TYPE_WIDGET)

static VotumCase *
case_of (VotumMinutesPane *self)
{
  return votum_desk_get_case (self->desk);
}

/* ---- writing ---- */

static gboolean
write_minute (VotumMinutesPane *self,
              const char       *kind,
              VotumThing       *juror,
              const char       *text)
{
  g_autoptr(VotumThing) minute = votum_thing_new (VOTUM_KIND_MINUTE);
  g_autoptr(GError) error = NULL;
  gboolean out = g_str_equal (kind, "out-of-the-room");

  votum_thing_set_from_text (minute, VOTUM_MINUTE_KIND, kind, NULL);
  votum_thing_set_ref (minute, VOTUM_MINUTE_JUROR, juror != NULL ? votum_thing_get_id (juror) : 0);
  if (self->point != NULL && out)
    votum_thing_set_ref (minute, VOTUM_MINUTE_ENTRANT, votum_thing_get_ref (self->point, VOTUM_POINT_ENTRANT));
  if (self->point != NULL && juror == NULL)
    votum_thing_set_ref (minute, VOTUM_MINUTE_POINT, votum_thing_get_id (self->point));
  if ((text == NULL || votum_thing_set_from_text (minute, VOTUM_MINUTE_TEXT, text, &error)) &&
      votum_case_add_minute (case_of (self), minute, &error))
    return TRUE;
  votum_desk_report (self->desk, g_steal_pointer (&error));

  return FALSE;
}

static void
entry_cb (VotumMinutesPane *self)
{
  static const char *const kinds[] = { "remark", "proposal" };
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (*text == '\0' || kind >= G_N_ELEMENTS (kinds) || !write_minute (self, kinds[kind], NULL, text))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
vote_cb (VotumMinutesPane *self)
{
  votum_vote_window_present (GTK_WIDGET (self), self->desk, self->point);
}

static void
begin_cb (VotumMinutesPane *self)
{
  g_autofree char *place = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place_row))));
  g_autoptr(GError) error = NULL;

  if (!votum_case_begin_meeting (case_of (self), place, &error))
    {
      votum_desk_report (self->desk, g_steal_pointer (&error));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), "");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->attendance)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->attendance)));
}

static void
end_cb (VotumMinutesPane *self)
{
  VotumThing *meeting = votum_case_running_meeting (case_of (self));
  g_autoptr(GError) error = NULL;

  if (meeting == NULL)
    return;
  if (!votum_case_end_meeting (case_of (self), meeting, &error))
    votum_desk_report (self->desk, g_steal_pointer (&error));
  else
    votum_desk_toast (self->desk, TRUE, _("The meeting has ended"));
}

/* ---- who is there ---- */

static void
does_cb (VotumMinutesPane   *self,
         const char         *deed,
         VotumAttendanceRow *row)
{
  write_minute (self, deed, votum_attendance_row_get_juror (row), NULL);
}

static gboolean
is_about (VotumMinutesPane *self,
          VotumThing       *recusal)
{
  gint64 entrant = votum_thing_get_ref (self->point, VOTUM_POINT_ENTRANT);
  gint64 class = votum_thing_get_ref (self->point, VOTUM_POINT_CLASS);
  VotumThing *about = votum_case_lookup (case_of (self), entrant);

  if (class == 0 && about != NULL)
    class = votum_thing_get_ref (about, VOTUM_ENTRANT_CLASS);

  return (entrant != 0 && votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) == entrant) ||
         (class != 0 && votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS) == class);
}

/* How @juror stands to what is talked about: by the degree of the recusal. */
static const char *
say_aside (VotumMinutesPane *self,
           VotumThing       *juror)
{
  GListModel *recusals = votum_case_get_things (case_of (self), VOTUM_KIND_RECUSAL);
  const char *said = NULL;

  for (guint i = 0; self->point != NULL && i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);

      if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) != votum_thing_get_id (juror) || !is_about (self, recusal))
        continue;
      switch (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE))
        {
        case VOTUM_RECUSAL_DEGREE_OUT_OF_THE_ROOM:
          return _("recused: goes out of the room");
        case VOTUM_RECUSAL_DEGREE_DECLARED_ONLY:
          said = said != NULL ? said : _("has declared an interest, and votes");
          break;
        default:
          said = _("recused: stays, without a vote");
          break;
        }
    }

  return said;
}

static void
show_attendance (VotumMinutesPane *self,
                 VotumThing       *meeting)
{
  g_autoptr(GPtrArray) jurors = votum_case_in_order (case_of (self), VOTUM_KIND_JUROR);
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_MINUTE, NULL, NULL);
  g_autofree char *count = NULL;
  guint n_present = 0;
  GtkListBoxRow *row;

  for (guint i = 0; i < jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (jurors, i);
      VotumWhere where = votum_case_where (case_of (self), meeting, juror);

      row = gtk_list_box_get_row_at_index (self->attendance, (int) i);
      if (row == NULL || votum_attendance_row_get_juror (VOTUM_ATTENDANCE_ROW (row)) != juror)
        {
          GtkWidget *made = votum_attendance_row_new (juror);

          g_signal_connect_object (made, "does", G_CALLBACK (does_cb), self, G_CONNECT_SWAPPED);
          gtk_list_box_insert (self->attendance, made, (int) i);
          row = GTK_LIST_BOX_ROW (made);
        }
      votum_attendance_row_show (VOTUM_ATTENDANCE_ROW (row), where, say_aside (self, juror), may);
      n_present += where == VOTUM_WHERE_PRESENT;
    }
  while ((row = gtk_list_box_get_row_at_index (self->attendance, (int) jurors->len)) != NULL)
    gtk_list_box_remove (self->attendance, GTK_WIDGET (row));
  /* TRANSLATORS: members of the jury who are present: "5 of 6 in the room" */
  count = g_strdup_printf (_("%u of %u in the room"), n_present, jurors->len);
  gtk_expander_set_label (self->attendance_box, count);
}

static void
suggested_cb (VotumMinutesPane *self,
              GtkWidget        *button)
{
  write_minute (self, "out-of-the-room", g_object_get_data (G_OBJECT (button), "juror"), NULL);
}

/* Whoever declared to go out for a finalist is asked to when it is talked about. */
static void
show_suggestions (VotumMinutesPane *self,
                  VotumThing       *meeting)
{
  g_autoptr(GPtrArray) out = meeting != NULL && self->point != NULL ? votum_case_should_go_out (case_of (self), meeting, self->point) : NULL;
  VotumThing *entrant = self->point != NULL ? votum_case_lookup (case_of (self), votum_thing_get_ref (self->point, VOTUM_POINT_ENTRANT)) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_box_remove (self->suggestions, child);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), out != NULL && out->len > 0);
  for (guint i = 0; out != NULL && i < out->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (out, i);
      g_autofree char *text = g_strdup_printf (_("%s is recused from %s, and goes out of the room for it."),
                                               votum_thing_get_text (juror, VOTUM_JUROR_NAME), votum_case_entrant_name (case_of (self), entrant));
      GtkWidget *label = gtk_label_new (text);
      GtkWidget *button = gtk_button_new_with_label (_("Out of the Room"));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "juror", g_object_ref (juror), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (suggested_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->suggestions, label);
      gtk_box_append (self->suggestions, button);
    }
}

/* ---- the list ---- */

static VotumMinuteRow *
row_at (VotumMinutesPane *self,
        guint             place)
{
  return (VotumMinuteRow *) gtk_list_box_get_row_at_index (self->minutes, (int) place);
}

static gboolean
to_end_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

/* Once the new row has its height; whoever sets that sets the place back, so only with the frame after it. */
static void
upper_cb (VotumMinutesPane *self)
{
  if (self->goes_to_end)
    gtk_widget_add_tick_callback (self->scroller, to_end_cb, NULL, NULL);
  self->goes_to_end = FALSE;
}

static gboolean
is_in_attendance (VotumMinutesPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->attendance));
}

static void
show_minutes (VotumMinutesPane *self,
              VotumThing       *meeting)
{
  g_autoptr(GPtrArray) minutes = votum_case_minutes (case_of (self), meeting);

  for (guint i = 0; i < minutes->len; i++)
    {
      while (row_at (self, i) != NULL && votum_minute_row_get_minute (row_at (self, i)) != g_ptr_array_index (minutes, i))
        gtk_list_box_remove (self->minutes, GTK_WIDGET (row_at (self, i)));
      if (row_at (self, i) == NULL)
        gtk_list_box_append (self->minutes, votum_minute_row_new (self->desk, g_ptr_array_index (minutes, i)));
      else
        votum_minute_row_show (row_at (self, i));
    }
  while (row_at (self, minutes->len) != NULL)
    gtk_list_box_remove (self->minutes, GTK_WIDGET (row_at (self, minutes->len)));
  gtk_widget_set_visible (GTK_WIDGET (self->minutes), minutes->len > 0);
  /* whoever goes through the jury stays there */
  if (minutes->len > self->n_shown && !is_in_attendance (self))
    self->goes_to_end = TRUE;
  self->n_shown = minutes->len;
}

static void
show_when (VotumMinutesPane *self,
           VotumThing       *meeting)
{
  const char *place = votum_thing_get_text (meeting, VOTUM_MEETING_PLACE);
  g_autofree char *begun = votum_format_time (votum_thing_get_text (meeting, VOTUM_MEETING_BEGUN), VOTUM_TIME_SHORT);
  g_autofree char *ended = votum_thing_is_set (meeting, VOTUM_MEETING_ENDED)
                           ? votum_format_time (votum_thing_get_text (meeting, VOTUM_MEETING_ENDED), VOTUM_TIME_CLOCK) : NULL;
  g_autofree char *when = ended != NULL ? g_strdup_printf (_("%s to %s"), begun, ended) : g_strdup_printf (_("since %s"), begun);
  g_autofree char *both = place != NULL && *place != '\0' ? g_strdup_printf ("%s, %s", place, when) : g_strdup (when);

  gtk_label_set_text (self->when, both);
}

static void
update (VotumMinutesPane *self)
{
  VotumThing *last = votum_case_last_meeting (case_of (self));
  VotumThing *running = votum_case_running_meeting (case_of (self));
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_MINUTE, NULL, &error);

  gtk_label_set_text (self->heading, running != NULL ? _("The Meeting") : last != NULL ? _("The Last Meeting") : _("Minutes"));
  gtk_widget_set_visible (GTK_WIDGET (self->when), last != NULL);
  gtk_widget_set_visible (self->end_button, running != NULL && may);
  gtk_widget_set_visible (self->begin_box, running == NULL);
  gtk_widget_set_sensitive (self->begin_box, may);
  gtk_widget_set_tooltip_text (self->begin_button, may ? NULL : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->attendance_box), running != NULL);
  gtk_widget_set_visible (self->writing, running != NULL && may);
  show_suggestions (self, running);
  if (running != NULL)
    show_attendance (self, running);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes), last != NULL);
  if (last == NULL)
    return;
  show_when (self, last);
  show_minutes (self, last);
}

static void
changed_cb (VotumMinutesPane *self)
{
  update (self);
}

static void
votum_minutes_pane_dispose (GObject *object)
{
  VotumMinutesPane *self = VOTUM_MINUTES_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_object (&self->point);

  G_OBJECT_CLASS (votum_minutes_pane_parent_class)->dispose (object);
}

static void
votum_minutes_pane_class_init (VotumMinutesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_minutes_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-minutes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, box);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, heading);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, when);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, end_button);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, begin_box);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, place_row);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, begin_button);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, suggestions);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, attendance_box);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, attendance);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, minutes);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, writing);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, kind);
  gtk_widget_class_bind_template_child (widget_class, VotumMinutesPane, entry);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, vote_cb);
}

static void
votum_minutes_pane_init (VotumMinutesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "notify::upper", G_CALLBACK (upper_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * votum_minutes_pane_set_desk:
 * @self: a pane
 * @desk: whose case it shows
 */
void
votum_minutes_pane_set_desk (VotumMinutesPane *self,
                             VotumDesk        *desk)
{
  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * votum_minutes_pane_set_point:
 * @self: a pane
 * @point: (nullable): what is talked about now
 */
void
votum_minutes_pane_set_point (VotumMinutesPane *self,
                              VotumThing       *point)
{
  if (g_set_object (&self->point, point) && self->desk != NULL)
    update (self);
}
