#include "votum-config.h"

#include "votum-citation-warnings.h"

#include <glib/gi18n.h>
#include <string.h>

struct _VotumCitationWarnings {
  AdwBin      parent_instance;

  GtkListBox *list;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCitationWarnings, votum_citation_warnings, ADW_TYPE_BIN)

/* A row is told from the others by its sentence and its place: what has not changed stays, and keeps the focus. */
static gboolean
is_row_of (GtkListBoxRow              *row,
           const VotumCitationWarning *warning)
{
  return strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), warning->sentence) == 0;
}

static void
set_place (GtkListBoxRow              *row,
           const VotumCitationWarning *warning)
{
  gboolean leads = warning->end > warning->start;

  gtk_list_box_row_set_activatable (row, leads);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), leads ? _("Show the words in the text") : NULL);
  g_object_set_data (G_OBJECT (row), "start", GUINT_TO_POINTER (warning->start));
  g_object_set_data (G_OBJECT (row), "end", GUINT_TO_POINTER (warning->end));
}

static GtkListBoxRow *
new_row (const VotumCitationWarning *warning)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean grave = votum_warning_is_grave (warning->kind);
  GtkWidget *icon = gtk_image_new_from_icon_name (grave ? "dialog-warning-symbolic" : "dialog-information-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), warning->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (grave)
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return GTK_LIST_BOX_ROW (row);
}

/**
 * votum_citation_warnings_show:
 * @self: the warnings
 * @warnings: (element-type VotumCitationWarning): what to show
 */
void
votum_citation_warnings_show (VotumCitationWarnings *self,
                              GPtrArray             *warnings)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < warnings->len; i++)
    {
      const VotumCitationWarning *warning = g_ptr_array_index (warnings, i);

      while ((row = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL && !is_row_of (row, warning))
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      if (row == NULL)
        {
          row = new_row (warning);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      set_place (row, warning);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) warnings->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self), warnings->len > 0);
}

static void
activated_cb (VotumCitationWarnings *self,
              GtkListBoxRow         *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "start")),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "end")));
}

static void
votum_citation_warnings_class_init (VotumCitationWarningsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_CITATION_WARNINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_UINT);
}

static void
votum_citation_warnings_init (VotumCitationWarnings *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to look at"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
