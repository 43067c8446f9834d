#include "votum-config.h"

#include "votum-welcome.h"

#include <glib/gi18n.h>

#include "votum-recent-cases.h"
#include "votum-summaries.h"

struct _VotumWelcome {
  AdwBin            parent_instance;

  GtkWidget        *recent;      /* the list with its heading */
  GtkListBox       *recent_list;
  GtkWidget        *new_row;

  VotumRecentCases *cases;
  VotumSummaries   *summaries;
};

G_DEFINE_FINAL_TYPE (VotumWelcome, votum_welcome, ADW_TYPE_BIN)

static void
remove_cb (GtkButton       *button,
           VotumRecentCase *recent)
{
  GFile *file = votum_recent_case_get_file (recent);
  g_autofree char *uri = g_file_get_uri (file);

  votum_recent_cases_remove (file);
  gtk_widget_activate_action (GTK_WIDGET (button), "win.told-removed", "s", uri);
}

static GtkWidget *
new_remove_button (VotumRecentCase *recent,
                   const char      *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* TRANSLATORS: %s is the name of a case */
  g_autofree char *name = g_strdup_printf (_("Take “%s” Off This List"), title);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), recent, 0);

  return button;
}

static GtkWidget *
make_row (gpointer item,
         gpointer user_data)
{
  VotumWelcome *self = user_data;
  VotumRecentCase *recent = item;
  GFile *file = votum_recent_case_get_file (recent);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = votum_summaries_title (self->summaries, file);
  g_autofree char *next = votum_summaries_next (self->summaries, file);
  g_autofree char *place = votum_recent_case_get_place (recent);
  g_autofree char *when = votum_recent_case_when (recent);
  g_autofree char *file_line = *when != '\0' ? g_strconcat (place, " · ", when, NULL) : g_strdup (place);
  g_autofree char *subtitle = next != NULL ? g_strconcat (next, "\n", file_line, NULL) : g_strdup (file_line);
  g_autofree char *uri = g_file_get_uri (file);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (recent, title));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-file");

  return row;
}

static void
items_changed_cb (VotumWelcome *self)
{
  gboolean any = g_list_model_get_n_items (votum_recent_cases_get_model (self->cases)) > 0;

  gtk_widget_set_visible (self->recent, any);
}

static void
read_summaries (VotumWelcome *self)
{
  g_clear_pointer (&self->summaries, votum_summaries_free);
  self->summaries = votum_summaries_read ();
}

/* What is left to do has changed since the page was seen last. */
static void
votum_welcome_map (GtkWidget *widget)
{
  VotumWelcome *self = VOTUM_WELCOME (widget);

  read_summaries (self);
  gtk_list_box_bind_model (self->recent_list, votum_recent_cases_get_model (self->cases), make_row, self, NULL);
  GTK_WIDGET_CLASS (votum_welcome_parent_class)->map (widget);
  if (gtk_widget_get_visible (self->recent))
    gtk_widget_child_focus (GTK_WIDGET (self->recent_list), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->new_row);
}

static void
votum_welcome_finalize (GObject *object)
{
  VotumWelcome *self = VOTUM_WELCOME (object);

  g_object_unref (self->cases);
  votum_summaries_free (self->summaries);

  G_OBJECT_CLASS (votum_welcome_parent_class)->finalize (object);
}

static void
votum_welcome_class_init (VotumWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_welcome_finalize;
  widget_class->map = votum_welcome_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, VotumWelcome, recent_list);
  gtk_widget_class_bind_template_child (widget_class, VotumWelcome, new_row);
}

static void
votum_welcome_init (VotumWelcome *self)
{
  self->cases = votum_recent_cases_new ();
  read_summaries (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (votum_recent_cases_get_model (self->cases), "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
}

GtkWidget *
votum_welcome_new (void)
{
  return g_object_new (VOTUM_TYPE_WELCOME, NULL);
}
