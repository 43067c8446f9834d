#include "votum-config.h"

#include "votum-reveal-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-reveal-view.h"
#include "votum-things.h"

struct _VotumRevealWindow {
  AdwWindow        parent_instance;

  VotumRevealView *view;
  guint            n_steps;
  guint            at;
  gboolean         black;     /* for a while: nothing is lost */
};

G_DEFINE_FINAL_TYPE (VotumRevealWindow, votum_reveal_window, ADW_TYPE_WINDOW)

static void
show_step (VotumRevealWindow *self)
{
  votum_reveal_view_show (self->view, self->black ? 0 : self->at);
}

/* A key after black brings back what was there, and goes no further. */
static void
go_by (VotumRevealWindow *self,
       int                by)
{
  if (self->black)
    self->black = FALSE;
  else
    self->at = (guint) CLAMP ((int) self->at + by, 0, (int) self->n_steps - 1);
  show_step (self);
}

static void
toggle_fullscreen (VotumRevealWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

/* The monitor that @window is on. (transfer none) (nullable) */
static GdkMonitor *
monitor_of (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

/* The one after @monitor, round and round; the same where there is only one. (transfer full) (nullable) */
static GdkMonitor *
monitor_after (GdkMonitor *monitor)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  guint n = g_list_model_get_n_items (monitors);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GdkMonitor) one = g_list_model_get_item (monitors, i);

      if (one == monitor)
        return g_list_model_get_item (monitors, (i + 1) % n);
    }

  return g_list_model_get_item (monitors, 0);
}

/* Where nobody manages windows, there is nobody to make this one fill the screen. */
static void
fill_monitor (VotumRevealWindow *self,
              GdkMonitor        *monitor)
{
  GdkRectangle place = { 0, 0, 1280, 720 };

  if (monitor == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height);
      gtk_window_fullscreen (GTK_WINDOW (self));
      return;
    }
  gdk_monitor_get_geometry (monitor, &place);
  gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
}

static void
move_on (VotumRevealWindow *self)
{
  g_autoptr(GdkMonitor) next = monitor_after (monitor_of (GTK_WINDOW (self)));

  fill_monitor (self, next);
}

static gboolean
key_cb (VotumRevealWindow *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Right:
    case GDK_KEY_KP_Page_Down:
      go_by (self, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Left:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_BackSpace:
      go_by (self, -1);
      return TRUE;
    case GDK_KEY_Home:
      self->at = 0;
      show_step (self);
      return TRUE;
    case GDK_KEY_b:
    case GDK_KEY_B:
    case GDK_KEY_period:
      self->black = !self->black;
      show_step (self);
      return TRUE;
    case GDK_KEY_m:
    case GDK_KEY_M:
      move_on (self);
      return TRUE;
    case GDK_KEY_F11:
      toggle_fullscreen (self);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
clicked_cb (VotumRevealWindow *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY)
    go_by (self, 1);
  else if (button == GDK_BUTTON_SECONDARY)
    go_by (self, -1);
}

static void
motion_cb (VotumRevealWindow *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
votum_reveal_window_class_init (VotumRevealWindowClass *klass)
{
}

static void
votum_reveal_window_init (VotumRevealWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Reveal"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * votum_reveal_has_other_screen:
 * @parent: a window
 *
 * Returns: whether there is another screen than that of @parent, which Reveal then fills
 */
gboolean
votum_reveal_has_other_screen (GtkWindow *parent)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (parent)))) > 1;
}

static void
present (GtkWindow   *parent,
         VotumReveal *reveal)
{
  VotumRevealWindow *self = g_object_new (VOTUM_TYPE_REVEAL_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  g_autoptr(GdkMonitor) other = NULL;

  self->view = VOTUM_REVEAL_VIEW (votum_reveal_view_new (reveal));
  self->n_steps = votum_reveal_n_steps (reveal);
  g_object_bind_property (self, "fullscreened", bar, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  adw_window_set_content (ADW_WINDOW (self), box);
  /* with a second screen the hall sees that one, and the chair keeps the page on the first */
  other = monitor_after (monitor_of (parent));
  fill_monitor (self, other);
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));
}

typedef struct {
  GtkWindow   *parent;
  VotumReveal *reveal;
} Asked;

static void
answered_cb (const char *answer,
             const char *text,
             gpointer    data)
{
  Asked *asked = data;

  if (g_strcmp0 (answer, "reveal") == 0)
    present (asked->parent, asked->reveal);
  g_object_unref (asked->parent);
  votum_reveal_unref (asked->reveal);
  g_free (asked);
}

/* GLib wants seconds; in a case a time may end with its minutes, or be a day. */
static GDateTime *
time_of (const char *iso)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  gsize length = strlen (iso);
  const gsize day = strlen ("2026-11-20"), minutes = strlen ("2026-11-20T18:00");
  g_autofree char *whole = length == day ? g_strconcat (iso, "T00:00:00", NULL)
                           : length >= minutes && iso[minutes] != ':' ? g_strdup_printf ("%.*s:00%s", (int) minutes, iso, iso + minutes)
                                                                      : g_strdup (iso);

  return g_date_time_new_from_iso8601 (whole, here);
}

/* Whether it is too early: (nullable): until when. */
static const char *
embargo_of (VotumDesk *desk)
{
  const char *embargo = votum_thing_get_text (votum_case_get_award (votum_desk_get_case (desk)), VOTUM_AWARD_EMBARGO);
  g_autoptr(GDateTime) until = embargo != NULL ? time_of (embargo) : NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return until != NULL && g_date_time_compare (now, until) < 0 ? embargo : NULL;
}

/**
 * votum_reveal_present:
 * @parent: the window it comes from
 * @desk: the desk
 * @reveal: what is shown
 *
 * Fills the screen with it. Before the end of the award's embargo it asks first.
 */
void
votum_reveal_present (GtkWindow   *parent,
                      VotumDesk   *desk,
                      VotumReveal *reveal)
{
  static const char *const buttons[] = { "cancel", N_("_Cancel"), "reveal", N_("_Show It All the Same"), NULL };
  const char *labels[G_N_ELEMENTS (buttons)] = { buttons[0], _(buttons[1]), buttons[2], _(buttons[3]), NULL };
  const char *embargo = embargo_of (desk);
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;
  Asked *asked;

  if (embargo == NULL)
    {
      present (parent, reveal);
      return;
    }
  when = votum_format_time (embargo, VOTUM_TIME_LONG);
  /* TRANSLATORS: %s is a day and a time of the day. */
  body = g_strdup_printf (_("The result is not to be made public before %s. Is everybody who sees this screen allowed to know it?"), when);
  asked = g_new0 (Asked, 1);
  asked->parent = g_object_ref (parent);
  asked->reveal = votum_reveal_ref (reveal);
  votum_dialogs_ask (GTK_WIDGET (parent), _("Reveal Before the Embargo Ends?"), body, labels, TRUE, answered_cb, asked);
}
