#include "votum-config.h"

#include "votum-hand-out-row.h"

#include <glib/gi18n.h>

#include "votum-format.h"
#include "votum-hand-out-mail.h"
#include "votum-names.h"
#include "votum-things.h"

struct _VotumHandOutRow {
  AdwExpanderRow   parent_instance;

  GtkWidget       *icon;
  GtkWidget       *write_button;
  GtkWidget       *copy_button;
  GtkWidget       *text;

  AdwToastOverlay *toasts;   /* not owned: it is around the row */
  VotumDesk       *desk;
  VotumThing      *juror;
  GFile           *file;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumHandOutRow, votum_hand_out_row, ADW_TYPE_EXPANDER_ROW)

static void
write_cb (VotumHandOutRow *self)
{
  g_autoptr(VotumMail) mail = votum_mail_new (self->desk, self->juror, self->file);

  votum_mail_write (mail, GTK_WIDGET (self), self->desk);
}

static void
copy_cb (VotumHandOutRow *self)
{
  g_autoptr(VotumMail) mail = votum_mail_new (self->desk, self->juror, self->file);
  g_autofree char *said = votum_format_fill (_("The mail to %s is on the clipboard"), votum_thing_get_text (self->juror, VOTUM_JUROR_NAME));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), mail->body);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (said));
}

static GtkWidget *
new_button (VotumHandOutRow *self,
            const char      *icon_name,
            const char      *name,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  votum_names_set (button, name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);

  return button;
}

static void
votum_hand_out_row_dispose (GObject *object)
{
  VotumHandOutRow *self = VOTUM_HAND_OUT_ROW (object);

  g_clear_object (&self->file);
  g_clear_object (&self->juror);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_hand_out_row_parent_class)->dispose (object);
}

static void
votum_hand_out_row_class_init (VotumHandOutRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_hand_out_row_dispose;
}

static void
votum_hand_out_row_init (VotumHandOutRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();

  self->icon = gtk_image_new ();
  gtk_widget_set_visible (self->icon, FALSE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_widget_add_css_class (self->text, "mail");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
show_mail (VotumHandOutRow *self)
{
  g_autoptr(VotumMail) mail = votum_mail_new (self->desk, self->juror, self->file);
  g_autofree char *whole = g_strdup_printf ("%s\n\n%s", mail->subject, mail->body);

  gtk_label_set_text (GTK_LABEL (self->text), whole);
}

/**
 * votum_hand_out_row_new:
 * @desk: the chair's desk
 * @hand_out: a file that somebody is to get
 * @toasts: where it says what it has done
 *
 * Returns: (transfer floating): a row that waits for votum_hand_out_row_done()
 */
GtkWidget *
votum_hand_out_row_new (VotumDesk          *desk,
                        const VotumHandOutFile *hand_out,
                        AdwToastOverlay    *toasts)
{
  VotumHandOutRow *self = g_object_new (VOTUM_TYPE_HAND_OUT_ROW, NULL);
  const char *name = votum_desk_text (desk, hand_out->juror, VOTUM_JUROR_NAME);
  g_autofree char *write_name = votum_format_fill (_("Write to %s in the Mail Program"), name);
  g_autofree char *copy_name = votum_format_fill (_("Copy the Mail to %s"), name);

  self->toasts = toasts;
  self->desk = g_object_ref (desk);
  self->juror = g_object_ref (hand_out->juror);
  self->file = hand_out->file != NULL ? g_object_ref (hand_out->file) : NULL;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  self->copy_button = new_button (self, "edit-copy-symbolic", copy_name, G_CALLBACK (copy_cb));
  self->write_button = new_button (self, "mail-message-new-symbolic", votum_mail_can_write () ? write_name : _("No mail program is set up on this computer"),
                                   G_CALLBACK (write_cb));
  gtk_widget_set_sensitive (self->write_button, FALSE);
  gtk_widget_set_sensitive (self->copy_button, FALSE);

  return GTK_WIDGET (self);
}

static char *
join (GPtrArray *remarks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) remarks->pdata[i]);

  return g_string_free (text, FALSE);
}

/**
 * votum_hand_out_row_done:
 * @self: a row
 * @remarks: (nullable) (element-type utf8): what whoever hands out should know
 * @problem: (nullable): why there is no file
 *
 * The file is made, or is not.
 */
void
votum_hand_out_row_done (VotumHandOutRow *self,
                         GPtrArray       *remarks,
                         const char      *problem)
{
  const char *address = votum_desk_text (self->desk, self->juror, VOTUM_JUROR_EMAIL);
  g_autofree char *base = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  g_autofree char *shown = base != NULL ? g_filename_display_name (base) : NULL;
  g_autofree char *more = join (remarks);
  g_autofree char *line = NULL;

  if (shown == NULL)
    line = g_strdup (*address != '\0' ? address : _("No mail address is known"));
  else
    line = g_strdup_printf ("%s · %s%s", shown, *address != '\0' ? address : _("no mail address is known"), more);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), problem != NULL ? problem : line);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), problem != NULL ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_visible (self->icon, self->file != NULL);
  gtk_widget_set_sensitive (self->copy_button, problem == NULL);
  gtk_widget_set_sensitive (self->write_button, problem == NULL && votum_mail_can_write ());
  show_mail (self);
}
