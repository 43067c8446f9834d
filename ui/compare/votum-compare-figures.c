#include "votum-config.h"

#include "votum-compare-figures.h"

#include <glib/gi18n.h>

#include "votum-format.h"

#define MOST_ROWS 60 /* as many as somebody reads; the file of the data has them all */

struct _VotumCompareFigures {
  GtkWidget         parent_instance;

  GtkWidget        *scroller;
  GtkGrid          *grid;
  VotumCompareLook *look;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumCompareFigures, votum_compare_figures, GTK_TYPE_WIDGET)

static void
attach (VotumCompareFigures *self,
        const char          *text,
        int                  column,
        int                  row,
        const char          *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 1 ? 0 : 1);
  if (row == 0 && column > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_hexpand (label, column == 1);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
fill_row (VotumCompareFigures *self,
          guint                entrant,
          int                  row)
{
  VotumStanding *standing = votum_compare_look_get_standing (self->look);
  VotumDesk *desk = votum_compare_look_get_desk (self->look);
  guint round = votum_compare_look_get_round (self->look);
  guint position = votum_result_position (standing->result, round, entrant);
  g_autofree char *total = votum_result_total (standing->result, round, entrant, 2);
  g_autofree char *total_text = total != NULL ? votum_format_number (total) : g_strdup ("–");
  /* TRANSLATORS: the place of a finalist in a list: "1." */
  g_autofree char *place = position > 0 ? g_strdup_printf (_("%u."), position) : g_strdup ("–");
  g_autofree char *name = votum_desk_name (desk, g_ptr_array_index (standing->entrants, entrant));

  attach (self, place, 0, row, "numeric");
  attach (self, name, 1, row, NULL);
  attach (self, total_text, 2, row, "strong-figure");
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      g_autofree char *panel = votum_result_panel (standing->result, round, entrant, leaf, 2);
      g_autofree char *text = panel != NULL ? votum_format_number (panel) : g_strdup ("–");

      attach (self, text, (int) leaf + 3, row, "numeric");
    }
}

static void
votum_compare_figures_dispose (GObject *object)
{
  VotumCompareFigures *self = VOTUM_COMPARE_FIGURES (object);

  g_clear_object (&self->look);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (votum_compare_figures_parent_class)->dispose (object);
}

static void
votum_compare_figures_class_init (VotumCompareFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_compare_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
votum_compare_figures_init (VotumCompareFigures *self)
{
  self->grid = GTK_GRID (g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "figures");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("In Figures"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
votum_compare_figures_new (void)
{
  return g_object_new (VOTUM_TYPE_COMPARE_FIGURES, NULL);
}

/**
 * votum_compare_figures_show:
 * @self: figures
 * @look: what is looked at, with a standing
 */
void
votum_compare_figures_show (VotumCompareFigures *self,
                            VotumCompareLook    *look)
{
  VotumStanding *standing = votum_compare_look_get_standing (look);
  VotumDesk *desk = votum_compare_look_get_desk (look);
  g_autoptr(GArray) order = votum_result_order (standing->result, votum_compare_look_get_round (look));
  GtkWidget *child;

  g_set_object (&self->look, look);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  attach (self, C_("rank", "Place"), 0, 0, "dim-label");
  attach (self, _("Finalist"), 1, 0, "dim-label");
  attach (self, _("Result"), 2, 0, "dim-label");
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    attach (self, votum_desk_text (desk, g_ptr_array_index (standing->leaves, leaf), VOTUM_CRITERION_NAME), (int) leaf + 3, 0, "dim-label");
  for (guint i = 0; i < order->len && i < MOST_ROWS; i++)
    fill_row (self, g_array_index (order, guint, i), (int) i + 1);
}
