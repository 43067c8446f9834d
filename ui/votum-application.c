#include "votum-config.h"

#include "votum-application.h"

#include <glib/gi18n.h>

#include "votum-dialogs.h"
#include "votum-names.h"
#include "votum-window.h"

struct _VotumApplication {
  AdwApplication parent_instance;

  GSettings  *settings;  /* (nullable): without its schema the program runs, and forgets */
  GHashTable *desks;     /* path -> VotumDesk, not owned: an open case, whatever the number of its windows */
};

G_DEFINE_FINAL_TYPE (VotumApplication, votum_application, ADW_TYPE_APPLICATION)

static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, "org.votum.Votum", TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static VotumWindow *
new_window (VotumApplication *self)
{
  VotumWindow *window = votum_window_new (GTK_APPLICATION (self));

  if (self->settings != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), g_settings_get_int (self->settings, "window-width"),
                                   g_settings_get_int (self->settings, "window-height"));
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (window));
    }
  else
    {
      gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
    }

  return window;
}

static void
votum_application_activate (GApplication *application)
{
  VotumApplication *self = VOTUM_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (window != NULL ? window : GTK_WINDOW (new_window (self)));
}

static void
votum_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  VotumApplication *self = VOTUM_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      VotumWindow *window = NULL;

      /* an empty window is used before another one is made */
      for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL && window == NULL; l = l->next)
        if (VOTUM_IS_WINDOW (l->data) && votum_window_get_desk (l->data) == NULL)
          window = l->data;
      if (window == NULL)
        window = new_window (self);
      gtk_window_present (GTK_WINDOW (window));
      votum_window_open (window, files[i]);
    }
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  votum_dialogs_about (gtk_application_get_active_window (user_data));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (new_window (user_data)));
}

static const GActionEntry actions[] = {
  { "about", about_action, NULL, NULL, NULL },
  { "new-window", new_window_action, NULL, NULL, NULL },
  { "quit", quit_action, NULL, NULL, NULL },
};

static void
votum_application_startup (GApplication *application)
{
  static const char *const quit_keys[] = { "<Control>q", NULL };

  /* the name by which the desktop and a screen reader know it; before this point, its options are told under its own */
  g_set_prgname ("org.votum.Votum");
  G_APPLICATION_CLASS (votum_application_parent_class)->startup (application);

  votum_names_watch ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
}

/* What needs no window is answered without a display. A window more is asked of whoever runs already. */
static int
votum_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  g_autoptr(GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("votum %s\n", VOTUM_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "new-window"))
    {
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("votum: %s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
    }

  return -1;
}

static void
votum_application_finalize (GObject *object)
{
  VotumApplication *self = VOTUM_APPLICATION (object);

  g_clear_object (&self->settings);
  g_hash_table_unref (self->desks);

  G_OBJECT_CLASS (votum_application_parent_class)->finalize (object);
}

static void
votum_application_class_init (VotumApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_application_finalize;
  application_class->handle_local_options = votum_application_handle_local_options;
  application_class->startup = votum_application_startup;
  application_class->activate = votum_application_activate;
  application_class->open = votum_application_open;
}

static void
votum_application_init (VotumApplication *self)
{
  static const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
    G_OPTION_ENTRY_NULL
  };

  self->settings = find_settings ();
  self->desks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[CASE …]"));
}

VotumApplication *
votum_application_new (void)
{
  return g_object_new (VOTUM_TYPE_APPLICATION, "application-id", "org.votum.Votum", "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/votum/Votum", NULL);
}

GSettings *
votum_application_get_settings (VotumApplication *self)
{
  g_return_val_if_fail (VOTUM_IS_APPLICATION (self), NULL);

  return self->settings;
}

/* Two ways to the same file are one case. */
static char *
real_path (const char *path)
{
  g_autofree char *resolved = realpath (path, NULL);

  return g_strdup (resolved != NULL ? resolved : path);
}

/**
 * votum_application_find_desk:
 * @self: the application
 * @file: a case file
 *
 * Returns: (transfer full) (nullable): the desk at which a window works on that case already
 */
VotumDesk *
votum_application_find_desk (VotumApplication *self,
                             GFile            *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *real = path != NULL ? real_path (path) : NULL;
  VotumDesk *desk = real != NULL ? g_hash_table_lookup (self->desks, real) : NULL;

  return desk != NULL ? g_object_ref (desk) : NULL;
}

static void
desk_gone_cb (gpointer  data,
              GObject  *desk)
{
  VotumApplication *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->desks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == desk)
      g_hash_table_iter_remove (&iter);
}

/**
 * votum_application_add_desk:
 * @self: the application
 * @desk: a desk with a case that was just opened
 *
 * Remembers it as long as a window works at it.
 */
void
votum_application_add_desk (VotumApplication *self,
                            VotumDesk        *desk)
{
  g_hash_table_replace (self->desks, real_path (votum_case_get_path (votum_desk_get_case (desk))), desk);
  g_object_weak_ref (G_OBJECT (desk), desk_gone_cb, self);
}

/**
 * votum_application_remember_window:
 * @self: the application
 * @window: a window that is about to close
 */
void
votum_application_remember_window (VotumApplication *self,
                                   GtkWindow        *window)
{
  int width;
  int height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
}
