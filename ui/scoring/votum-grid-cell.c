#include "votum-grid-cell.h"

struct _VotumGridCell {
  GtkWidget           parent_instance;

  GtkInscription     *text;
  guint               row;     /* the place it stands for; G_MAXUINT: none */
  guint               column;
  VotumGridCellStyle  style;
};

static const char *const style_classes[] = {
  [VOTUM_GRID_CELL_MISSING] = "missing",
  [VOTUM_GRID_CELL_GIVEN] = "given",
  [VOTUM_GRID_CELL_NOT_OBSERVED] = "not-observed",
  [VOTUM_GRID_CELL_RECUSED] = "recused",
  [VOTUM_GRID_CELL_HEADING] = "heading",
  [VOTUM_GRID_CELL_TOTAL] = "total",
};

G_DEFINE_FINAL_TYPE (VotumGridCell, votum_grid_cell, GTK_TYPE_WIDGET)

static void
votum_grid_cell_dispose (GObject *object)
{
  VotumGridCell *self = VOTUM_GRID_CELL (object);

  if (self->text != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->text));
  self->text = NULL;

  G_OBJECT_CLASS (votum_grid_cell_parent_class)->dispose (object);
}

static void
votum_grid_cell_class_init (VotumGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_grid_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
votum_grid_cell_init (VotumGridCell *self)
{
  self->row = self->column = G_MAXUINT;
  /* an inscription takes the room it is given, so that another text changes no layout */
  self->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (self->text, 0.5);
  gtk_inscription_set_min_chars (self->text, 1);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
}

static void
toggle_class (VotumGridCell *self,
              const char    *name,
              gboolean       on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_style (VotumGridCell     *self,
           VotumGridCellStyle style)
{
  if (style != self->style)
    gtk_widget_remove_css_class (GTK_WIDGET (self), style_classes[self->style]);
  gtk_widget_add_css_class (GTK_WIDGET (self), style_classes[style]);
  self->style = style;
}

/**
 * votum_grid_cell_new:
 * @style: what it is first
 *
 * Returns: a cell. The pointer and the keys are answered by the grid.
 */
GtkWidget *
votum_grid_cell_new (VotumGridCellStyle style)
{
  VotumGridCell *self = g_object_new (VOTUM_TYPE_GRID_CELL, "can-target", FALSE, NULL);

  set_style (self, style);
  if (style == VOTUM_GRID_CELL_HEADING)
    {
      gtk_inscription_set_nat_lines (self->text, 5);
      gtk_inscription_set_xalign (self->text, 0);
      gtk_inscription_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
    }
  else if (style != VOTUM_GRID_CELL_TOTAL)
    {
      gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
    }

  return GTK_WIDGET (self);
}

/**
 * votum_grid_cell_take:
 * @self: a cell
 * @row: a row
 * @column: a column
 *
 * Returns: whether it stands for another place now than before
 */
gboolean
votum_grid_cell_take (VotumGridCell *self,
                      guint          row,
                      guint          column)
{
  if (votum_grid_cell_is_at (self, row, column))
    return FALSE;
  self->row = row;
  self->column = column;

  return TRUE;
}

gboolean
votum_grid_cell_is_at (VotumGridCell *self,
                       guint          row,
                       guint          column)
{
  return self->row == row && self->column == column;
}

/**
 * votum_grid_cell_set:
 * @self: a cell
 * @style: what sort of cell it is now
 * @text: what stands in it
 * @spoken: the same in words, for a screen reader
 */
void
votum_grid_cell_set (VotumGridCell     *self,
                     VotumGridCellStyle style,
                     const char        *text,
                     const char        *spoken)
{
  g_return_if_fail (VOTUM_IS_GRID_CELL (self));

  set_style (self, style);
  gtk_inscription_set_text (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * votum_grid_cell_set_signs:
 * @self: a cell
 * @commented: whether there is a comment on the mark
 * @trouble: whether the reason for its change is missing
 */
void
votum_grid_cell_set_signs (VotumGridCell *self,
                           gboolean       commented,
                           gboolean       trouble)
{
  g_return_if_fail (VOTUM_IS_GRID_CELL (self));

  toggle_class (self, "commented", commented);
  toggle_class (self, "reason", trouble);
}

void
votum_grid_cell_set_cursor (VotumGridCell *self,
                            gboolean       cursor)
{
  g_return_if_fail (VOTUM_IS_GRID_CELL (self));

  toggle_class (self, "cursor", cursor);
}
