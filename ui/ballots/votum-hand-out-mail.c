#include "votum-config.h"

#include "votum-hand-out-mail.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-ballots.h"
#include "votum-save.h"
#include "votum-things.h"

void
votum_mail_free (VotumMail *self)
{
  g_free (self->address);
  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}

static char *
whole_mail (VotumDesk  *desk,
            VotumThing *juror,
            GFile      *file)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  return votum_case_hand_out_mail (votum_desk_get_case (desk), juror, name, votum_desk_get_lang (desk));
}

/**
 * votum_mail_file:
 * @hand_out: a juror's file
 *
 * Returns: (transfer full): where its mail is kept: beside it, as a text
 */
GFile *
votum_mail_file (GFile *hand_out)
{
  g_autofree char *base = g_file_get_basename (hand_out);
  g_autoptr(GFile) folder = g_file_get_parent (hand_out);
  g_autofree char *stem = g_str_has_suffix (base, ".votum") ? g_strndup (base, strlen (base) - strlen (".votum")) : g_strdup (base);
  g_autofree char *name = g_strconcat (stem, ".txt", NULL);

  return g_file_get_child (folder, name);
}

/**
 * votum_mail_save:
 * @desk: the chair's desk
 * @juror: a juror
 * @file: the juror's file
 * @error: return location
 *
 * Writes the mail beside the file that it is sent with.
 *
 * Returns: whether it is there
 */
gboolean
votum_mail_save (VotumDesk   *desk,
                 VotumThing  *juror,
                 GFile       *file,
                 GError     **error)
{
  g_autofree char *whole = whole_mail (desk, juror, file);
  g_autoptr(GFile) text = votum_mail_file (file);

  return votum_save_file (g_file_peek_path (text), whole, strlen (whole), error);
}

/**
 * votum_mail_new:
 * @desk: the chair's desk
 * @juror: a juror
 * @file: (nullable): the juror's file, where it is known
 *
 * Returns: (transfer full): the mail to send the juror's file with
 */
VotumMail *
votum_mail_new (VotumDesk  *desk,
                VotumThing *juror,
                GFile      *file)
{
  g_autofree char *whole = whole_mail (desk, juror, file);
  VotumMail *self = g_new0 (VotumMail, 1);
  const char *body = strstr (whole, "\n\n");
  const char *subject = strstr (whole, "\nSubject: ");

  self->address = g_strdup (votum_thing_get_text (juror, VOTUM_JUROR_EMAIL));
  self->body = g_strdup (body != NULL ? body + 2 : whole);
  subject = subject != NULL && subject < body ? subject + strlen ("\nSubject: ") : "";
  self->subject = g_strndup (subject, strcspn (subject, "\n"));

  return self;
}

/**
 * votum_mail_to_uri:
 * @self: a mail
 *
 * Returns: (transfer full): its address as a mail program takes it
 */
char *
votum_mail_to_uri (const VotumMail *self)
{
  g_auto(GStrv) lines = g_strsplit (self->body, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);
  g_autofree char *address = g_uri_escape_string (self->address != NULL ? self->address : "", "@", FALSE);
  g_autofree char *subject = g_uri_escape_string (self->subject, NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, subject, body);
}

/**
 * votum_mail_can_write:
 *
 * Returns: whether there is a program that writes mails. In a sandbox the system knows, and asks.
 */
gboolean
votum_mail_can_write (void)
{
  g_autoptr(GAppInfo) program = g_app_info_get_default_for_uri_scheme ("mailto");

  return program != NULL || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(VotumDesk) desk = data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    votum_desk_report (desk, g_error_new_literal (error->domain, error->code,
                                                  _("No mail program could be started. Copy the mail, and put it into a message yourself.")));
}

/**
 * votum_mail_write:
 * @self: a mail
 * @parent: a widget of the window
 * @desk: the chair's desk
 *
 * Opens it in the mail program. The file has to be attached there.
 */
void
votum_mail_write (const VotumMail *self,
                  GtkWidget       *parent,
                  VotumDesk       *desk)
{
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (parent));
  g_autofree char *uri = votum_mail_to_uri (self);

  gdk_app_launch_context_set_timestamp (context, GDK_CURRENT_TIME);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, g_object_ref (desk));
}
