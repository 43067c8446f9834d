#include "votum-config.h"

#include "votum-mark-grid-private.h"

#include <glib/gi18n.h>

/* The cursor in the grid, and what moves it. */

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (VotumMarkGrid, votum_mark_grid, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- the cursor ---- */

static void
mark_cursor (VotumMarkGrid *self,
             gboolean       is_there)
{
  VotumGridCell *cell = votum_mark_grid_cell_at (self, self->row, self->column);

  if (cell != NULL && votum_grid_cell_is_at (cell, self->row, self->column))
    votum_grid_cell_set_cursor (cell, is_there);
}

static void
scroll_to_cursor (VotumMarkGrid *self)
{
  int width = votum_mark_grid_cell_width (self);
  int height = votum_mark_grid_row_height (self);

  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], (double) self->column * width, (self->column + 1.0) * width);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], (double) self->row * height, (self->row + 1.0) * height);
}

static void
move_cursor (VotumMarkGrid *self,
             guint          row,
             guint          column,
             gboolean       focus)
{
  if (self->entrants->len == 0 || self->items->len == 0)
    return;

  mark_cursor (self, FALSE);
  self->row = MIN (row, self->entrants->len - 1);
  self->column = MIN (column, self->items->len - 1);
  scroll_to_cursor (self);
  mark_cursor (self, TRUE);
  if (focus)
    votum_mark_grid_grab (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * votum_mark_grid_grab:
 * @self: a grid
 *
 * Returns: whether the cursor has the focus now
 */
gboolean
votum_mark_grid_grab (VotumMarkGrid *self)
{
  VotumGridCell *cell;

  g_return_val_if_fail (VOTUM_IS_MARK_GRID (self), FALSE);

  scroll_to_cursor (self);
  cell = votum_mark_grid_cell_at (self, self->row, self->column);
  if (cell == NULL || !votum_grid_cell_is_at (cell, self->row, self->column))
    return gtk_widget_grab_focus (GTK_WIDGET (self));

  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static guint
rows_in_sight (VotumMarkGrid *self)
{
  return MAX (self->pool_rows, 3) - 2;
}

static guint
minus (guint a,
       guint b)
{
  return a > b ? a - b : 0;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        VotumMarkGrid         *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  guint row = self->row;
  guint column = self->column;

  if ((state & (GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      column = control ? 0 : minus (column, 1);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      column = control ? G_MAXUINT : column + 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      row = minus (row, 1);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      row++;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      row = minus (row, rows_in_sight (self));
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      row += rows_in_sight (self);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      column = 0;
      row = control ? 0 : row;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      column = G_MAXUINT;
      row = control ? G_MAXUINT : row;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  move_cursor (self, row, column, TRUE);

  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            VotumMarkGrid   *self)
{
  guint row, column;

  if (votum_mark_grid_find_place (self, x, y, &row, &column))
    move_cursor (self, row, column, TRUE);
}

/* For the Tab key the grid is one place. */
static gboolean
votum_mark_grid_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget) || self->entrants->len == 0 || self->items->len == 0)
    return FALSE;

  return votum_mark_grid_grab (self);
}

static gboolean
query_tooltip_cb (VotumMarkGrid *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  guint row, column;
  VotumScoringItem *item;

  /* the headings are cut short; below a heading lies its column */
  if (y >= votum_mark_grid_heading_height (self) || self->entrants->len == 0 ||
      !votum_mark_grid_find_place (self, x, votum_mark_grid_heading_height (self), &row, &column))
    return FALSE;
  item = votum_mark_grid_item_at (self, column);
  gtk_tooltip_set_text (tooltip, item->name);

  return TRUE;
}

/* ---- scrolling ---- */

static void
scrolled_cb (VotumMarkGrid *self)
{
  votum_mark_grid_place_cells (self, FALSE);
}

static void
set_adjustment (VotumMarkGrid *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
votum_mark_grid_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_mark_grid_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_mark_grid_dispose (GObject *object)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (object);
  GtkWidget *child;

  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->totals, 0);
  g_ptr_array_set_size (self->headings, 0);
  self->pool_rows = self->pool_columns = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (votum_mark_grid_parent_class)->dispose (object);
}

static void
votum_mark_grid_finalize (GObject *object)
{
  VotumMarkGrid *self = VOTUM_MARK_GRID (object);

  g_ptr_array_unref (self->entrants);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->totals);
  g_ptr_array_unref (self->headings);

  G_OBJECT_CLASS (votum_mark_grid_parent_class)->finalize (object);
}

static void
votum_mark_grid_class_init (VotumMarkGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_mark_grid_get_property;
  object_class->set_property = votum_mark_grid_set_property;
  object_class->dispose = votum_mark_grid_dispose;
  object_class->finalize = votum_mark_grid_finalize;
  widget_class->measure = votum_mark_grid_measure;
  widget_class->size_allocate = votum_mark_grid_size_allocate;
  widget_class->snapshot = votum_mark_grid_snapshot;
  widget_class->focus = votum_mark_grid_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "markgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
votum_mark_grid_init (VotumMarkGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->entrants = g_ptr_array_new ();
  self->items = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  self->totals = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  votum_mark_grid_measure_font (self);

  self->corner = votum_grid_cell_new (VOTUM_GRID_CELL_HEADING);
  votum_grid_cell_set (VOTUM_GRID_CELL (self->corner), VOTUM_GRID_CELL_HEADING, _("Finalist"), _("Finalist"));
  self->total_heading = votum_grid_cell_new (VOTUM_GRID_CELL_HEADING);
  votum_grid_cell_set (VOTUM_GRID_CELL (self->total_heading), VOTUM_GRID_CELL_HEADING, _("Total"), _("Total"));
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  gtk_widget_set_parent (self->total_heading, GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* ---- what it shows ---- */

/**
 * votum_mark_grid_set:
 * @self: a grid
 * @sheet: whose marks it shows
 * @entrants: (element-type VotumThing): the rows
 * @items: (element-type VotumScoringItem): the columns
 *
 * Shows the marks anew. The cursor stays with its finalist and criterion where they are still there.
 */
void
votum_mark_grid_set (VotumMarkGrid     *self,
                     VotumScoringSheet *sheet,
                     GPtrArray         *entrants,
                     GPtrArray         *items)
{
  g_autoptr(VotumThing) entrant = NULL;
  g_autoptr(VotumThing) criterion = NULL;

  g_return_if_fail (VOTUM_IS_MARK_GRID (self));

  if (votum_mark_grid_get_entrant (self) != NULL && votum_mark_grid_get_item (self) != NULL)
    {
      entrant = g_object_ref (votum_mark_grid_get_entrant (self));
      criterion = g_object_ref (votum_mark_grid_get_item (self)->criterion);
    }
  g_ptr_array_ref (entrants);
  g_ptr_array_ref (items);
  g_ptr_array_unref (self->entrants);
  g_ptr_array_unref (self->items);
  g_set_object (&self->sheet, sheet);
  self->entrants = entrants;
  self->items = items;
  self->row = MIN (self->row, MAX (entrants->len, 1) - 1);
  self->column = MIN (self->column, MAX (items->len, 1) - 1);
  votum_mark_grid_place_cells (self, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  votum_mark_grid_move_to (self, entrant, criterion);
}

static gboolean
find_entrant (VotumMarkGrid *self,
              VotumThing    *entrant,
              guint         *row)
{
  return entrant != NULL && g_ptr_array_find (self->entrants, entrant, row);
}

static gboolean
find_item (VotumMarkGrid *self,
           VotumThing    *criterion,
           guint         *column)
{
  for (guint i = 0; i < self->items->len; i++)
    if (votum_mark_grid_item_at (self, i)->criterion == criterion)
      {
        *column = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * votum_mark_grid_refresh:
 * @self: a grid
 * @entrant: (nullable): whose marks have changed; %NULL: those of many
 * @criterion: (nullable): on which criterion
 *
 * Shows what has changed.
 */
void
votum_mark_grid_refresh (VotumMarkGrid *self,
                         VotumThing    *entrant,
                         VotumThing    *criterion)
{
  guint row, column;

  g_return_if_fail (VOTUM_IS_MARK_GRID (self));

  if (self->pool_rows == 0 || self->pool_columns == 0)
    return;
  if (!find_entrant (self, entrant, &row) || !find_item (self, criterion, &column))
    {
      votum_mark_grid_place_cells (self, TRUE);
      return;
    }
  if (votum_grid_cell_is_at (votum_mark_grid_cell_at (self, row, column), row, column))
    votum_mark_grid_show_cell (self, row, column);
  if (votum_grid_cell_is_at (g_ptr_array_index (self->names, row % self->pool_rows), row, 0))
    votum_mark_grid_show_name (self, row);
}

VotumThing *
votum_mark_grid_get_entrant (VotumMarkGrid *self)
{
  g_return_val_if_fail (VOTUM_IS_MARK_GRID (self), NULL);

  return votum_mark_grid_entrant_at (self, self->row);
}

VotumScoringItem *
votum_mark_grid_get_item (VotumMarkGrid *self)
{
  g_return_val_if_fail (VOTUM_IS_MARK_GRID (self), NULL);

  return votum_mark_grid_item_at (self, self->column);
}

/**
 * votum_mark_grid_get_cell:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the widget of the cursor's cell, to point at
 */
GtkWidget *
votum_mark_grid_get_cell (VotumMarkGrid *self)
{
  VotumGridCell *cell = votum_mark_grid_cell_at (self, self->row, self->column);

  return cell != NULL ? GTK_WIDGET (cell) : NULL;
}

/**
 * votum_mark_grid_move_to:
 * @self: a grid
 * @entrant: (nullable): a finalist
 * @criterion: (nullable): a criterion
 *
 * Moves the cursor to where they meet; without one of them it stays in its row or column.
 */
void
votum_mark_grid_move_to (VotumMarkGrid *self,
                         VotumThing    *entrant,
                         VotumThing    *criterion)
{
  guint row = self->row;
  guint column = self->column;

  find_entrant (self, entrant, &row);
  find_item (self, criterion, &column);
  move_cursor (self, row, column, gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
}

/**
 * votum_mark_grid_advance:
 * @self: a grid
 *
 * Moves on to the next criterion of the same finalist without a mark.
 *
 * Returns: whether there is one
 */
gboolean
votum_mark_grid_advance (VotumMarkGrid *self)
{
  VotumThing *entrant = votum_mark_grid_get_entrant (self);

  for (guint column = self->column + 1; column < self->items->len; column++)
    if (votum_scoring_sheet_get_mark (self->sheet, entrant, votum_mark_grid_item_at (self, column)->criterion) == NULL)
      {
        move_cursor (self, self->row, column, TRUE);
        return TRUE;
      }

  return FALSE;
}
