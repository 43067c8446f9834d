#include "votum-config.h"

#include "votum-preferences-page.h"

#include <glib/gi18n.h>
#include <string.h>

struct _VotumPreferencesPage {
  AdwPreferencesPage parent_instance;

  AdwComboRow   *language;
  AdwComboRow   *style;
  GtkSwitch     *restore;
  GtkSwitch     *notifications;

  VotumSettings *settings;
};

G_DEFINE_FINAL_TYPE (VotumPreferencesPage, votum_preferences_page, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the rows' items. */
static const char *const languages[] = { "", "en", "nb", "sv" };
static const char *const styles[] = { "system", "light", "dark" };

static guint
place_of (const char *const *values,
          guint              n_values,
          const char        *value)
{
  for (guint i = 0; i < n_values; i++)
    if (strcmp (values[i], value) == 0)
      return i;

  return 0;
}

static void
language_cb (VotumPreferencesPage *self)
{
  guint place = adw_combo_row_get_selected (self->language);

  if (self->settings != NULL && place < G_N_ELEMENTS (languages))
    g_object_set (self->settings, "language", languages[place], NULL);
}

static void
style_cb (VotumPreferencesPage *self)
{
  guint place = adw_combo_row_get_selected (self->style);

  if (self->settings != NULL && place < G_N_ELEMENTS (styles))
    g_object_set (self->settings, "style", styles[place], NULL);
}

static void
votum_preferences_page_dispose (GObject *object)
{
  g_clear_object (&VOTUM_PREFERENCES_PAGE (object)->settings);

  G_OBJECT_CLASS (votum_preferences_page_parent_class)->dispose (object);
}

static void
votum_preferences_page_class_init (VotumPreferencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_preferences_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-preferences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumPreferencesPage, language);
  gtk_widget_class_bind_template_child (widget_class, VotumPreferencesPage, style);
  gtk_widget_class_bind_template_child (widget_class, VotumPreferencesPage, restore);
  gtk_widget_class_bind_template_child (widget_class, VotumPreferencesPage, notifications);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_cb);
}

static void
votum_preferences_page_init (VotumPreferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_preferences_page_new:
 * @settings: what it shows and changes
 *
 * Returns: (transfer floating): the only page of the preferences
 */
GtkWidget *
votum_preferences_page_new (VotumSettings *settings)
{
  VotumPreferencesPage *self = g_object_new (VOTUM_TYPE_PREFERENCES_PAGE, NULL);
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  adw_combo_row_set_selected (self->language, place_of (languages, G_N_ELEMENTS (languages), votum_settings_get_language (settings)));
  adw_combo_row_set_selected (self->style, place_of (styles, G_N_ELEMENTS (styles), votum_settings_get_style (settings)));
  g_object_bind_property (settings, "restore-session", self->restore, "active", flags);
  g_object_bind_property (settings, "notifications", self->notifications, "active", flags);
  self->settings = g_object_ref (settings);

  return GTK_WIDGET (self);
}
