#include "votum-config.h"

#include "votum-other-rounds.h"

#include <glib/gi18n.h>

#include "votum-format.h"
#include "votum-verdict.h"

struct _VotumOtherRounds {
  GtkWidget         parent_instance;

  GtkExpander      *expander;
  GtkBox           *box;

  VotumCompareLook *look;
};

G_DEFINE_FINAL_TYPE (VotumOtherRounds, votum_other_rounds, GTK_TYPE_WIDGET)

static VotumDesk *
desk_of (VotumOtherRounds *self)
{
  return votum_compare_look_get_desk (self->look);
}

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);

  return label;
}

static void
add_row (VotumOtherRounds *self,
         GtkGrid          *grid,
         VotumStanding    *standing,
         guint             round,
         guint             entrant,
         int               row)
{
  g_autofree char *name = votum_desk_name (desk_of (self), g_ptr_array_index (standing->entrants, entrant));
  g_autofree char *place = g_strdup_printf ("%u", votum_result_position (standing->result, round, entrant));
  g_autofree char *canonical = votum_result_round (standing->result, round, entrant, 2);
  g_autofree char *result = canonical != NULL ? votum_format_number (canonical) : g_strdup ("–");
  GtkWidget *name_label = make_label (name, NULL);

  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_grid_attach (grid, make_label (place, "numeric"), 0, row, 1, 1);
  gtk_grid_attach (grid, name_label, 1, row, 1, 1);
  gtk_grid_attach (grid, make_label (result, "numeric"), 2, row, 1, 1);
}

static void
add_round (VotumOtherRounds *self,
           VotumStanding    *standing,
           guint             round)
{
  g_autofree char *name = votum_desk_name (desk_of (self), g_ptr_array_index (standing->rounds, round));
  g_autofree char *rule = votum_verdict_rule_step (standing->terms, standing->rounds->len, votum_format_lang (), VOTUM_RULE_STEP_METHOD);
  g_autoptr(GArray) order = votum_result_order (standing->result, round);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < order->len; i++)
    add_row (self, GTK_GRID (grid), standing, round, g_array_index (order, guint, i), (int) i);
  gtk_box_append (self->box, make_label (name, "heading"));
  gtk_box_append (self->box, make_label (rule, "dim-label"));
  gtk_box_append (self->box, grid);
}

static void
show_rounds (VotumOtherRounds *self)
{
  VotumStanding *standing = votum_compare_look_get_standing (self->look);
  g_autoptr(GPtrArray) others = standing != NULL ? votum_case_compute_others (votum_desk_get_case (desk_of (self)), standing) : NULL;
  g_autofree char *title = NULL;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      VotumStanding *other = g_ptr_array_index (others, i);

      for (guint r = 0; r <= other->last_round && r < other->rounds->len; r++, n++)
        add_round (self, other, r);
    }
  title = g_strdup_printf (ngettext ("%u round went by another rule, and does not decide", "%u rounds went by another rule, and do not decide", n), n);
  gtk_expander_set_label (self->expander, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
votum_other_rounds_dispose (GObject *object)
{
  VotumOtherRounds *self = VOTUM_OTHER_ROUNDS (object);

  g_clear_pointer ((GtkWidget **) &self->expander, gtk_widget_unparent);
  g_clear_object (&self->look);

  G_OBJECT_CLASS (votum_other_rounds_parent_class)->dispose (object);
}

static void
votum_other_rounds_class_init (VotumOtherRoundsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_other_rounds_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
votum_other_rounds_init (VotumOtherRounds *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "padded");
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 6);
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->box));
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * votum_other_rounds_set_look:
 * @self: a widget, once
 * @look: what the page looks at
 */
void
votum_other_rounds_set_look (VotumOtherRounds *self,
                             VotumCompareLook *look)
{
  g_return_if_fail (VOTUM_IS_OTHER_ROUNDS (self) && self->look == NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (show_rounds), self, G_CONNECT_SWAPPED);
  show_rounds (self);
}
