#include "votum-grid.h"

static void
clear_column (gpointer data)
{
  VotumGridColumn *column = data;

  g_free (column->key);
  g_free (column->head);
}

/**
 * votum_grid_new:
 * @name: what it is called in every language
 * @title: what people read
 *
 * Returns: (transfer full): a table without columns
 */
VotumGrid *
votum_grid_new (const char *name,
                const char *title)
{
  VotumGrid *self = g_new0 (VotumGrid, 1);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->columns = g_array_new (FALSE, TRUE, sizeof (VotumGridColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * votum_grid_free:
 * @self: (transfer full): a table
 */
void
votum_grid_free (VotumGrid *self)
{
  g_free (self->name);
  g_free (self->title);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * votum_grid_column:
 * @self: a table without rows
 * @type: of its cells
 * @key: what the column is called in every language
 * @head: what people read
 */
void
votum_grid_column (VotumGrid     *self,
                   VotumGridType  type,
                   const char    *key,
                   const char    *head)
{
  VotumGridColumn column = { type, g_strdup (key), g_strdup (head) };

  g_array_append_val (self->columns, column);
}

/**
 * votum_grid_cell:
 * @self: a table whose columns are known
 * @text: (nullable): the next cell, row by row; nothing and "" are the same
 */
void
votum_grid_cell (VotumGrid  *self,
                 const char *text)
{
  g_ptr_array_add (self->cells, text != NULL && *text != '\0' ? g_strdup (text) : NULL);
}

/**
 * votum_grid_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, without the heads
 */
guint
votum_grid_n_rows (const VotumGrid *self)
{
  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

/**
 * votum_grid_get:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (nullable) (transfer none): what stands there
 */
const char *
votum_grid_get (const VotumGrid *self,
                guint            row,
                guint            column)
{
  g_return_val_if_fail (column < self->columns->len && row < votum_grid_n_rows (self), NULL);

  return g_ptr_array_index (self->cells, row * self->columns->len + column);
}
