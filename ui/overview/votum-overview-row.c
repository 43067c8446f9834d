#include "votum-config.h"

#include "votum-overview-row.h"

#include <glib/gi18n.h>

struct _VotumOverviewRow {
  AdwActionRow parent_instance;

  GtkWidget   *bar;
  VotumBadge  *badge;
};

G_DEFINE_FINAL_TYPE (VotumOverviewRow, votum_overview_row, ADW_TYPE_ACTION_ROW)

static void
votum_overview_row_class_init (VotumOverviewRowClass *klass)
{
}

static void
votum_overview_row_init (VotumOverviewRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->bar = gtk_progress_bar_new ();
  self->badge = VOTUM_BADGE (votum_badge_new ());
  gtk_widget_set_size_request (self->bar, 72, -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marks given"), -1);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->badge));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * votum_overview_row_new:
 * @icon_name: (nullable): what stands before it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
votum_overview_row_new (const char *icon_name)
{
  GtkWidget *self = g_object_new (VOTUM_TYPE_OVERVIEW_ROW, NULL);

  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name (icon_name));

  return self;
}

void
votum_overview_row_set (VotumOverviewRow *self,
                        const char       *title,
                        const char       *subtitle)
{
  g_return_if_fail (VOTUM_IS_OVERVIEW_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

/**
 * votum_overview_row_set_badge:
 * @self: a row
 * @text: (nullable): how far it is, in a word
 * @style: how the badge looks
 */
void
votum_overview_row_set_badge (VotumOverviewRow *self,
                              const char       *text,
                              VotumBadgeStyle   style)
{
  g_return_if_fail (VOTUM_IS_OVERVIEW_ROW (self));

  votum_badge_set (self->badge, text, style);
}

/**
 * votum_overview_row_set_part:
 * @self: a row
 * @done: what is done
 * @wanted: of how much; 0: there is nothing to do
 */
void
votum_overview_row_set_part (VotumOverviewRow *self,
                             guint             done,
                             guint             wanted)
{
  /* TRANSLATORS: "5 of 6" */
  g_autofree char *text = wanted > 0 ? g_strdup_printf (_("%u of %u"), done, wanted) : NULL;

  g_return_if_fail (VOTUM_IS_OVERVIEW_ROW (self));

  gtk_widget_set_visible (self->bar, wanted > 0);
  if (wanted > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), CLAMP ((double) done / wanted, 0, 1));
  votum_badge_set (self->badge, text, wanted > 0 && done >= wanted ? VOTUM_BADGE_DONE : VOTUM_BADGE_PART);
}
