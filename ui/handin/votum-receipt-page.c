#include "votum-config.h"

#include "votum-receipt-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-hand-in-words.h"
#include "votum-hand-out-mail.h"
#include "votum-save.h"
#include "votum-show-folder.h"
#include "votum-wrap.h"

struct _VotumReceiptPage {
  AdwBin     parent_instance;

  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkWidget *send_group;
  GtkWidget *file_row;
  GtkWidget *mail_row;
  GtkWidget *mail_button;
  GtkLabel  *short_label;
  GtkLabel  *long_label;
  GtkLabel  *done_label;   /* what a button has done */

  VotumDesk *desk;
  VotumThing *ballot;
  GFile     *file;         /* (nullable): where it lies, as long as that is known */
};

G_DEFINE_FINAL_TYPE (VotumReceiptPage, votum_receipt_page, ADW_TYPE_BIN)

static char *
file_name (VotumReceiptPage *self)
{
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  return name != NULL ? g_filename_display_name (name) : NULL;
}

static void
say (VotumReceiptPage *self,
     const char       *sentence)
{
  gtk_label_set_text (self->done_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->done_label), *sentence != '\0');
}

/* ---- the file ---- */

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(VotumReceiptPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    say (self, error->message);
}

static void
launch (VotumReceiptPage *self,
        const char       *uri)
{
  GdkAppLaunchContext *context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, g_object_ref (self));
  g_object_unref (context);
}

static void
folder_cb (VotumReceiptPage *self)
{
  votum_show_folder (GTK_WIDGET (self), self->file);
}

static void
mail_cb (VotumReceiptPage *self)
{
  g_autofree char *name = file_name (self);
  g_autofree char *uri = votum_receipt_mail (self->desk, self->ballot, name);

  launch (self, uri);
}

/* ---- the receipt ---- */

static void
copy_cb (VotumReceiptPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), votum_thing_get_text (self->ballot, VOTUM_BALLOT_RECEIPT));
  say (self, _("The whole receipt is copied."));
}

static void
save_to_cb (GFile   *file,
            gpointer data)
{
  g_autoptr(VotumReceiptPage) self = data;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;
  g_autoptr(GError) error = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL || self->desk == NULL)
    return;
  name = file_name (self);
  text = votum_receipt_document (self->desk, self->ballot, name);
  if (!votum_save_file (g_file_peek_path (file), text, strlen (text), &error))
    {
      say (self, error->message);
      return;
    }
  said = votum_format_fill (_("The receipt is saved as “%s”."), g_file_peek_path (file));
  say (self, said);
}

static void
save_cb (VotumReceiptPage *self)
{
  static const char *const patterns[] = { "*.txt", NULL };
  g_autofree char *folder = self->file != NULL ? g_path_get_dirname (g_file_peek_path (self->file)) : NULL;
  g_autofree char *suggested = g_strdup_printf (_("Receipt of ballot %u.txt"), (guint) votum_thing_get_number (self->ballot, VOTUM_BALLOT_NUMBER));
  const VotumFileChoice choice = {
    .title = _("Save the Receipt"), .accept = _("_Save"), .save = TRUE, .suggested = suggested, .folder = folder,
    .filter_name = _("Texts"), .patterns = patterns,
  };

  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, save_to_cb, g_object_ref (self));
}

/* ---- the page ---- */

static void
votum_receipt_page_dispose (GObject *object)
{
  VotumReceiptPage *self = VOTUM_RECEIPT_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->ballot);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (votum_receipt_page_parent_class)->dispose (object);
}

static void
votum_receipt_page_class_init (VotumReceiptPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_receipt_page_dispose;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-receipt-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, title);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, send_group);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, mail_row);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, mail_button);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, short_label);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, long_label);
  gtk_widget_class_bind_template_child (widget_class, VotumReceiptPage, done_label);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
votum_receipt_page_init (VotumReceiptPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  say (self, "");
  gtk_widget_set_visible (self->mail_button, votum_mail_can_write ());
}

/* Whom the file goes to, and what has to be done by hand. */
static void
show_mail (VotumReceiptPage *self)
{
  VotumThing *recipient = votum_case_get_recipient (votum_desk_get_case (self->desk));
  g_autofree char *to = recipient != NULL ? g_strdup_printf ("%s <%s>", votum_thing_get_text (recipient, VOTUM_JUROR_NAME),
                                                             votum_thing_get_text (recipient, VOTUM_JUROR_EMAIL)) : NULL;
  g_autofree char *line = NULL;

  if (to == NULL)
    line = g_strdup (votum_mail_can_write () ? _("The mail is written for you. Attach the file to it by hand, and answer to whom the case came from.")
                                             : _("Answer the mail that the case came with, and attach the file."));
  else if (votum_mail_can_write ())
    line = votum_format_fill (_("The mail is written for you, to %s. Attach the file to it by hand."), to);
  else
    line = votum_format_fill (_("Write to %s, and attach the file."), to);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->mail_row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->mail_row), line);
}

/**
 * votum_receipt_page_show:
 * @self: a page
 * @desk: a juror's desk
 * @ballot: what was handed in
 * @file: (nullable): where it lies
 */
void
votum_receipt_page_show (VotumReceiptPage *self,
                         VotumDesk        *desk,
                         VotumThing       *ballot,
                         GFile            *file)
{
  const char *receipt = votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT);
  VotumThing *round = votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
  g_autofree char *round_name = votum_desk_name (desk, round);
  g_autofree char *when = votum_format_time (votum_thing_get_text (ballot, VOTUM_BALLOT_TIME), VOTUM_TIME_LONG);
  g_autofree char *title = g_strdup_printf (_("Ballot %u is sealed"), (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER));
  g_autofree char *subtitle = g_strconcat (round_name, " · ", when, NULL);
  g_autofree char *short_form = votum_receipt_short (receipt != NULL ? receipt : "");
  g_autofree char *long_form = votum_receipt_long (receipt != NULL ? receipt : "");

  g_set_object (&self->desk, desk);
  g_set_object (&self->ballot, ballot);
  g_set_object (&self->file, file);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->short_label, short_form);
  gtk_label_set_text (self->long_label, long_form);
  gtk_widget_set_visible (self->send_group, file != NULL);
  show_mail (self);
  if (file != NULL)
    {
      g_autofree char *name = file_name (self);
      g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
      g_autofree char *shown = g_filename_display_name (folder);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file_row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->file_row), shown);
    }
  say (self, "");
}
