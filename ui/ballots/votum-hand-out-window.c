#include "votum-config.h"

#include "votum-hand-out-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-ballots.h"
#include "votum-hand-out-mail.h"
#include "votum-hand-out-row.h"
#include "votum-names.h"

struct _VotumHandOutWindow {
  AdwWindow            parent_instance;

  AdwToastOverlay     *toasts;
  GtkWidget           *folder_button;
  GtkWidget           *close_button;
  GtkProgressBar      *progress;
  AdwPreferencesGroup *group;

  VotumDesk           *desk;
  GPtrArray           *hand_outs;  /* of VotumHandOutFile */
  GPtrArray           *rows;       /* of VotumHandOutRow, not owned */
  guint                n_tried;
  guint                n_made;
  guint                step_id;
};

G_DEFINE_FINAL_TYPE (VotumHandOutWindow, votum_hand_out_window, ADW_TYPE_WINDOW)

VotumHandOutFile *
votum_hand_out_file_new (VotumThing *juror,
                    GFile      *file,
                    gboolean    anew)
{
  VotumHandOutFile *hand_out = g_new0 (VotumHandOutFile, 1);

  hand_out->juror = g_object_ref (juror);
  hand_out->file = file != NULL ? g_object_ref (file) : NULL;
  hand_out->anew = anew;

  return hand_out;
}

void
votum_hand_out_file_free (gpointer data)
{
  VotumHandOutFile *hand_out = data;

  g_object_unref (hand_out->juror);
  g_clear_object (&hand_out->file);
  g_free (hand_out->set_aside);
  g_free (hand_out);
}

/* ---- making the files ---- */

static void
say_what_to_do (VotumHandOutWindow     *self,
                const VotumHandOutFile *first)
{
  GString *text = g_string_new (_("Attach the file to the mail. It is made for this juror alone: whoever gets it can give marks in their name, so send it to nobody else. "
                                  "The juror gives marks in it and sends a sealed ballot back."));

  if (first->mail && self->n_made > 0)
    g_string_append_printf (text, " %s", _("The mails lie beside the files as texts."));
  if (votum_case_get_recipient (votum_desk_get_case (self->desk)) == NULL)
    g_string_append_printf (text, "\n\n%s", _("Your own mail address is not on the Jury page. With it, what the jurors send back would be addressed to you."));
  adw_preferences_group_set_description (self->group, text->str);
  g_string_free (text, TRUE);
}

static void
show_state (VotumHandOutWindow *self)
{
  const VotumHandOutFile *first = self->hand_outs->pdata[0];
  gboolean running = self->n_tried < self->hand_outs->len;

  gtk_progress_bar_set_fraction (self->progress, (double) self->n_tried / self->hand_outs->len);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running && self->hand_outs->len > 1);
  votum_names_set_label (GTK_BUTTON (self->close_button), running ? _("_Cancel") : _("_Close"));
  gtk_widget_set_visible (self->folder_button, first->file != NULL);
  gtk_widget_set_sensitive (self->folder_button, self->n_made > 0);
  if (running)
    return;
  adw_preferences_group_set_title (self->group, first->file == NULL || self->n_made == self->hand_outs->len ? _("Send Each Juror Their File") : _("Not All Files Were Made"));
  say_what_to_do (self, first);
}

/* The juror's file is there, whatever becomes of the mail. */
static void
save_mail (VotumHandOutWindow     *self,
           const VotumHandOutFile *hand_out,
           GPtrArray              *remarks)
{
  g_autoptr(GError) error = NULL;

  if (hand_out->mail && !votum_mail_save (self->desk, hand_out->juror, hand_out->file, &error))
    g_ptr_array_add (remarks, g_strdup_printf (_("The mail could not be saved beside it: %s"), error->message));
}

/* A ballot that somebody else handed in stays only until the juror has a copy of which nobody else has the token. */
static void
set_aside (VotumHandOutWindow     *self,
           const VotumHandOutFile *hand_out,
           GPtrArray              *remarks)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *ballot = hand_out->set_aside != NULL ? votum_case_sealed_ballot (votum_case, hand_out->juror) : NULL;
  g_autoptr(GError) error = NULL;

  if (ballot != NULL && !votum_case_set_aside (votum_case, ballot, hand_out->set_aside, &error))
    g_ptr_array_add (remarks, g_strdup (error->message));
}

static void
make_one (VotumHandOutWindow *self,
          guint               place)
{
  const VotumHandOutFile *hand_out = self->hand_outs->pdata[place];
  g_autoptr(GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  const char *path;

  if (hand_out->file == NULL)
    {
      votum_hand_out_row_done (self->rows->pdata[place], NULL, NULL);
      return;
    }
  path = g_file_peek_path (hand_out->file);
  if (path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("This place is not on this computer. Choose a folder here, and send the file from there."));
  else if (votum_case_hand_out (votum_desk_get_case (self->desk), hand_out->juror, path, hand_out->anew, remarks, &error))
    {
      self->n_made++;
      set_aside (self, hand_out, remarks);
      save_mail (self, hand_out, remarks);
    }
  votum_hand_out_row_done (self->rows->pdata[place], remarks, error != NULL ? error->message : NULL);
}

/* One at a time, so that the window is drawn and can be closed in between. */
static gboolean
step_cb (gpointer data)
{
  VotumHandOutWindow *self = data;

  make_one (self, self->n_tried++);
  show_state (self);
  if (self->n_tried < self->hand_outs->len)
    return G_SOURCE_CONTINUE;
  self->step_id = 0;

  return G_SOURCE_REMOVE;
}

static void
folder_cb (VotumHandOutWindow *self)
{
  const VotumHandOutFile *first = self->hand_outs->pdata[0];
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr(GFile) folder = g_file_get_parent (first->file);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *path = g_file_get_parse_name (folder);

  gdk_app_launch_context_set_timestamp (context, GDK_CURRENT_TIME);
  if (!g_app_info_launch_default_for_uri (uri, G_APP_LAUNCH_CONTEXT (context), NULL))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (path));
}

/* ---- the window ---- */

static void
votum_hand_out_window_dispose (GObject *object)
{
  VotumHandOutWindow *self = VOTUM_HAND_OUT_WINDOW (object);

  g_clear_handle_id (&self->step_id, g_source_remove);
  g_clear_pointer (&self->hand_outs, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_hand_out_window_parent_class)->dispose (object);
}

static void
votum_hand_out_window_class_init (VotumHandOutWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_hand_out_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-hand-out-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumHandOutWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VotumHandOutWindow, folder_button);
  gtk_widget_class_bind_template_child (widget_class, VotumHandOutWindow, close_button);
  gtk_widget_class_bind_template_child (widget_class, VotumHandOutWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, VotumHandOutWindow, group);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_hand_out_window_init (VotumHandOutWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_hand_out_window_present:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @hand_outs: (element-type VotumHandOutFile): what is to be made
 *
 * Makes the files in a window that says how far it is, and then shows the mails to send them with. What has been made when the window
 * is closed stays.
 */
void
votum_hand_out_window_present (GtkWidget *parent,
                               VotumDesk *desk,
                               GPtrArray *hand_outs)
{
  VotumHandOutWindow *self;

  if (hand_outs->len == 0)
    return;
  self = g_object_new (VOTUM_TYPE_HAND_OUT_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->hand_outs = g_ptr_array_ref (hand_outs);
  for (guint i = 0; i < hand_outs->len; i++)
    {
      GtkWidget *row = votum_hand_out_row_new (desk, hand_outs->pdata[i], self->toasts);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  votum_desk_flush (desk);
  show_state (self);
  self->step_id = g_idle_add (step_cb, self);
  gtk_window_present (GTK_WINDOW (self));
}
