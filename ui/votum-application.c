#include "votum-config.h"

#include "votum-application.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-ballot-intake.h"
#include "votum-dialogs.h"
#include "votum-language.h"
#include "votum-names.h"
#include "votum-preferences-page.h"
#include "votum-session.h"
#include "votum-window.h"

struct _VotumApplication {
  AdwApplication parent_instance;

  VotumSettings *settings;
  GHashTable    *desks;              /* path -> VotumDesk, not owned: an open case, whatever the number of its windows */
  char          *desktop_languages;  /* (nullable): LANGUAGE as the desktop had it */
  GtkWindow     *preferences;        /* (nullable): a weak pointer */
  guint          renew_id;
  GPtrArray     *ballots;            /* of GFile: wait for a case that is being opened */
  guint          ballots_id;
};

G_DEFINE_FINAL_TYPE (VotumApplication, votum_application, ADW_TYPE_APPLICATION)

static VotumWindow *
new_window (VotumApplication *self)
{
  VotumWindow *window = votum_window_new (GTK_APPLICATION (self));
  gboolean maximized;
  int height;
  int width;

  votum_settings_get_window (self->settings, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (window));

  return window;
}

/* ---- opening ---- */

/* The window that shows @file or is about to. */
static VotumWindow *
find_window_with (VotumApplication *self,
                  GFile            *file)
{
  g_autoptr(VotumDesk) desk = votum_application_find_desk (self, file);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data) &&
        ((desk != NULL && votum_window_get_desk (l->data) == desk) || votum_window_is_opening (l->data, file)))
      return l->data;

  return NULL;
}

static VotumWindow *
find_free_window (VotumApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data) && votum_window_is_free (l->data))
      return l->data;

  return NULL;
}

static void votum_application_activate (GApplication *application);

/* The window with a case that ballots come into; the one in which it was asked for before any other. */
static VotumWindow *
find_window_for_ballots (VotumApplication *self,
                         GtkWindow        *asked_in)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  if (asked_in != NULL)
    windows = g_list_prepend (windows, asked_in);
  for (GList *l = windows; l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data) && votum_window_get_desk (l->data) != NULL && votum_ballot_intake_is_for (votum_window_get_desk (l->data)))
      return l->data;

  return NULL;
}

static gboolean
is_opening_any (VotumApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data) && votum_window_get_desk (l->data) == NULL && !votum_window_is_free (l->data))
      return TRUE;

  return FALSE;
}

static void
refuse_ballot (VotumApplication *self,
               GtkWindow        *asked_in)
{
  GtkWindow *window = asked_in != NULL ? asked_in : gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    votum_dialogs_tell (GTK_WIDGET (window), _("This Is a Ballot"),
                        _("A ballot is taken in by who leads the jury, or keeps its papers: open their case first, and then the ballot."));
}

/* A ballot is opened in the case of who leads. Where that is only just being opened, it waits; and where nothing is open, what was
 * open last time is. */
static void
open_ballot (VotumApplication *self,
             GFile            *file,
             GtkWindow        *asked_in)
{
  VotumWindow *window;

  if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    votum_application_activate (G_APPLICATION (self));
  window = find_window_for_ballots (self, asked_in);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      votum_ballot_intake_add (votum_ballot_intake_get (votum_window_get_desk (window)), file);
    }
  else if (is_opening_any (self))
    {
      g_ptr_array_add (self->ballots, g_object_ref (file));
    }
  else
    {
      refuse_ballot (self, asked_in);
    }
}

static gboolean
open_ballots_cb (gpointer data)
{
  VotumApplication *self = data;
  g_autoptr(GPtrArray) ballots = g_steal_pointer (&self->ballots);

  self->ballots_id = 0;
  self->ballots = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ballots->len; i++)
    open_ballot (self, ballots->pdata[i], NULL);

  return G_SOURCE_REMOVE;
}

/**
 * votum_application_open_file:
 * @self: the application
 * @file: a case file, or a ballot
 * @asked_in: (nullable): the window in which it was asked for
 * @page: (nullable): the page to show
 *
 * Shows the case: where it is open already, or else in a window that has none, or else in a new one. A ballot is taken into the
 * case that is open.
 */
void
votum_application_open_file (VotumApplication *self,
                             GFile            *file,
                             GtkWindow        *asked_in,
                             const char       *page)
{
  VotumWindow *window;

  if (votum_is_ballot_file (file))
    {
      open_ballot (self, file, asked_in);
      return;
    }
  window = find_window_with (self, file);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      if (page != NULL)
        votum_window_go (window, page, NULL);
      return;
    }

  if (VOTUM_IS_WINDOW (asked_in) && votum_window_is_free (VOTUM_WINDOW (asked_in)))
    window = VOTUM_WINDOW (asked_in);
  if (window == NULL)
    window = find_free_window (self);
  if (window == NULL)
    window = new_window (self);
  gtk_window_present (GTK_WINDOW (window));
  votum_window_open (window, file, page);
}

static void
votum_application_activate (GApplication *application)
{
  VotumApplication *self = VOTUM_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr(GPtrArray) cases = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  if (votum_settings_get_restore (self->settings))
    cases = votum_session_recall (self->settings);
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      const VotumLastCase *last = g_ptr_array_index (cases, i);

      window = GTK_WINDOW (new_window (self));
      gtk_window_present (window);
      votum_window_open (VOTUM_WINDOW (window), last->file, last->page);
    }
  if (window == NULL)
    gtk_window_present (GTK_WINDOW (new_window (self)));
}

static void
votum_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  VotumApplication *self = VOTUM_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    votum_application_open_file (self, files[i], gtk_application_get_active_window (GTK_APPLICATION (self)), NULL);
}

/* ---- settings at work ---- */

static void
apply_style (VotumApplication *self)
{
  const char *style = votum_settings_get_style (self->settings);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      strcmp (style, "light") == 0  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : strcmp (style, "dark") == 0 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_DEFAULT);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  VotumApplication *self = user_data;

  if (self->preferences == NULL)
    g_set_weak_pointer (&self->preferences,
                        votum_dialogs_present_preferences (gtk_application_get_active_window (user_data),
                                                           ADW_PREFERENCES_PAGE (votum_preferences_page_new (self->settings))));
  else
    gtk_window_present (self->preferences);
}

/* What is on the screen speaks the old language: every window is made anew, at the same case and on the same page. */
static gboolean
renew_cb (gpointer data)
{
  VotumApplication *self = data;
  g_autoptr(GList) windows = g_list_reverse (g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self))));
  gboolean preferences = self->preferences != NULL;

  self->renew_id = 0;
  g_application_hold (G_APPLICATION (self));
  if (preferences)
    gtk_window_destroy (self->preferences);
  for (GList *l = windows; l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data))
      {
        VotumWindow *window = votum_window_new (GTK_APPLICATION (self));

        votum_window_take_over (window, l->data);
        gtk_window_present (GTK_WINDOW (window));
        gtk_window_destroy (l->data);
      }
  if (preferences)
    preferences_action (NULL, NULL, self);
  g_application_release (G_APPLICATION (self));

  return G_SOURCE_REMOVE;
}

static void
language_cb (VotumApplication *self)
{
  votum_language_apply (votum_settings_get_language (self->settings), self->desktop_languages);
  if (self->renew_id == 0 && gtk_application_get_windows (GTK_APPLICATION (self)) != NULL)
    self->renew_id = g_idle_add (renew_cb, self);
}

static void
remember_size (VotumApplication *self,
               GtkWindow        *window)
{
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  votum_settings_set_window (self->settings, width, height, gtk_window_is_maximized (window));
}

/**
 * votum_application_remember:
 * @self: the application
 * @leaving: (nullable): a window that is about to close
 *
 * Keeps what is open for next time.
 */
void
votum_application_remember (VotumApplication *self,
                            GtkWindow        *leaving)
{
  if (leaving != NULL)
    remember_size (self, leaving);
  votum_session_remember (self->settings, gtk_application_get_windows (GTK_APPLICATION (self)), leaving);
}

/**
 * votum_application_notify:
 * @self: the application
 * @window: the window in which long work was done
 * @title: what was done
 * @body: on what
 *
 * Tells the desktop, where notifications are wanted and nobody looks at the window.
 */
void
votum_application_notify (VotumApplication *self,
                          GtkWindow        *window,
                          const char       *title,
                          const char       *body)
{
  g_autoptr(GNotification) notification = NULL;

  if (!votum_settings_get_notifications (self->settings) || gtk_window_is_active (window))
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_application_send_notification (G_APPLICATION (self), NULL, notification);
}

/* ---- actions ---- */

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  votum_dialogs_about (gtk_application_get_active_window (user_data));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (new_window (user_data)));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  VotumApplication *self = user_data;
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* all that is open together is last time; each window that closes by itself is a window less */
  votum_application_remember (self, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data))
      {
        remember_size (self, l->data);
        votum_window_leave (l->data);
      }
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
}

static const GActionEntry actions[] = {
  { "about", about_action, NULL, NULL, NULL },
  { "new-window", new_window_action, NULL, NULL, NULL },
  { "preferences", preferences_action, NULL, NULL, NULL },
  { "quit", quit_action, NULL, NULL, NULL },
};

static void
votum_application_startup (GApplication *application)
{
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const preferences_keys[] = { "<Control>comma", NULL };
  VotumApplication *self = VOTUM_APPLICATION (application);

  /* the name by which the desktop and a screen reader know it; before this point, its options are told under its own */
  g_set_prgname ("org.votum.Votum");
  G_APPLICATION_CLASS (votum_application_parent_class)->startup (application);

  votum_names_watch ();
  apply_style (self);
  g_signal_connect_object (self->settings, "notify::style", G_CALLBACK (apply_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.preferences", preferences_keys);
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

  g_clear_handle_id (&self->renew_id, g_source_remove);
  g_clear_handle_id (&self->ballots_id, g_source_remove);
  g_ptr_array_unref (self->ballots);
  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->settings);
  g_hash_table_unref (self->desks);
  g_free (self->desktop_languages);

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

  self->ballots = g_ptr_array_new_with_free_func (g_object_unref);
  self->desks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->desktop_languages = g_strdup (g_getenv ("LANGUAGE"));
  self->settings = votum_settings_new ();
  if (*votum_settings_get_language (self->settings) != '\0')
    votum_language_apply (votum_settings_get_language (self->settings), self->desktop_languages);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[CASE …]"));
}

VotumApplication *
votum_application_new (void)
{
  return g_object_new (VOTUM_TYPE_APPLICATION, "application-id", "org.votum.Votum", "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/votum/Votum", NULL);
}

VotumSettings *
votum_application_get_settings (VotumApplication *self)
{
  g_return_val_if_fail (VOTUM_IS_APPLICATION (self), NULL);

  return self->settings;
}

/* ---- desks ---- */

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
  /* once its window shows it */
  if (self->ballots->len > 0 && self->ballots_id == 0)
    self->ballots_id = g_idle_add (open_ballots_cb, self);
}
