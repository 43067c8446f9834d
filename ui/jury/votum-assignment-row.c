#include "votum-config.h"

#include "votum-assignment-row.h"

#include <glib/gi18n.h>

#include "votum-case-assigned.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-things.h"

#define NAME_WIDTH  220
#define CELL_WIDTH  104
#define COVER_WIDTH 190

struct _VotumAssignmentRow {
  GtkWidget   parent_instance;

  GtkLabel   *name;
  GtkBox     *cells;
  GtkLabel   *coverage;

  VotumThing *entrant;   /* or a class, whose panel it shows */
  GPtrArray  *jurors;
  gboolean    showing;
};

enum {
  ASSIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumAssignmentRow, votum_assignment_row, GTK_TYPE_WIDGET)

static void
toggled_cb (VotumAssignmentRow *self,
            GtkCheckButton     *box)
{
  VotumThing *juror = g_object_get_data (G_OBJECT (box), "votum-juror");

  if (!self->showing && self->entrant != NULL && juror != NULL)
    g_signal_emit (self, signals[ASSIGNED], 0, self->entrant, juror, gtk_check_button_get_active (box));
}

static void
votum_assignment_row_dispose (GObject *object)
{
  VotumAssignmentRow *self = VOTUM_ASSIGNMENT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entrant);
  g_clear_pointer (&self->jurors, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_assignment_row_parent_class)->dispose (object);
}

static void
votum_assignment_row_class_init (VotumAssignmentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_assignment_row_dispose;

  signals[ASSIGNED] = g_signal_new ("assigned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                    VOTUM_TYPE_THING, VOTUM_TYPE_THING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "assignments");
}

static void
votum_assignment_row_init (VotumAssignmentRow *self)
{
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->cells = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->coverage = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->name), NAME_WIDTH, -1);
  gtk_label_set_max_width_chars (self->name, 24);
  gtk_label_set_xalign (self->coverage, 0);
  gtk_label_set_wrap (self->coverage, TRUE);
  gtk_label_set_max_width_chars (self->coverage, 22);
  gtk_widget_set_size_request (GTK_WIDGET (self->coverage), COVER_WIDTH, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->coverage), "caption");
  gtk_widget_set_parent (GTK_WIDGET (self->name), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->cells), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->coverage), GTK_WIDGET (self));
}

GtkWidget *
votum_assignment_row_new (void)
{
  return g_object_new (VOTUM_TYPE_ASSIGNMENT_ROW, NULL);
}

/**
 * votum_assignment_cell_new:
 * @child: (nullable): what stands in it
 *
 * Returns: a cell as wide as all cells of a juror, so that they stand below each other
 */
GtkWidget *
votum_assignment_cell_new (GtkWidget *child)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (cell, CELL_WIDTH, -1);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  if (child != NULL)
    gtk_box_append (GTK_BOX (cell), child);

  return cell;
}

/* ---- what is shown ---- */

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

/* Made anew only for another jury: a box that somebody has just ticked keeps the focus. */
static void
fill_cells (VotumAssignmentRow *self,
            GPtrArray          *jurors)
{
  GtkWidget *child;

  if (are_same (self->jurors, jurors))
    return;

  g_clear_pointer (&self->jurors, g_ptr_array_unref);
  self->jurors = g_ptr_array_ref (jurors);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cells))) != NULL)
    gtk_box_remove (self->cells, child);
  for (guint i = 0; i < jurors->len; i++)
    {
      GtkWidget *box = gtk_check_button_new ();
      GtkWidget *word = gtk_label_new (NULL);
      GtkWidget *cell = votum_assignment_cell_new (box);

      gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
      gtk_label_set_wrap (GTK_LABEL (word), TRUE);
      gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (word, "caption");
      gtk_box_append (GTK_BOX (cell), word);
      g_object_set_data (G_OBJECT (box), "votum-juror", g_ptr_array_index (jurors, i));
      g_signal_connect_object (box, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cells, cell);
    }
}

/* How many of the class in the round the juror marks, of those that they are not recused from. */
static guint
count_marked (VotumAssignmentRow *self,
              VotumCase          *votum_case,
              VotumThing         *round,
              VotumThing         *juror,
              guint              *n_all)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (votum_case, round);
  guint n = 0;

  *n_all = 0;
  for (guint i = 0; i < entrants->len; i++)
    {
      VotumTally tally;

      if (votum_thing_get_ref (g_ptr_array_index (entrants, i), VOTUM_ENTRANT_CLASS) != votum_thing_get_id (self->entrant))
        continue;
      votum_case_tally (votum_case, round, g_ptr_array_index (entrants, i), juror, &tally);
      *n_all += !tally.recused;
      n += !tally.recused && !tally.unassigned;
    }

  return n;
}

static void
show_panel_cell (VotumAssignmentRow *self,
                 VotumCase          *votum_case,
                 VotumThing         *round,
                 GtkCheckButton     *box,
                 VotumThing         *juror)
{
  guint n_all;
  guint n = count_marked (self, votum_case, round, juror, &n_all);
  gboolean whole = votum_case_marks_class (votum_case, juror, self->entrant) || (n_all > 0 && n == n_all);

  gtk_check_button_set_active (box, whole);
  gtk_check_button_set_inconsistent (box, !whole && n > 0);
}

static void
show_cell (VotumAssignmentRow *self,
           VotumDesk          *desk,
           VotumThing         *round,
           GtkWidget          *cell,
           VotumThing         *juror)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  GtkWidget *box = gtk_widget_get_first_child (cell);
  GtkWidget *word = gtk_widget_get_last_child (cell);
  g_autofree char *name = votum_desk_name (desk, self->entrant);
  /* TRANSLATORS: what a tick box says: "Per Dahl marks Nordlys Kraft" */
  g_autofree char *spoken = g_strdup_printf (_("%s marks %s"), votum_thing_get_text (juror, VOTUM_JUROR_NAME), name);
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (votum_case, VOTUM_KIND_ASSIGNMENT, NULL, &error);
  VotumTally tally = { 0 };

  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (box), FALSE);
  if (VOTUM_IS_CLASS (self->entrant))
    show_panel_cell (self, votum_case, round, GTK_CHECK_BUTTON (box), juror);
  else
    votum_case_tally (votum_case, round, self->entrant, juror, &tally);
  if (!VOTUM_IS_CLASS (self->entrant))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (box), tally.wanted > 0 || (!tally.unassigned && !tally.recused));
  gtk_widget_set_visible (box, !tally.recused);
  gtk_widget_set_sensitive (box, may);
  gtk_widget_set_tooltip_text (box, may ? spoken : error->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (word, tally.recused || tally.given > 0);
  gtk_label_set_text (GTK_LABEL (word), tally.recused ? _("Recused") : tally.given >= tally.wanted ? _("done") : _("begun"));
}

static void
show_panel (VotumAssignmentRow *self,
            VotumCase          *votum_case)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < self->jurors->len; i++)
    n += votum_case_marks_class (votum_case, g_ptr_array_index (self->jurors, i), self->entrant);
  text = g_strdup_printf (_("Panel of %u"), n);
  gtk_label_set_text (self->coverage, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->coverage), "trouble");
}

/* "3 jurors · 1 done", and what is missing to what the rule asks for. */
static void
show_coverage (VotumAssignmentRow *self,
               VotumCase          *votum_case,
               VotumThing         *round)
{
  VotumCoverage coverage;
  g_autofree char *asked = NULL;
  g_autofree char *text = NULL;

  if (VOTUM_IS_CLASS (self->entrant))
    {
      show_panel (self, votum_case);
      return;
    }
  votum_case_coverage (votum_case, round, self->entrant, &coverage);
  asked = g_strdup_printf (ngettext ("%u juror", "%u jurors", coverage.asked), coverage.asked);
  if (coverage.asked < coverage.minimum)
    /* TRANSLATORS: "1 juror: the rule asks for 3" */
    text = g_strdup_printf (_("%s: the rule asks for %u"), asked, coverage.minimum);
  else if (coverage.done > 0)
    /* TRANSLATORS: "3 jurors, 1 done" */
    text = g_strdup_printf (_("%s, %u done"), asked, coverage.done);
  else
    text = g_steal_pointer (&asked);
  gtk_label_set_text (self->coverage, text);
  if (coverage.asked < coverage.minimum)
    gtk_widget_add_css_class (GTK_WIDGET (self->coverage), "trouble");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->coverage), "trouble");
}

/**
 * votum_assignment_row_show:
 * @self: a row
 * @desk: the desk
 * @round: the round
 * @entrant: whose row it is; or a class, whose panel is shown
 * @jurors: (element-type VotumThing): those who mark, in the order of the columns
 */
void
votum_assignment_row_show (VotumAssignmentRow *self,
                           VotumDesk          *desk,
                           VotumThing         *round,
                           VotumThing         *entrant,
                           GPtrArray          *jurors)
{
  g_autofree char *name = votum_desk_name (desk, entrant);
  GtkWidget *cell;

  g_return_if_fail (VOTUM_IS_ASSIGNMENT_ROW (self));

  self->showing = TRUE;
  g_set_object (&self->entrant, entrant);
  fill_cells (self, jurors);
  gtk_label_set_text (self->name, name);
  if (VOTUM_IS_CLASS (entrant))
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "heading");
  cell = gtk_widget_get_first_child (GTK_WIDGET (self->cells));
  for (guint i = 0; i < jurors->len; i++, cell = gtk_widget_get_next_sibling (cell))
    show_cell (self, desk, round, cell, g_ptr_array_index (jurors, i));
  show_coverage (self, votum_desk_get_case (desk), round);
  self->showing = FALSE;
}

VotumThing *
votum_assignment_row_get_entrant (VotumAssignmentRow *self)
{
  g_return_val_if_fail (VOTUM_IS_ASSIGNMENT_ROW (self), NULL);

  return self->entrant;
}

/* ---- the keyboard ---- */

static GtkWidget *
box_at (VotumAssignmentRow *self,
        guint               juror)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->cells));

  for (guint i = 0; cell != NULL && i < juror; i++)
    cell = gtk_widget_get_next_sibling (cell);

  return cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
}

/**
 * votum_assignment_row_get_focus:
 * @self: a row
 *
 * Returns: in which column the focus is, -1: in none
 */
int
votum_assignment_row_get_focus (VotumAssignmentRow *self)
{
  g_return_val_if_fail (VOTUM_IS_ASSIGNMENT_ROW (self), -1);

  for (guint i = 0; self->jurors != NULL && i < self->jurors->len; i++)
    if (gtk_widget_is_focus (box_at (self, i)))
      return (int) i;

  return -1;
}

/**
 * votum_assignment_row_grab:
 * @self: a row
 * @juror: a column
 *
 * Returns: whether the box in that column has the focus now; one that is not there, since the juror is recused, cannot have it
 */
gboolean
votum_assignment_row_grab (VotumAssignmentRow *self,
                           guint               juror)
{
  GtkWidget *box = self->jurors != NULL && juror < self->jurors->len ? box_at (self, juror) : NULL;

  return box != NULL && gtk_widget_get_visible (box) && gtk_widget_grab_focus (box);
}
