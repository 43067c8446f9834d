#include "votum-config.h"

#include "votum-window-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-application.h"
#include "votum-decision-window.h"
#include "votum-demo.h"
#include "votum-dialogs.h"
#include "votum-find-window.h"
#include "votum-format.h"
#include "votum-hand-in-window.h"
#include "votum-later-window.h"
#include "votum-log-window.h"
#include "votum-new-case.h"
#include "votum-recent-cases.h"
#include "votum-shortcuts-window.h"
#include "votum-sidebar.h"
#include "votum-text-undo.h"
#include "votum-window-private.h"

/* Undo goes through the window; but where words are being typed, the text's own undo comes first. */
static void
reverse_step (VotumWindow          *self,
              gboolean            (*reverse) (VotumCase *, GError **),
              const VotumLogEntry *(*entry_of) (VotumCase *),
              const char           *said)
{
  VotumDesk *desk = votum_window_get_desk (self);
  g_autofree char *name = NULL;
  const VotumLogEntry *entry;
  GError *error = NULL;

  if (desk == NULL)
    return;
  votum_desk_flush (desk);
  entry = entry_of (votum_desk_get_case (desk));
  if (entry == NULL)
    return;

  name = votum_desk_step_name (desk, entry);
  reverse (votum_desk_get_case (desk), &error);
  if (votum_desk_report (desk, error))
    {
      g_autofree char *text = votum_format_fill (said, name);

      votum_window_toast (self, text, FALSE);
    }
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  /* TRANSLATORS: "Undone: mark for Nordlys Kraft" */
  reverse_step (VOTUM_WINDOW (widget), votum_case_undo, votum_case_undo_entry, _("Undone: %s"));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  reverse_step (VOTUM_WINDOW (widget), votum_case_redo, votum_case_redo_entry, _("Redone: %s"));
}

/* In the whole case. */
static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VotumDesk *desk = votum_window_get_desk (VOTUM_WINDOW (widget));

  if (desk != NULL)
    votum_find_window_present (GTK_WINDOW (widget), desk);
}

/* On the page that is shown; where it has nothing to search of its own, in the whole case. */
static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VotumStepPage *page = votum_window_get_shown_page (VOTUM_WINDOW (widget));

  if (page != NULL && !votum_step_page_search (page))
    find_action (widget, action_name, parameter);
}

static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  votum_window_go (VOTUM_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

/* The place of a step in the sidebar, from 1 */
static void
go_nth_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VotumDesk *desk = votum_window_get_desk (VOTUM_WINDOW (widget));
  const VotumStep *step = desk != NULL ? votum_steps_nth (votum_desk_get_case (desk), g_variant_get_int32 (parameter) - 1) : NULL;

  if (step != NULL)
    votum_window_go (VOTUM_WINDOW (widget), step->name, NULL);
}

static void
sidebar_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  votum_window_toggle_sidebar (VOTUM_WINDOW (widget));
}

static void
open_file (VotumWindow *self,
           GFile       *file)
{
  votum_application_open_file (VOTUM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file, GTK_WINDOW (self), NULL);
}

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autoptr(VotumWindow) self = data;

  if (file != NULL)
    open_file (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  static const char *const patterns[] = { "*.votum", NULL };
  const VotumFileChoice choice = {
    .title = _("Open a Case"), .accept = _("_Open"), .filter_name = _("Cases of Votum"), .patterns = patterns,
  };

  votum_dialogs_choose_file (widget, &choice, file_chosen_cb, g_object_ref (widget));
}

static void
open_file_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (VOTUM_WINDOW (widget), file);
}

static void
new_window_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VotumWindow *self = VOTUM_WINDOW (widget);
  VotumWindow *other = votum_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (other), width, height);
  if (votum_window_get_desk (self) != NULL)
    votum_window_set_desk (other, votum_window_get_desk (self));
  gtk_window_present (GTK_WINDOW (other));
}

static void
new_case_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  votum_new_case_present (VOTUM_WINDOW (widget));
}

static void
demo_copied_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VotumWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = votum_demo_copy_finish (result, &error);

  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  if (file == NULL)
    votum_dialogs_tell (GTK_WIDGET (self), _("There is no demo case"), error->message);
  else
    open_file (self, file);
}

static void
open_demo (VotumWindow *self,
           gboolean     afresh)
{
  g_autoptr(GFile) place = votum_demo_place (afresh);

  if (g_file_query_exists (place, NULL))
    {
      AdwToast *toast = adw_toast_new (_("This is the demo case as you left it"));

      adw_toast_set_button_label (toast, _("_Start Afresh"));
      adw_toast_set_action_name (toast, "win.demo-afresh");
      open_file (self, place);
      votum_window_add_toast (self, toast);
      return;
    }
  votum_demo_copy_async (place, NULL, demo_copied_cb, g_object_ref (self));
}

static void
demo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  open_demo (VOTUM_WINDOW (widget), strcmp (action_name, "win.demo-afresh") == 0);
}

/* What was taken off the list of recent cases comes back with a click. */
static void
told_removed_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  AdwToast *toast = adw_toast_new (_("Taken off the list; the file is where it was"));

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.put-back");
  adw_toast_set_action_target_value (toast, parameter);
  votum_window_add_toast (VOTUM_WINDOW (widget), toast);
}

static void
put_back_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  votum_recent_cases_add (file);
}

static void
holder_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  votum_window_ask_holder (VOTUM_WINDOW (widget));
}

/* With the number of a class, or 0 */
static void
decide_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VotumDesk *desk = votum_window_get_desk (VOTUM_WINDOW (widget));
  VotumThing *thing = desk != NULL ? votum_case_lookup (votum_desk_get_case (desk), g_variant_get_int64 (parameter)) : NULL;

  if (desk == NULL)
    return;
  votum_desk_flush (desk);
  votum_decision_window_present (GTK_WINDOW (widget), desk, thing != NULL && VOTUM_IS_CLASS (thing) ? thing : NULL);
}

/* A juror who opens a case that was handed out hands it in; for all others there is nothing to hand in. */
static void
hand_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VotumDesk *desk = votum_window_get_desk (VOTUM_WINDOW (widget));

  if (desk != NULL)
    votum_hand_in_window_present (GTK_WINDOW (widget), desk);
}

static void
take_hand_out_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  VotumDesk *desk = votum_window_get_desk (VOTUM_WINDOW (widget));

  if (desk != NULL)
    votum_later_window_choose (GTK_WINDOW (widget), desk);
}

static void
log_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VotumWindow *self = VOTUM_WINDOW (widget);

  if (votum_window_get_desk (self) != NULL)
    votum_log_window_present (GTK_WINDOW (self), votum_window_get_desk (self));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VotumDesk *desk = votum_window_get_desk (VOTUM_WINDOW (widget));

  votum_shortcuts_window_present (GTK_WINDOW (widget), desk != NULL ? votum_desk_get_case (desk) : NULL);
}

static void
close_case_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  votum_window_set_desk (VOTUM_WINDOW (widget), NULL);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            VotumWindow   *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  for (GSList *l = files; l != NULL; l = l->next)
    open_file (self, l->data);

  return TRUE;
}

/**
 * votum_window_install_actions:
 * @widget_class: the window's class
 */
void
votum_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.go-nth", "i", go_nth_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_action);
  gtk_widget_class_install_action (widget_class, "win.new-window", NULL, new_window_action);
  gtk_widget_class_install_action (widget_class, "win.new-case", NULL, new_case_action);
  gtk_widget_class_install_action (widget_class, "win.demo", NULL, demo_action);
  gtk_widget_class_install_action (widget_class, "win.demo-afresh", NULL, demo_action);
  gtk_widget_class_install_action (widget_class, "win.told-removed", "s", told_removed_action);
  gtk_widget_class_install_action (widget_class, "win.put-back", "s", put_back_action);
  gtk_widget_class_install_action (widget_class, "win.holder", NULL, holder_action);
  gtk_widget_class_install_action (widget_class, "win.decide", "x", decide_action);
  gtk_widget_class_install_action (widget_class, "win.hand-in", NULL, hand_in_action);
  gtk_widget_class_install_action (widget_class, "win.take-hand-out", NULL, take_hand_out_action);
  gtk_widget_class_install_action (widget_class, "win.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.close-case", NULL, close_case_action);

  /* a text that is being typed takes Ctrl+Z first: these come after it, on the way up */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new-case", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-window", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.hand-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.log", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.close-case", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  /* as the keys stand on the keyboard: the zero is the tenth */
  for (guint i = 1; i <= 10; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i % 10, GDK_ALT_MASK, "win.go-nth", "i", (int) i);
}

void
votum_window_init_actions (VotumWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  votum_text_undo_watch (GTK_WINDOW (self));
  votum_window_enable_case_actions (self, FALSE);
}

/**
 * votum_window_enable_case_actions:
 * @self: a window
 * @enabled: whether it has a case
 */
void
votum_window_enable_case_actions (VotumWindow *self,
                                  gboolean     enabled)
{
  static const char *const names[] = {
    "win.search", "win.find", "win.go", "win.go-nth", "win.toggle-sidebar", "win.close-case", "win.holder", "win.decide", "win.hand-in",
    "win.take-hand-out", "win.log"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
  if (!enabled)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", FALSE);
    }
}
