#include "votum-config.h"

#include "votum-sheet-private.h"

#include <string.h>

/* What is read off a sheet once it is built. */

static const VotumCell no_cell = { { 0, 0 }, VOTUM_CELL_NONE };

/**
 * votum_sheet_n_rounds:
 * @self: a sheet
 *
 * Returns: the number of rounds, revotes counted
 */
guint
votum_sheet_n_rounds (const VotumSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rounds;
}

/**
 * votum_sheet_n_entrants:
 * @self: a sheet
 *
 * Returns: the number of entrants
 */
guint
votum_sheet_n_entrants (const VotumSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_entrants;
}

/**
 * votum_sheet_n_jurors:
 * @self: a sheet
 *
 * Returns: the number of jurors
 */
guint
votum_sheet_n_jurors (const VotumSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_jurors;
}

/**
 * votum_sheet_n_leaves:
 * @self: a sheet
 *
 * Returns: the number of criteria that have a value of their own
 */
guint
votum_sheet_n_leaves (const VotumSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->leaves->len;
}

/**
 * votum_sheet_n_nodes:
 * @self: a sheet
 *
 * Returns: the number of criteria, groups counted
 */
guint
votum_sheet_n_nodes (const VotumSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->nodes->len;
}

/**
 * votum_sheet_node:
 * @self: a sheet
 * @node: index of a node
 *
 * Returns: (transfer none): the node
 */
const VotumSheetNode *
votum_sheet_node (const VotumSheet *self, guint node)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < self->nodes->len, NULL);
  return &g_array_index (self->nodes, VotumSheetNode, node);
}

/**
 * votum_sheet_leaf_node:
 * @self: a sheet
 * @leaf: index of a leaf
 *
 * Returns: the index of the leaf's node
 */
guint
votum_sheet_leaf_node (const VotumSheet *self, guint leaf)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (leaf < self->leaves->len, 0);
  return g_array_index (self->leaves, guint, leaf);
}

/**
 * votum_sheet_find_node:
 * @self: a sheet
 * @key: the key of a criterion or group
 *
 * Returns: the index of the first node with that key, -1 if there is none
 */
int
votum_sheet_find_node (const VotumSheet *self, const char *key)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (key != NULL, -1);

  for (guint i = 0; i < self->nodes->len; i++)
    if (g_str_equal (g_array_index (self->nodes, VotumSheetNode, i).key, key))
      return (int) i;
  return -1;
}

/**
 * votum_sheet_panel:
 * @self: a sheet
 * @round: index of a round
 * @entrant: index of an entrant
 * @leaf: index of a leaf
 *
 * Returns: (transfer none) (nullable): the marks of all jurors in a row, one cell each; %NULL while no
 *   mark at all was set
 */
const VotumCell *
votum_sheet_panel (const VotumSheet *self, guint round, guint entrant, guint leaf)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (round < self->n_rounds && entrant < self->n_entrants && leaf < self->leaves->len, NULL);

  return self->cells != NULL ? &self->cells[votum_sheet_cell_index (self, round, entrant, 0, leaf)] : NULL;
}

/**
 * votum_sheet_cell:
 * @self: a sheet
 * @round: index of a round
 * @entrant: index of an entrant
 * @juror: index of a juror
 * @leaf: index of a leaf
 *
 * Returns: (transfer none): the mark, or why there is none
 */
const VotumCell *
votum_sheet_cell (const VotumSheet *self, guint round, guint entrant, guint juror, guint leaf)
{
  const VotumCell *panel;

  g_return_val_if_fail (self != NULL, &no_cell);
  g_return_val_if_fail (juror < self->n_jurors, &no_cell);

  panel = votum_sheet_panel (self, round, entrant, leaf);
  return panel != NULL ? &panel[juror] : &no_cell;
}

/**
 * votum_sheet_measure:
 * @self: a sheet
 * @entrant: index of an entrant
 * @leaf: index of a leaf
 * @value: (out caller-allocates) (optional): as measured, before the value function
 *
 * Returns: %FALSE if nothing was measured there
 */
gboolean
votum_sheet_measure (const VotumSheet *self, guint entrant, guint leaf, VotumDecimal *value)
{
  const VotumCell *cell;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (entrant < self->n_entrants && leaf < self->leaves->len, FALSE);

  if (self->measures == NULL)
    return FALSE;
  cell = &self->measures[(gsize) entrant * self->leaves->len + leaf];
  if (cell->state != VOTUM_CELL_VALUE)
    return FALSE;
  if (value != NULL)
    *value = cell->value;
  return TRUE;
}

/**
 * votum_sheet_agreed:
 * @self: a sheet
 * @round: index of a round
 * @entrant: index of an entrant
 * @leaf: index of a leaf
 * @value: (out caller-allocates) (optional): what the panel agreed on
 *
 * Returns: %FALSE if the panel has agreed on no mark there
 */
gboolean
votum_sheet_agreed (const VotumSheet *self, guint round, guint entrant, guint leaf, VotumDecimal *value)
{
  const VotumDecimal *agreed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (round < self->n_rounds && entrant < self->n_entrants && leaf < self->leaves->len, FALSE);

  agreed = self->agreed != NULL ? g_hash_table_lookup (self->agreed, votum_sheet_panel_key (self, round, entrant, leaf)) : NULL;
  if (agreed != NULL && value != NULL)
    *value = *agreed;
  return agreed != NULL;
}

/**
 * votum_sheet_in_round:
 * @self: a sheet
 * @round: index of a round
 * @entrant: index of an entrant
 *
 * Returns: whether the entrant takes part in the round
 */
gboolean
votum_sheet_in_round (const VotumSheet *self, guint round, guint entrant)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (round < self->n_rounds && entrant < self->n_entrants, FALSE);

  return self->in_round[(gsize) round * self->n_entrants + entrant];
}

/**
 * votum_sheet_is_revote:
 * @self: a sheet
 * @round: index of a round
 *
 * Returns: whether the round is a revote
 */
gboolean
votum_sheet_is_revote (const VotumSheet *self, guint round)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (round < self->n_rounds, FALSE);

  return self->revote[round];
}

/**
 * votum_sheet_is_falling:
 * @self: a sheet
 *
 * Returns: whether the lowest mark is the best one
 */
gboolean
votum_sheet_is_falling (const VotumSheet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->falling;
}

/**
 * votum_sheet_chair_place:
 * @self: a sheet
 * @round: index of a round
 * @entrant: index of an entrant
 *
 * Returns: where the chair puts the entrant, 1 first; 0 if the chair has said nothing
 */
guint
votum_sheet_chair_place (const VotumSheet *self, guint round, guint entrant)
{
  guint own;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (round < self->n_rounds && entrant < self->n_entrants, 0);

  own = self->chair[(gsize) (round + 1) * self->n_entrants + entrant];

  return own != 0 ? own : self->chair[entrant];
}

/**
 * votum_sheet_name:
 * @self: a sheet
 * @entrant: index of an entrant
 *
 * Returns: (transfer none) (nullable): how messages call the entrant
 */
const char *
votum_sheet_name (const VotumSheet *self, guint entrant)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entrant < self->n_entrants, NULL);

  return self->names[entrant];
}
