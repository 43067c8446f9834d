#include "votum-config.h"

#include "votum-when-row.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-format.h"
#include "votum-when.h"
#include "votum-wrap.h"

struct _VotumWhenRow {
  AdwActionRow parent_instance;

  GtkWidget   *day;
  GtkWidget   *clock;
  GtkWidget   *button;
  GtkPopover  *popover;
  GtkCalendar *calendar;

  VotumDesk   *desk;
  VotumThing  *thing;
  guint        field;
  int          usual_day;  /* a field whose day is meant where only a clock time is typed; -1: today */
  gboolean     setting;    /* by us, not by somebody */
  gboolean     dirty;      /* typed and not taken */
};

G_DEFINE_FINAL_TYPE (VotumWhenRow, votum_when_row, ADW_TYPE_ACTION_ROW)

static void
today (GDate *date)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
}

static void
show_time (VotumWhenRow *self)
{
  const char *iso = votum_thing_get_text (self->thing, self->field);
  g_autofree char *whole = votum_format_time (iso, VOTUM_TIME_LONG);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  GDate date;
  int hour = -1;
  int minute = 0;

  if (votum_when_from_iso (iso, &date, &hour, &minute))
    day = votum_when_write_date (&date);
  clock = hour >= 0 ? g_strdup_printf ("%02d:%02d", hour, minute) : g_strdup ("");

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->day), day != NULL ? day : "");
  gtk_editable_set_text (GTK_EDITABLE (self->clock), clock);
  self->setting = FALSE;
  self->dirty = FALSE;
  gtk_widget_remove_css_class (self->day, "error");
  gtk_widget_remove_css_class (self->clock, "error");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), whole);
}

static void
refuse (VotumWhenRow *self,
        GtkWidget    *entry,
        const char   *sentence)
{
  gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), sentence);
}

static void
accept (GtkWidget *entry)
{
  gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
usual_day (VotumWhenRow *self,
           GDate        *date)
{
  int hour;
  int minute;

  if (self->usual_day < 0 || !votum_when_from_iso (votum_thing_get_text (self->thing, (guint) self->usual_day), date, &hour, &minute))
    today (date);
}

/* Returns: whether what stands in the entries is a time, or nothing; (out) @iso: it */
static gboolean
read_entries (VotumWhenRow  *self,
              char         **iso)
{
  const char *day = gtk_editable_get_text (GTK_EDITABLE (self->day));
  const char *clock = gtk_editable_get_text (GTK_EDITABLE (self->clock));
  g_autofree char *example = NULL;
  GDate now;
  GDate date;
  guint hour = 0;
  guint minute = 0;

  *iso = NULL;
  today (&now);
  example = votum_when_write_date (&now);
  if (*day == '\0' && *clock == '\0')
    return TRUE;
  usual_day (self, &date);
  if (*day != '\0' && !votum_when_parse_date (day, &now, &date))
    {
      /* TRANSLATORS: %s: today's date as one types it */
      g_autofree char *sentence = g_strdup_printf (_("This is no date. Write it like %s, or “tomorrow”."), example);

      refuse (self, self->day, sentence);
      return FALSE;
    }
  accept (self->day);
  if (*clock != '\0' && !votum_when_parse_clock (clock, &hour, &minute))
    {
      refuse (self, self->clock, _("This is no time of the day. Write it like 10 or 10:30."));
      return FALSE;
    }
  accept (self->clock);
  *iso = votum_when_to_iso (&date, *clock != '\0' ? (int) hour : -1, (int) minute);

  return TRUE;
}

static void
take_cb (VotumWhenRow *self)
{
  g_autofree char *iso = NULL;
  GError *error = NULL;

  if (!self->dirty || self->thing == NULL || !read_entries (self, &iso))
    return;
  self->dirty = FALSE;
  votum_case_edit (votum_desk_get_case (self->desk), self->thing, self->field, iso, NULL, &error);
  votum_desk_report (self->desk, error);
  show_time (self);
}

/* What is understood is told while it is being typed. */
static void
typed_cb (VotumWhenRow *self)
{
  g_autofree char *iso = NULL;
  g_autofree char *whole = NULL;

  if (self->setting || self->thing == NULL)
    return;
  self->dirty = TRUE;
  if (!read_entries (self, &iso))
    return;
  whole = votum_format_time (iso, VOTUM_TIME_LONG);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), whole);
}

static void
stored_changed_cb (VotumWhenRow *self)
{
  if (!self->dirty)
    show_time (self);
}

/* ---- the calendar ---- */

static void
calendar_shown_cb (VotumWhenRow *self)
{
  GDate date;
  GDate now;
  g_autoptr(GDateTime) time = NULL;

  today (&now);
  if (!votum_when_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->day)), &now, &date))
    usual_day (self, &date);
  time = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, time);
  self->setting = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
day_selected_cb (VotumWhenRow *self)
{
  g_autoptr(GDateTime) time = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = NULL;
  GDate date;

  if (self->setting)
    return;
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  day = votum_when_write_date (&date);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
}

/* ---- the row ---- */

static void
votum_when_row_dispose (GObject *object)
{
  VotumWhenRow *self = VOTUM_WHEN_ROW (object);

  g_clear_object (&self->thing);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_when_row_parent_class)->dispose (object);
}

static void
votum_when_row_class_init (VotumWhenRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_when_row_dispose;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-when-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumWhenRow, day);
  gtk_widget_class_bind_template_child (widget_class, VotumWhenRow, clock);
  gtk_widget_class_bind_template_child (widget_class, VotumWhenRow, button);
  gtk_widget_class_bind_template_child (widget_class, VotumWhenRow, popover);
  gtk_widget_class_bind_template_child (widget_class, VotumWhenRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
take_when_left (VotumWhenRow *self,
                GtkWidget    *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static void
votum_when_row_init (VotumWhenRow *self)
{
  self->usual_day = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  take_when_left (self, self->day);
  take_when_left (self, self->clock);
  take_when_left (self, GTK_WIDGET (self->calendar));
}

/**
 * votum_when_row_bind:
 * @self: a row with its title
 * @desk: the desk
 * @thing: the thing whose time it is
 * @field: its field
 */
void
votum_when_row_bind (VotumWhenRow *self,
                     VotumDesk    *desk,
                     VotumThing   *thing,
                     guint         field)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *signal = g_strconcat ("notify::", votum_thing_get_info (thing)->fields[field].name, NULL);
  /* TRANSLATORS: what is typed here: "Planned: day" */
  g_autofree char *day = g_strdup_printf (_("%s: day"), title);
  /* TRANSLATORS: what is typed here: "Planned: time of the day" */
  g_autofree char *clock = g_strdup_printf (_("%s: time of the day"), title);

  g_return_if_fail (VOTUM_IS_WHEN_ROW (self) && self->thing == NULL);

  self->desk = g_object_ref (desk);
  self->thing = g_object_ref (thing);
  self->field = field;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clock), GTK_ACCESSIBLE_PROPERTY_LABEL, clock, -1);
  gtk_widget_set_tooltip_text (self->day, day);
  gtk_widget_set_tooltip_text (self->clock, clock);
  g_signal_connect_object (thing, signal, G_CALLBACK (stored_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "flush", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  show_time (self);
}

/**
 * votum_when_row_set_usual_day:
 * @self: a row
 * @field: a time of the same thing, whose day is meant where only a clock time is typed
 */
void
votum_when_row_set_usual_day (VotumWhenRow *self,
                              guint         field)
{
  g_return_if_fail (VOTUM_IS_WHEN_ROW (self));

  self->usual_day = (int) field;
}
