#include "votum-config.h"

#include "votum-show-folder.h"

#include <glib/gi18n.h>

#include "votum-dialogs.h"

typedef struct {
  GtkWidget *widget;
  GFile *file;
} Showing;

static void
showing_free (Showing *showing)
{
  g_object_unref (showing->widget);
  g_object_unref (showing->file);
  g_free (showing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, showing_free)

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Showing) showing = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && gtk_widget_get_mapped (showing->widget))
    votum_dialogs_tell (showing->widget, _("The folder cannot be shown"), error->message);
}

static void
launch_folder (Showing *showing)
{
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (showing->widget));
  g_autoptr(GFile) folder = g_file_get_parent (showing->file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : showing->file);

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, showing);
}

/* Where no file manager of the desktop shows the file itself, its folder is opened. */
static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Showing) showing = user_data;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL)
    launch_folder (g_steal_pointer (&showing));
}

/**
 * votum_show_folder:
 * @widget: a widget of the window in which it was asked for
 * @file: a file
 *
 * Lets the desktop show where the file lies.
 */
void
votum_show_folder (GtkWidget *widget,
                   GFile     *file)
{
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  g_autofree char *uri = g_file_get_uri (file);
  const char *const uris[] = { uri, NULL };
  Showing *showing = g_new0 (Showing, 1);

  showing->widget = g_object_ref (widget);
  showing->file = g_object_ref (file);
  if (bus == NULL)
    launch_folder (showing);
  else
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, showing);
}
