#include "votum-config.h"

#include "votum-grid-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-beside.h"
#include "votum-grid-order.h"
#include "votum-level-box.h"
#include "votum-mark-comment.h"
#include "votum-mark-grid.h"
#include "votum-scoring-commands.h"

struct _VotumGridView {
  AdwBin             parent_instance;

  GtkLabel          *legend;
  GtkDropDown       *sets;
  GtkDropDown       *order;
  VotumMarkGrid     *grid;
  VotumLevelBox     *level_box;

  VotumScoringSheet *sheet;
  GPtrArray         *arrays;    /* of GPtrArray of VotumScoringItem: the criteria of each set of finalists */
  gboolean           showing;   /* the choice is being shown, not made */
  GtkWidget         *popover;   /* (nullable): where words or a number are being typed */
  VotumMarkComment  *comment;   /* (nullable): in it */
  GtkWidget         *entry;     /* (nullable): in it */
};

enum {
  MOVED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumGridView, votum_grid_view, ADW_TYPE_BIN)

/* ---- what is shown ---- */

static void
show_level (VotumGridView *self)
{
  VotumDesk *desk = votum_scoring_sheet_get_desk (self->sheet);
  VotumThing *entrant = votum_mark_grid_get_entrant (self->grid);
  VotumScoringItem *item = votum_mark_grid_get_item (self->grid);
  g_autofree char *who = entrant != NULL ? votum_desk_name (desk, entrant) : NULL;
  g_autofree char *value = NULL;

  if (entrant != NULL && item != NULL)
    value = votum_mark_text (votum_scoring_sheet_get_mark (self->sheet, entrant, item->criterion));
  votum_level_box_show (self->level_box, desk, who, entrant != NULL ? item : NULL, value);
}

static void
moved_cb (VotumGridView *self)
{
  if (self->sheet == NULL)
    return;
  show_level (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static GPtrArray *
shown_items (VotumGridView *self)
{
  guint selected = gtk_drop_down_get_selected (self->sets);

  return g_ptr_array_index (self->arrays, selected < self->arrays->len ? selected : 0);
}

static void
show_grid (VotumGridView *self)
{
  g_autoptr(GPtrArray) entrants = NULL;

  if (self->arrays->len == 0)
    return;
  entrants = votum_grid_order (self->sheet, shown_items (self), gtk_drop_down_get_selected (self->order));
  votum_mark_grid_set (self->grid, self->sheet, entrants, shown_items (self));
  show_level (self);
}

static void
set_cb (VotumGridView *self)
{
  if (!self->showing && self->sheet != NULL)
    show_grid (self);
}

static void
order_cb (VotumGridView *self)
{
  if (!self->showing && self->sheet != NULL)
    show_grid (self);
}

/* The criteria that finalists are marked on, each set with the classes it is for. */
static void
find_sets (VotumGridView *self)
{
  GListModel *entrants = votum_scoring_sheet_get_entrants (self->sheet);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->sets);

  g_ptr_array_set_size (self->arrays, 0);
  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      VotumThing *class = votum_case_lookup (votum_scoring_sheet_get_case (self->sheet), votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
      GPtrArray *items = votum_scoring_sheet_get_items (self->sheet, entrant);
      g_autofree char *name = NULL;

      if (g_ptr_array_find (self->arrays, items, NULL))
        continue;
      name = class != NULL ? votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), class) : g_strdup (_("Without class"));
      g_ptr_array_add (self->arrays, g_ptr_array_ref (items));
      gtk_string_list_append (names, name);
    }

  self->showing = TRUE;
  gtk_drop_down_set_model (self->sets, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sets, selected < self->arrays->len ? selected : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sets), self->arrays->len > 1);
  self->showing = FALSE;
}

/* ---- typing in a popover ---- */

static void
popover_closed_cb (VotumGridView *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  if (self->comment != NULL)
    votum_mark_comment_close (self->comment);
  self->comment = NULL;
  self->entry = NULL;
  gtk_widget_unparent (popover);
  votum_mark_grid_grab (self->grid);
}

static void
close_popover (VotumGridView *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
open_popover (VotumGridView *self,
              GtkWidget     *child)
{
  GtkWidget *cell = votum_mark_grid_get_cell (self->grid);
  graphene_rect_t bounds;

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), child);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  if (cell != NULL && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
give (VotumGridView *self,
      const char    *value)
{
  VotumThing *entrant = votum_mark_grid_get_entrant (self->grid);
  VotumThing *criterion = votum_grid_view_get_criterion (self);
  gboolean first;

  if (entrant == NULL || criterion == NULL)
    return;
  first = votum_scoring_sheet_get_mark (self->sheet, entrant, criterion) == NULL;
  if (!votum_scoring_sheet_give (self->sheet, entrant, criterion, value))
    return;
  if (votum_scoring_sheet_wants_reason (self->sheet, entrant, criterion))
    votum_grid_view_open_comment (self);
  else if (first)
    votum_mark_grid_advance (self->grid);
}

static void
typed_cb (VotumGridView *self)
{
  VotumScoringItem *item = votum_mark_grid_get_item (self->grid);
  g_autofree char *value = NULL;
  g_autoptr(GError) error = NULL;

  value = votum_mark_scale_parse (item->scale, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  if (value == NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (self->entry)), error->message);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      /* the sentence is longer than the range it takes the place of */
      gtk_popover_present (GTK_POPOVER (self->popover));
      return;
    }
  close_popover (self);
  give (self, value);
}

static void
begin_typing (VotumGridView    *self,
              VotumScoringItem *item,
              const char       *digit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *range = votum_mark_scale_range (item->scale);
  GtkWidget *hint = gtk_label_new (range);

  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), digit);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, item->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range, -1);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 24);
  gtk_widget_add_css_class (hint, "caption");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), hint);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  open_popover (self, box);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* ---- keys ---- */

static gboolean
give_digit (VotumGridView *self,
            int            digit)
{
  VotumScoringItem *item = votum_mark_grid_get_item (self->grid);
  VotumThing *entrant = votum_mark_grid_get_entrant (self->grid);
  g_autofree char *value = g_strdup_printf ("%d", digit);

  if (item == NULL || item->scale == NULL || entrant == NULL)
    return GDK_EVENT_STOP;
  if (votum_mark_scale_has_button (item->scale, value))
    give (self, value);
  else if (votum_mark_scale_n_buttons (item->scale) > 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (votum_scoring_sheet_check_may (self->sheet, entrant))
    begin_typing (self, item, value);

  return GDK_EVENT_STOP;
}

static void
take_back (VotumGridView *self)
{
  VotumThing *entrant = votum_mark_grid_get_entrant (self->grid);
  VotumThing *criterion = votum_grid_view_get_criterion (self);

  if (entrant != NULL && criterion != NULL)
    votum_scoring_sheet_take_back (self->sheet, entrant, criterion);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        VotumGridView         *self)
{
  int digit = votum_mark_digit_of (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit >= 0)
    return give_digit (self, digit);

  switch (keyval)
    {
    case GDK_KEY_n:
    case GDK_KEY_N:
      give (self, VOTUM_MARK_NONE_OBSERVED);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
    case GDK_KEY_C:
      votum_grid_view_open_comment (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[OPENED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      take_back (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
votum_grid_view_dispose (GObject *object)
{
  VotumGridView *self = VOTUM_GRID_VIEW (object);

  if (self->popover != NULL)
    popover_closed_cb (self);
  self->showing = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->sheet);
  g_clear_pointer (&self->arrays, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_grid_view_parent_class)->dispose (object);
}

static void
votum_grid_view_class_init (VotumGridViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_grid_view_dispose;

  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VOTUM_TYPE_BESIDE);
  g_type_ensure (VOTUM_TYPE_LEVEL_BOX);
  g_type_ensure (VOTUM_TYPE_MARK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-grid-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumGridView, legend);
  gtk_widget_class_bind_template_child (widget_class, VotumGridView, sets);
  gtk_widget_class_bind_template_child (widget_class, VotumGridView, order);
  gtk_widget_class_bind_template_child (widget_class, VotumGridView, grid);
  gtk_widget_class_bind_template_child (widget_class, VotumGridView, level_box);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
votum_grid_view_init (VotumGridView *self)
{
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->legend, _("Keys: digits give the mark, N not observed, Delete takes it back, C comments, Enter opens the "
                                      "finalist. An empty frame is a mark that is missing, a corner a comment, a bar a missing reason."));
}

static void
marked_cb (VotumGridView *self,
           VotumThing    *entrant,
           VotumThing    *criterion)
{
  votum_mark_grid_refresh (self->grid, entrant, criterion);
  show_level (self);
}

/**
 * votum_grid_view_set_sheet:
 * @self: a view
 * @sheet: whose marks it shows; said once
 */
void
votum_grid_view_set_sheet (VotumGridView     *self,
                           VotumScoringSheet *sheet)
{
  g_return_if_fail (VOTUM_IS_GRID_VIEW (self) && self->sheet == NULL);

  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_grid_view_refresh:
 * @self: a view
 *
 * Shows everything anew, after more than marks has changed.
 */
void
votum_grid_view_refresh (VotumGridView *self)
{
  g_return_if_fail (VOTUM_IS_GRID_VIEW (self));

  find_sets (self);
  show_grid (self);
}

VotumThing *
votum_grid_view_get_entrant (VotumGridView *self)
{
  g_return_val_if_fail (VOTUM_IS_GRID_VIEW (self), NULL);

  return votum_mark_grid_get_entrant (self->grid);
}

VotumThing *
votum_grid_view_get_criterion (VotumGridView *self)
{
  VotumScoringItem *item;

  g_return_val_if_fail (VOTUM_IS_GRID_VIEW (self), NULL);

  item = votum_mark_grid_get_item (self->grid);

  return item != NULL ? item->criterion : NULL;
}

/**
 * votum_grid_view_go:
 * @self: a view
 * @entrant: a finalist
 * @criterion: (nullable): a criterion
 *
 * Shows the grid in which they meet, with the cursor there.
 */
void
votum_grid_view_go (VotumGridView *self,
                    VotumThing    *entrant,
                    VotumThing    *criterion)
{
  guint set;

  g_return_if_fail (VOTUM_IS_GRID_VIEW (self));

  if (g_ptr_array_find (self->arrays, votum_scoring_sheet_get_items (self->sheet, entrant), &set))
    gtk_drop_down_set_selected (self->sets, set);
  votum_mark_grid_move_to (self->grid, entrant, criterion);
}

gboolean
votum_grid_view_grab (VotumGridView *self)
{
  g_return_val_if_fail (VOTUM_IS_GRID_VIEW (self), FALSE);

  return votum_mark_grid_grab (self->grid);
}

/**
 * votum_grid_view_open_comment:
 * @self: a view
 *
 * Opens the comment on the mark at the cursor.
 */
void
votum_grid_view_open_comment (VotumGridView *self)
{
  VotumThing *entrant = votum_mark_grid_get_entrant (self->grid);
  VotumThing *criterion = votum_grid_view_get_criterion (self);

  if (entrant == NULL || criterion == NULL || self->popover != NULL)
    return;
  self->comment = VOTUM_MARK_COMMENT (votum_mark_comment_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->comment), 300, -1);
  votum_mark_comment_open (self->comment, self->sheet, entrant, criterion);
  g_signal_connect_object (self->comment, "done", G_CALLBACK (close_popover), self, G_CONNECT_SWAPPED);
  open_popover (self, GTK_WIDGET (self->comment));
}

/**
 * votum_grid_view_finish:
 * @self: a view
 *
 * Returns: %TRUE; what was written has become part of the marks
 */
gboolean
votum_grid_view_finish (VotumGridView *self)
{
  close_popover (self);

  return TRUE;
}
