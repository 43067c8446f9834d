#include "votum-config.h"

#include "votum-assignments-view.h"

#include <glib/gi18n.h>

#include "votum-assignment-row.h"
#include "votum-case-assigned.h"
#include "votum-case-result.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-long-list.h"
#include "votum-names.h"
#include "votum-things.h"
#include "votum-wrap.h"

struct _VotumAssignmentsView {
  AdwBin         parent_instance;

  GtkStack      *stack;
  GtkLabel      *lead;
  GtkWidget     *tools;
  GtkSpinButton *count;
  GtkWidget     *spread;
  GtkWidget     *all;
  GtkBox        *heads;
  GtkGridView   *list;

  VotumDesk     *desk;
  VotumThing    *round;    /* (nullable) */
  GPtrArray     *jurors;   /* (nullable): those of the columns */
  GListStore    *entrants; /* and classes before theirs, where there are several */
  GPtrArray     *rows;     /* of VotumAssignmentRow, those that are bound */
};

G_DEFINE_FINAL_TYPE (VotumAssignmentsView, votum_assignments_view, ADW_TYPE_BIN)

static VotumCase *
case_of (VotumAssignmentsView *self)
{
  return votum_desk_get_case (self->desk);
}

/* ---- what is done ---- */

static void
show_row (VotumAssignmentsView *self,
          VotumAssignmentRow   *row)
{
  votum_assignment_row_show (row, self->desk, self->round, votum_assignment_row_get_entrant (row), self->jurors);
}

static void
assigned_cb (VotumAssignmentsView *self,
             VotumThing           *entrant,
             VotumThing           *juror,
             gboolean              assigned,
             VotumAssignmentRow   *row)
{
  GError *error = NULL;

  votum_desk_flush (self->desk);
  if (!VOTUM_IS_CLASS (entrant))
    votum_case_assign (case_of (self), juror, entrant, assigned, &error);
  else if (assigned)
    votum_case_assign_class (case_of (self), juror, entrant, &error);
  else
    votum_case_leave_class (case_of (self), juror, entrant, &error);
  if (error == NULL)
    return;
  /* the box says what holds, the sentence why */
  votum_desk_toast (self->desk, FALSE, "%s", error->message);
  g_error_free (error);
  show_row (self, row);
}

static void
spread_cb (VotumAssignmentsView *self)
{
  g_autoptr(GPtrArray) short_of = g_ptr_array_new ();
  guint n = (guint) gtk_spin_button_get_value_as_int (self->count);
  GError *error = NULL;

  votum_desk_flush (self->desk);
  if (!votum_case_spread (case_of (self), self->round, n, short_of, &error))
    {
      votum_desk_report (self->desk, error);
      return;
    }
  if (short_of->len == 0)
    votum_desk_toast (self->desk, TRUE, ngettext ("Each finalist has at least %u juror", "Each finalist has at least %u jurors", n), n);
  else
    votum_desk_toast (self->desk, TRUE, ngettext ("%u finalist has fewer: too many are recused", "%u finalists have fewer: too many are recused",
                                                  short_of->len), short_of->len);
}

static void
all_cb (VotumAssignmentsView *self)
{
  GError *error = NULL;

  votum_desk_flush (self->desk);
  if (votum_case_assign_all (case_of (self), NULL, &error))
    votum_desk_toast (self->desk, TRUE, _("Everybody marks all"));
  else
    votum_desk_report (self->desk, error);
}

/* ---- the rows ---- */

static void
setup_cb (VotumAssignmentsView *self,
          GtkListItem          *item)
{
  GtkWidget *row = votum_assignment_row_new ();

  g_signal_connect_object (row, "assigned", G_CALLBACK (assigned_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (VotumAssignmentsView *self,
         GtkListItem          *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *name = votum_desk_name (self->desk, gtk_list_item_get_item (item));

  votum_assignment_row_show (VOTUM_ASSIGNMENT_ROW (row), self->desk, self->round, gtk_list_item_get_item (item), self->jurors);
  votum_long_list_name (row, name);
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (VotumAssignmentsView *self,
           GtkListItem          *item)
{
  g_ptr_array_remove (self->rows, gtk_list_item_get_child (item));
}

/* ---- the keyboard ---- */

static VotumAssignmentRow *
row_of (VotumAssignmentsView *self,
        guint                 position)
{
  g_autoptr(VotumThing) entrant = g_list_model_get_item (G_LIST_MODEL (self->entrants), position);

  for (guint i = 0; entrant != NULL && i < self->rows->len; i++)
    if (votum_assignment_row_get_entrant (g_ptr_array_index (self->rows, i)) == entrant)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/* Along the boxes of a row, passing those that are not there; and to the same juror in the next row. */
static gboolean
move (VotumAssignmentsView *self,
      VotumAssignmentRow   *row,
      int                   column,
      int                   across,
      int                   down)
{
  guint position;

  if (across != 0)
    {
      for (int i = column + across; i >= 0 && i < (int) self->jurors->len; i += across)
        if (votum_assignment_row_grab (row, (guint) i))
          break;
      return GDK_EVENT_STOP;
    }
  if (!g_list_store_find (self->entrants, votum_assignment_row_get_entrant (row), &position))
    return GDK_EVENT_PROPAGATE;
  for (row = row_of (self, position + (guint) down); row != NULL; row = row_of (self, position + (guint) down))
    {
      position += (guint) down;
      if (votum_assignment_row_grab (row, (guint) column))
        break;
    }

  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        VotumAssignmentsView  *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      VotumAssignmentRow *row = g_ptr_array_index (self->rows, i);
      int column = votum_assignment_row_get_focus (row);

      if (column < 0)
        continue;
      switch (keyval)
        {
        case GDK_KEY_Left:
          return move (self, row, column, -1, 0);
        case GDK_KEY_Right:
          return move (self, row, column, 1, 0);
        case GDK_KEY_Up:
          return move (self, row, column, 0, -1);
        case GDK_KEY_Down:
          return move (self, row, column, 0, 1);
        default:
          return GDK_EVENT_PROPAGATE;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

/* ---- what is shown ---- */

static guint
most_of (VotumAssignmentsView *self)
{
  return self->jurors != NULL ? MAX (self->jurors->len, 1) : 1;
}

static GtkWidget *
new_head (VotumAssignmentsView *self,
          VotumThing           *juror)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (case_of (self), self->round);
  GtkWidget *name = gtk_label_new (votum_thing_get_text (juror, VOTUM_JUROR_NAME));
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *cell = votum_assignment_cell_new (name);
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < entrants->len; i++)
    {
      VotumTally tally;

      votum_case_tally (case_of (self), self->round, g_ptr_array_index (entrants, i), juror, &tally);
      n += tally.wanted > 0;
    }
  text = g_strdup_printf (ngettext ("%u finalist", "%u finalists", n), n);
  gtk_label_set_text (GTK_LABEL (number), text);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 11);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_widget_add_css_class (number, "caption");
  gtk_box_append (GTK_BOX (cell), number);

  return cell;
}

static void
show_heads (VotumAssignmentsView *self)
{
  GtkWidget *corner = gtk_label_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->heads))) != NULL)
    gtk_box_remove (self->heads, child);
  gtk_widget_set_size_request (corner, 220, -1);
  gtk_box_append (self->heads, corner);
  for (guint i = 0; i < self->jurors->len; i++)
    gtk_box_append (self->heads, new_head (self, g_ptr_array_index (self->jurors, i)));
}

static void
show_lead (VotumAssignmentsView *self)
{
  g_autofree char *round = votum_desk_name (self->desk, self->round);
  g_autofree char *text = NULL;

  if (votum_case_has_assignments (case_of (self)))
    text = g_strdup_printf (_("“%s”: each juror marks the finalists that are ticked. Who has no tick of their own marks all."), round);
  else
    text = g_strdup_printf (_("“%s”: everybody marks all that they are not recused from. Untick a box, or spread the finalists, where they are too "
                              "many for that."), round);
  gtk_label_set_text (self->lead, text);
}

/* Each class before its finalists, where there are several: a box beside it is for its panel. */
static GPtrArray *
listed_things (VotumAssignmentsView *self)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (case_of (self), self->round);
  g_autoptr(GPtrArray) classes = votum_case_in_order (case_of (self), VOTUM_KIND_CLASS);
  GPtrArray *things = g_ptr_array_new ();

  for (guint c = 0; classes->len > 1 && c < classes->len; c++)
    {
      VotumThing *class_thing = g_ptr_array_index (classes, c);

      g_ptr_array_add (things, class_thing);
      for (guint i = 0; i < entrants->len; i++)
        if (votum_thing_get_ref (g_ptr_array_index (entrants, i), VOTUM_ENTRANT_CLASS) == votum_thing_get_id (class_thing))
          g_ptr_array_add (things, g_ptr_array_index (entrants, i));
    }
  for (guint i = 0; i < entrants->len; i++)
    if (classes->len < 2 || !votum_thing_is_set (g_ptr_array_index (entrants, i), VOTUM_ENTRANT_CLASS))
      g_ptr_array_add (things, g_ptr_array_index (entrants, i));

  return things;
}

static void
list_entrants (VotumAssignmentsView *self)
{
  g_autoptr(GPtrArray) things = listed_things (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entrants));
  gboolean same = n == things->len;

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr(VotumThing) listed = g_list_model_get_item (G_LIST_MODEL (self->entrants), i);

      same = listed == g_ptr_array_index (things, i);
    }
  if (!same)
    g_list_store_splice (self->entrants, 0, n, things->pdata, things->len);
}

static void
refresh (VotumAssignmentsView *self)
{
  VotumThing *round = votum_case_current_round (case_of (self));
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (case_of (self));
  g_autoptr(GPtrArray) entrants = round != NULL ? votum_case_round_entrants (case_of (self), round) : NULL;
  gboolean any = round != NULL && jurors->len > 0 && entrants->len > 0;
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (self->count);

  votum_names_show_only (self->stack, any ? "some" : "none");
  if (!any)
    {
      g_list_store_remove_all (self->entrants);
      return;
    }
  g_set_object (&self->round, round);
  g_clear_pointer (&self->jurors, g_ptr_array_unref);
  self->jurors = g_ptr_array_ref (jurors);
  list_entrants (self);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
  show_heads (self);
  show_lead (self);
  if (gtk_adjustment_get_upper (adjustment) != most_of (self))
    {
      gtk_adjustment_set_upper (adjustment, most_of (self));
      gtk_adjustment_set_value (adjustment, MIN (3, most_of (self)));
    }
  gtk_widget_set_visible (self->tools, votum_case_may_change (case_of (self), VOTUM_KIND_ASSIGNMENT, NULL, NULL));
  gtk_widget_set_sensitive (self->all, votum_case_has_assignments (case_of (self)));
}

static void
changed_cb (VotumAssignmentsView *self)
{
  /* what nobody sees is shown anew when it is seen */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
votum_assignments_view_dispose (GObject *object)
{
  VotumAssignmentsView *self = VOTUM_ASSIGNMENTS_VIEW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->round);
  g_clear_object (&self->entrants);
  g_clear_pointer (&self->jurors, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_assignments_view_parent_class)->dispose (object);
}

static void
votum_assignments_view_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_ASSIGNMENTS_VIEW (object)->rows);

  G_OBJECT_CLASS (votum_assignments_view_parent_class)->finalize (object);
}

static void
votum_assignments_view_class_init (VotumAssignmentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_assignments_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_assignments_view_finalize;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-assignments-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, lead);
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, tools);
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, count);
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, spread);
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, all);
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, heads);
  gtk_widget_class_bind_template_child (widget_class, VotumAssignmentsView, list);
  gtk_widget_class_bind_template_callback (widget_class, spread_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
votum_assignments_view_init (VotumAssignmentsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->entrants = g_list_store_new (VOTUM_TYPE_THING);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  votum_long_list_prepare (self->list);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

/**
 * votum_assignments_view_set_desk:
 * @self: a view, once
 * @desk: whose assignments it shows
 */
void
votum_assignments_view_set_desk (VotumAssignmentsView *self,
                                 VotumDesk            *desk)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_return_if_fail (VOTUM_IS_ASSIGNMENTS_VIEW (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (case_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (self, "map", G_CALLBACK (refresh), NULL);
  refresh (self);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->entrants)));
  gtk_grid_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}
