#include "votum-config.h"

#include "votum-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-application.h"
#include "votum-ballot-intake.h"
#include "votum-case-backups.h"
#include "votum-case-holder.h"
#include "votum-dialogs.h"
#include "votum-hand-in-words.h"
#include "votum-names.h"
#include "votum-sidebar.h"
#include "votum-split.h"
#include "votum-summaries.h"
#include "votum-window-actions.h"
#include "votum-window-open.h"
#include "votum-window-private.h"

G_DEFINE_FINAL_TYPE (VotumWindow, votum_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_header_end (VotumWindow *self)
{
  adw_bin_set_child (self->header_end, self->page != NULL ? votum_step_page_get_header_end (self->page) : NULL);
}

static void
show_title (VotumWindow *self)
{
  g_autofree char *title = self->desk != NULL ? votum_desk_title (self->desk) : NULL;
  g_autofree char *file = NULL;

  if (title == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Votum"));
      return;
    }

  file = g_filename_display_basename (votum_case_get_path (votum_desk_get_case (self->desk)));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, file);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_steps (VotumWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  const VotumLogEntry *undo = votum_case_undo_entry (votum_case);
  const VotumLogEntry *redo = votum_case_redo_entry (votum_case);
  g_autofree char *undo_name = undo != NULL ? votum_desk_step_name (self->desk, undo) : NULL;
  g_autofree char *redo_name = redo != NULL ? votum_desk_step_name (self->desk, redo) : NULL;
  /* TRANSLATORS: what the button does: "Undo mark for Nordlys Kraft" */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo %s"), undo_name) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo %s"), redo_name) : g_strdup (_("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL && !votum_case_is_read_only (votum_case));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL && !votum_case_is_read_only (votum_case));
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo_text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, redo_text, -1);
}

static void
drop_pages (VotumWindow *self)
{
  GtkWidget *child;

  adw_bin_set_child (self->header_end, NULL);
  self->page = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

/* Pages were made for what another person may see and do. */
static gboolean
renew_pages_cb (gpointer data)
{
  VotumWindow *self = data;

  self->renew_id = 0;
  drop_pages (self);
  votum_window_go (self, "overview", NULL);

  return G_SOURCE_REMOVE;
}

/* The folder that is watched is watched whatever page is shown. */
static void
begin_intake (VotumWindow *self)
{
  if (votum_ballot_intake_is_for (self->desk))
    votum_ballot_intake_get (self->desk);
}

static void
follow_holder (VotumWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *holder = votum_case_get_holder (votum_case);
  gint64 number = holder != NULL ? votum_thing_get_id (holder) : 0;

  if (self->page != NULL && self->holder == number && self->duty == votum_case_get_duty (votum_case))
    return;
  self->holder = number;
  self->duty = votum_case_get_duty (votum_case);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.decide", self->duty != VOTUM_DUTY_JUROR);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.hand-in", votum_hand_in_is_possible (votum_case));
  begin_intake (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.take-hand-out", votum_hand_in_is_possible (votum_case));
  if (self->page != NULL && self->renew_id == 0)
    self->renew_id = g_idle_add (renew_pages_cb, self);
}

/* What a toast offers to undo is no longer what an undo would undo. It stays, without the offer: libadwaita 1.2 reads freed memory
 * when a toast is dismissed that is still moving in. */
static void
forget_undo_toast (VotumWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_set_button_label (self->undo_toast, NULL);
  g_clear_weak_pointer (&self->undo_toast);
}

static void
changed_cb (VotumWindow *self)
{
  forget_undo_toast (self);
  show_steps (self);
  show_title (self);
  follow_holder (self);
}

/* The window that @window is, or that it was opened from: a dialog belongs to its window. */
static GtkWindow *
window_behind (GtkWindow *window)
{
  while (gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return window;
}

/* Of several windows on the same case, the one somebody looks at speaks; where it is none of them, the first. */
static gboolean
is_in_front (VotumWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);
      GtkWindow *behind = window_behind (window);

      if (!VOTUM_IS_WINDOW (behind) || VOTUM_WINDOW (behind)->desk != self->desk)
        continue;
      if (gtk_window_is_active (window))
        return behind == GTK_WINDOW (self);
      if (first == NULL)
        first = behind;
    }

  return first == GTK_WINDOW (self);
}

static void
toast_cb (VotumWindow *self,
          const char  *text,
          gboolean     undoable)
{
  if (is_in_front (self))
    votum_window_toast (self, text, undoable);
}

static void
problem_cb (VotumWindow *self,
            const char  *heading,
            const char  *body)
{
  if (is_in_front (self))
    votum_dialogs_tell (GTK_WIDGET (self), heading, body);
  else
    votum_window_toast (self, body, FALSE);
}

static void
go_cb (VotumWindow *self,
       const char  *page,
       VotumThing  *thing)
{
  if (is_in_front (self))
    votum_window_go (self, page, thing);
}

static void
chosen_cb (VotumWindow *self,
           const char  *name)
{
  votum_window_go (self, name, NULL);
  if (votum_split_get_collapsed (self->split))
    votum_split_set_show_sidebar (self->split, FALSE);
}

static void
forget_desk (VotumWindow *self)
{
  if (self->desk == NULL)
    return;

  votum_desk_flush (self->desk);
  votum_summaries_write (self->desk);
  g_clear_handle_id (&self->renew_id, g_source_remove);
  drop_pages (self);
  g_signal_handlers_disconnect_by_data (votum_desk_get_case (self->desk), self);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  votum_sidebar_set_desk (self->sidebar, NULL);
  votum_window_forget_holder (self);
  g_clear_object (&self->desk);
}

static gboolean
votum_window_close_request (GtkWindow *window)
{
  votum_application_remember (VOTUM_APPLICATION (gtk_window_get_application (window)), window);
  votum_window_leave (VOTUM_WINDOW (window));

  return GTK_WINDOW_CLASS (votum_window_parent_class)->close_request (window);
}

static void
votum_window_dispose (GObject *object)
{
  VotumWindow *self = VOTUM_WINDOW (object);

  if (self->pages != NULL)
    forget_desk (self);
  g_clear_weak_pointer (&self->said_toast);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_object (&self->later);
  g_clear_object (&self->opening);
  g_clear_object (&self->work);
  g_clear_object (&self->refused);
  g_clear_pointer (&self->backup, g_free);

  G_OBJECT_CLASS (votum_window_parent_class)->dispose (object);
}

static void
votum_window_class_init (VotumWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = votum_window_close_request;

  g_type_ensure (VOTUM_TYPE_SIDEBAR);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, header_end);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, notice_button);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, split);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, VotumWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  votum_window_install_actions (widget_class);
}

static void
votum_window_init (VotumWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  votum_window_init_actions (self);
  votum_window_show (self, "welcome");
}

VotumWindow *
votum_window_new (GtkApplication *application)
{
  return g_object_new (VOTUM_TYPE_WINDOW, "application", application, NULL);
}

VotumDesk *
votum_window_get_desk (VotumWindow *self)
{
  g_return_val_if_fail (VOTUM_IS_WINDOW (self), NULL);

  return self->desk;
}

const char *
votum_window_get_page (VotumWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

VotumStepPage *
votum_window_get_shown_page (VotumWindow *self)
{
  return self->page;
}

void
votum_window_toggle_sidebar (VotumWindow *self)
{
  votum_split_set_show_sidebar (self->split, !votum_split_get_show_sidebar (self->split));
}

static void
show_notice (VotumWindow *self)
{
  VotumDeskUse use = votum_desk_get_use (self->desk);

  gtk_label_set_text (self->notice_label,
                      use == VOTUM_DESK_LOOK   ? _("You are only looking. Say whose copy this is to work in it.")
                      : use == VOTUM_DESK_COPY ? _("This is a copy to look at, as the case was a moment ago. Nothing can be changed in it.")
                                               : "");
  gtk_widget_set_visible (self->notice_button, use == VOTUM_DESK_LOOK);
  gtk_revealer_set_reveal_child (self->notice, use != VOTUM_DESK_WORK);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), use != VOTUM_DESK_WORK);
}

/* The case is open all the same: a sentence is enough. */
static void
tell_backup_problem (VotumWindow *self)
{
  const char *problem = votum_case_get_backup_problem (votum_desk_get_case (self->desk));

  if (problem != NULL)
    votum_window_toast (self, problem, FALSE);
}

static void
remember (VotumWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    votum_application_remember (VOTUM_APPLICATION (application), NULL);
}

/**
 * votum_window_set_desk:
 * @self: a window
 * @desk: (nullable): the case to work at; %NULL goes back to the welcome page
 */
void
votum_window_set_desk (VotumWindow *self,
                       VotumDesk   *desk)
{
  g_return_if_fail (VOTUM_IS_WINDOW (self));

  forget_desk (self);
  votum_window_enable_case_actions (self, desk != NULL);
  if (desk == NULL)
    {
      votum_window_show (self, "welcome");
      show_title (self);
      remember (self);
      return;
    }

  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_desk_get_case (desk), "notify::backup-problem", G_CALLBACK (tell_backup_problem), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  votum_sidebar_set_desk (self->sidebar, desk);
  changed_cb (self);
  show_notice (self);
  tell_backup_problem (self);
  votum_summaries_write (desk);
  votum_window_go (self, "overview", NULL);
  votum_window_show (self, "case");
  if (votum_case_get_duty (votum_desk_get_case (desk)) == VOTUM_DUTY_NONE && votum_desk_get_use (desk) == VOTUM_DESK_WORK)
    votum_window_ask_holder (self);
  remember (self);
}

/* Whether it is among what a page shows, though it may not have been drawn yet. */
static gboolean
is_among (GtkWidget *widget,
          GtkWidget *page)
{
  while (widget != NULL && widget != page && gtk_widget_get_visible (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (GTK_IS_STACK (parent) && gtk_stack_get_visible_child (GTK_STACK (parent)) != widget)
        return FALSE;
      widget = parent;
    }

  return widget == page;
}

/* The keys go to the page that has come into view, unless it has put the focus where it wants it. */
static void
take_focus (VotumWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && is_among (focus, GTK_WIDGET (self->page)))
    return;
  /* from the beginning, not from what is hidden */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

/* GTK throws away the keys that come before what has the focus has a place; a new page would get one only with its first frame. */
static void
give_place (VotumWindow *self)
{
  GtkWidget *pages = GTK_WIDGET (self->pages);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int width = gtk_widget_get_width (pages);
  int height = gtk_widget_get_height (pages);

  if (focus == NULL || gtk_widget_get_mapped (focus) || width == 0 || height == 0)
    return;
  gtk_widget_measure (pages, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (pages, width, height, -1, NULL);
}

/**
 * votum_window_go:
 * @self: a window with a case
 * @name: the name of a page
 * @thing: (nullable): what to show there
 */
void
votum_window_go (VotumWindow *self,
                 const char  *name,
                 VotumThing  *thing)
{
  const VotumStep *step = votum_steps_find (name);
  GtkWidget *page;

  g_return_if_fail (VOTUM_IS_WINDOW (self));

  if (self->desk == NULL || step == NULL || !votum_step_is_shown (step, votum_desk_get_case (self->desk)))
    return;

  votum_desk_flush (self->desk);
  page = gtk_stack_get_child_by_name (self->pages, name);
  if (page == NULL)
    {
      page = g_object_new (step->get_type (), "desk", self->desk, NULL);
      gtk_stack_add_named (self->pages, page, name);
      g_signal_connect_object (page, "notify::header-end", G_CALLBACK (show_header_end), self, G_CONNECT_SWAPPED);
    }
  self->page = VOTUM_STEP_PAGE (page);
  votum_names_show_only (self->pages, name);
  votum_sidebar_select (self->sidebar, name);
  show_header_end (self);
  votum_step_page_shown (self->page);
  if (thing != NULL)
    votum_step_page_go (self->page, thing);
  take_focus (self);
  give_place (self);
}

/**
 * votum_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to tell
 */
void
votum_window_add_toast (VotumWindow *self,
                        AdwToast    *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * votum_window_toast:
 * @self: a window
 * @text: what was done
 * @undoable: whether to offer to undo it
 */
void
votum_window_toast (VotumWindow *self,
                    const char  *text,
                    gboolean     undoable)
{
  g_autofree char *title = g_markup_escape_text (text, -1); /* “Foss & Co” is no markup */
  AdwToast *toast;

  /* a second one would wait until the first has gone, and say what is no longer so */
  if (!undoable && self->said_toast != NULL)
    {
      adw_toast_set_title (self->said_toast, title);
      return;
    }
  toast = adw_toast_new (title);
  if (!undoable)
    g_set_weak_pointer (&self->said_toast, toast);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      forget_undo_toast (self);
      g_set_weak_pointer (&self->undo_toast, toast);
    }
  votum_window_add_toast (self, toast);
}

/**
 * votum_window_open:
 * @self: a window without a case
 * @file: a case file
 * @page: (nullable): the page to show
 */
void
votum_window_open (VotumWindow *self,
                   GFile       *file,
                   const char  *page)
{
  g_return_if_fail (VOTUM_IS_WINDOW (self));

  votum_window_open_how (self, file, VOTUM_DESK_WORK, page);
}
