#include "votum-config.h"

#include "votum-attachment-open.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "votum-case-attachments.h"
#include "votum-dialogs.h"
#include "votum-things.h"

#define SAY_AFTER 500 /* ms */

typedef struct {
  VotumDesk *desk;
  VotumThing *attachment;
  GFile *to;               /* (nullable): where a copy goes */
} Job;

static Job *
job_new (VotumDesk  *desk,
         VotumThing *attachment)
{
  Job *job = g_new0 (Job, 1);

  job->desk = g_object_ref (desk);
  job->attachment = g_object_ref (attachment);

  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->desk);
  g_object_unref (job->attachment);
  g_clear_object (&job->to);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static char *
shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static GQuark
folder_quark (void)
{
  return g_quark_from_static_string ("votum-attachment-folder");
}

/* What was laid out to be looked at goes with the case. */
static void
folder_free (gpointer data)
{
  g_autofree char *folder = data;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* A folder of this desk that nobody else can look into. */
static const char *
folder_of (VotumDesk  *desk,
           GError    **error)
{
  char *folder = g_object_get_qdata (G_OBJECT (desk), folder_quark ());

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("votum-XXXXXX", error);
      if (folder != NULL)
        g_object_set_qdata_full (G_OBJECT (desk), folder_quark (), folder, folder_free);
    }

  return folder;
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    votum_desk_report (job->desk, g_error_new (error->domain, error->code,
                                               _("No program on this computer opens “%s”. Save a copy, and open that."),
                                               votum_thing_get_text (job->attachment, VOTUM_ATTACHMENT_NAME)));
}

/**
 * votum_attachment_open:
 * @parent: a widget of the window
 * @desk: a desk
 * @attachment: an attachment of the case
 *
 * Lays the file out where nobody else can look, not to be written to, since what is changed there would not come back into the
 * case; and opens it with the system's program.
 */
void
votum_attachment_open (GtkWidget  *parent,
                       VotumDesk  *desk,
                       VotumThing *attachment)
{
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (parent));
  GError *error = NULL;
  const char *folder = folder_of (desk, &error);
  g_autofree char *path = folder != NULL ? votum_case_export_attachment (votum_desk_get_case (desk), attachment, folder, &error) : NULL;
  g_autofree char *uri = NULL;

  if (path == NULL)
    {
      votum_desk_report (desk, error);
      return;
    }
  g_chmod (path, 0400);
  uri = g_filename_to_uri (path, NULL, NULL);
  gdk_app_launch_context_set_timestamp (context, GDK_CURRENT_TIME);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, job_new (desk, attachment));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(Job) job = data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_autofree char *name = shown_name (G_FILE (source));

      votum_desk_toast (job->desk, FALSE, _("“%s” has been saved"), name);
    }
  votum_desk_report (job->desk, error);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(Job) job = data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = votum_case_get_attachment_finish (VOTUM_CASE (source), result, &error);
  GFile *to = job->to;

  if (votum_desk_report (job->desk, error))
    g_file_replace_contents_bytes_async (to, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb, g_steal_pointer (&job));
}

static void
save_to_cb (GFile    *file,
            gpointer  data)
{
  g_autoptr(Job) job = data;

  if (file == NULL)
    return;
  job->to = g_object_ref (file);
  votum_case_get_attachment_async (votum_desk_get_case (job->desk), job->attachment, NULL, got_cb, g_steal_pointer (&job));
}

/**
 * votum_attachment_save:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @attachment: an attachment of the case
 *
 * Asks where to, and writes a copy there.
 */
void
votum_attachment_save (GtkWidget  *parent,
                       VotumDesk  *desk,
                       VotumThing *attachment)
{
  const VotumFileChoice choice = {
    .title = _("Save a Copy"),
    .accept = _("_Save"),
    .save = TRUE,
    .suggested = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME),
  };

  votum_dialogs_choose_file (parent, &choice, save_to_cb, job_new (desk, attachment));
}

/* Files on their way into the case, one after the other. */
typedef struct {
  VotumDesk *desk;
  VotumThing *owner;
  GSList *files;    /* of GFile: still to come, the first is being read */
  guint n_taken;
  guint say_id;
} Taking;

static void read_next (Taking *taking);

static void
taking_free (Taking *taking)
{
  g_clear_handle_id (&taking->say_id, g_source_remove);
  votum_desk_set_pending (taking->desk, taking, FALSE);
  g_object_unref (taking->desk);
  g_object_unref (taking->owner);
  g_slist_free_full (taking->files, g_object_unref);
  g_free (taking);
}

static gboolean
say_cb (gpointer data)
{
  Taking *taking = data;
  g_autofree char *name = shown_name (taking->files->data);

  taking->say_id = 0;
  votum_desk_toast (taking->desk, FALSE, _("Reading “%s” …"), name);

  return G_SOURCE_REMOVE;
}

static void
taking_end (Taking *taking,
            GError *error)
{
  if (taking->n_taken > 0)
    votum_desk_toast (taking->desk, TRUE,
                      ngettext ("%u file has been taken into the case", "%u files have been taken into the case", taking->n_taken),
                      taking->n_taken);
  votum_desk_report (taking->desk, error);
  taking_free (taking);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Taking *taking = data;
  GError *error = NULL;
  g_autoptr(VotumThing) attachment = votum_case_take_finish (VOTUM_CASE (source), result, &error);

  g_clear_handle_id (&taking->say_id, g_source_remove);
  if (attachment != NULL)
    taking->n_taken++;
  g_object_unref (taking->files->data);
  taking->files = g_slist_delete_link (taking->files, taking->files);
  if (taking->files != NULL && error == NULL)
    read_next (taking);
  else
    taking_end (taking, error);
}

static void
read_next (Taking *taking)
{
  const char *path = g_file_peek_path (taking->files->data);

  if (path == NULL)
    {
      taking_end (taking, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                               _("This file is not on this computer. Save it here first, and add it then.")));
      return;
    }
  taking->say_id = g_timeout_add (SAY_AFTER, say_cb, taking);
  votum_case_take_file_async (votum_desk_get_case (taking->desk), taking->owner, path, NULL, taken_cb, taking);
}

/**
 * votum_attachment_add:
 * @desk: a desk
 * @owner: a finalist or a note
 * @files: (element-type GFile): what to take in
 *
 * Takes copies of the files into the case, each as a step of its own, and says so. They are read and written on another thread.
 */
void
votum_attachment_add (VotumDesk  *desk,
                      VotumThing *owner,
                      GSList     *files)
{
  Taking *taking;

  if (files == NULL)
    return;
  taking = g_new0 (Taking, 1);
  taking->desk = g_object_ref (desk);
  taking->owner = g_object_ref (owner);
  for (GSList *l = files; l != NULL; l = l->next)
    taking->files = g_slist_prepend (taking->files, g_object_ref (l->data));
  taking->files = g_slist_reverse (taking->files);
  votum_desk_set_pending (desk, taking, TRUE);
  read_next (taking);
}

/**
 * votum_attachment_icon:
 * @attachment: an attachment
 *
 * Returns: (transfer full): the icon of its kind of file
 */
GIcon *
votum_attachment_icon (VotumThing *attachment)
{
  const char *media_type = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_MEDIA_TYPE);
  g_autofree char *type = media_type != NULL ? g_content_type_from_mime_type (media_type) : NULL;

  return g_content_type_get_symbolic_icon (type != NULL ? type : "application/octet-stream");
}
