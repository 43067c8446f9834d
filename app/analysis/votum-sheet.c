#include "votum-config.h"

#include "votum-sheet-private.h"

#include <string.h>

static void
node_clear (gpointer data)
{
  VotumSheetNode *node = data;

  g_clear_pointer (&node->key, g_free);
  g_clear_pointer (&node->xs, g_array_unref);
  g_clear_pointer (&node->ys, g_array_unref);
}

/**
 * votum_sheet_new:
 * @n_rounds: rounds, revotes counted
 * @n_entrants: entrants
 * @n_jurors: jurors, fewer than 65536
 *
 * A sheet without criteria and marks, in which everybody is in every round. Build it with the adding and
 * setting functions from one thread; once built it is only read and may be shared between threads.
 *
 * Returns: (transfer full): a new sheet
 */
VotumSheet *
votum_sheet_new (guint n_rounds, guint n_entrants, guint n_jurors)
{
  VotumSheet *self;

  g_return_val_if_fail (n_jurors <= G_MAXUINT16, NULL);

  self = g_new0 (VotumSheet, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_rounds = n_rounds;
  self->n_entrants = n_entrants;
  self->n_jurors = n_jurors;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (VotumSheetNode));
  g_array_set_clear_func (self->nodes, node_clear);
  self->leaves = g_array_new (FALSE, TRUE, sizeof (guint));
  self->in_round = g_malloc_n (MAX (n_rounds, 1), MAX (n_entrants, 1));
  memset (self->in_round, TRUE, (gsize) n_rounds * n_entrants);
  self->revote = g_new0 (guint8, n_rounds);
  self->chair = g_new0 (guint, (gsize) (n_rounds + 1) * n_entrants);
  self->names = g_new0 (char *, n_entrants);
  return self;
}

/**
 * votum_sheet_ref:
 * @self: a sheet
 *
 * Returns: (transfer full): @self with one more reference
 */
VotumSheet *
votum_sheet_ref (VotumSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * votum_sheet_unref:
 * @self: (nullable) (transfer full): a sheet
 *
 * Gives a reference back; the last one frees the sheet.
 */
void
votum_sheet_unref (VotumSheet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_entrants; i++)
    g_free (self->names[i]);
  g_free (self->names);
  g_free (self->chair);
  g_free (self->revote);
  g_free (self->in_round);
  g_clear_pointer (&self->agreed, g_hash_table_unref);
  g_free (self->measures);
  g_free (self->cells);
  g_array_unref (self->leaves);
  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * votum_sheet_add_node:
 * @self: a sheet without marks and measures so far
 * @key: what a rule calls the criterion, such as "A1"
 * @parent: index of the group it belongs to, added before, or -1 at the top
 * @weight: zero or more; a share among its siblings or a factor, as the rule has it
 * @is_leaf: whether it has a value of its own; else it is a group
 * @measured: whether that value is a measure; else it comes from marks
 *
 * Returns: the index of the node; leaves are counted in the order in which they are added
 */
int
votum_sheet_add_node (VotumSheet *self, const char *key, int parent, VotumDecimal weight,
                      gboolean is_leaf, gboolean measured)
{
  VotumSheetNode node = { 0 };
  guint index;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (key != NULL, -1);
  g_return_val_if_fail (self->cells == NULL && self->measures == NULL, -1);
  g_return_val_if_fail (parent >= -1 && parent < (int) self->nodes->len, -1);
  g_return_val_if_fail (parent == -1 || g_array_index (self->nodes, VotumSheetNode, parent).leaf == -1, -1);
  g_return_val_if_fail (weight.digits >= 0, -1);

  index = self->nodes->len;
  node.key = g_strdup (key);
  node.parent = parent;
  node.weight = weight;
  node.leaf = is_leaf ? (int) self->leaves->len : -1;
  node.measured = is_leaf && measured;
  g_array_append_val (self->nodes, node);
  if (is_leaf)
    g_array_append_val (self->leaves, index);
  return (int) index;
}

static VotumSheetNode *
writable_leaf (VotumSheet *self, int index)
{
  VotumSheetNode *node;

  g_return_val_if_fail (index >= 0 && index < (int) self->nodes->len, NULL);
  node = &g_array_index (self->nodes, VotumSheetNode, index);
  g_return_val_if_fail (node->leaf >= 0, NULL);
  return node;
}

/**
 * votum_sheet_set_value_function:
 * @self: a sheet being built
 * @node: index of a leaf's node
 * @xs: (array length=n): ascending breakpoints, in the unit of the marks or of the measure
 * @ys: (array length=n): the values there; they may rise or fall
 * @n: how many; 0 takes the function away
 *
 * Has the leaf's mean or measure go through a piecewise linear function before it is weighed.
 */
void
votum_sheet_set_value_function (VotumSheet *self, int node, const VotumDecimal *xs, const VotumDecimal *ys, guint n)
{
  VotumSheetNode *leaf;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n == 0 || (xs != NULL && ys != NULL));
  leaf = writable_leaf (self, node);
  g_return_if_fail (leaf != NULL);

  g_clear_pointer (&leaf->xs, g_array_unref);
  g_clear_pointer (&leaf->ys, g_array_unref);
  if (n == 0)
    return;
  leaf->xs = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (VotumDecimal)), xs, n);
  leaf->ys = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (VotumDecimal)), ys, n);
}

/**
 * votum_sheet_set_extrapolate:
 * @self: a sheet being built
 * @node: index of a leaf's node
 * @extrapolate: %TRUE to draw the end segments of the value function out; by default the ends are clipped
 */
void
votum_sheet_set_extrapolate (VotumSheet *self, int node, gboolean extrapolate)
{
  VotumSheetNode *leaf;

  g_return_if_fail (self != NULL);
  leaf = writable_leaf (self, node);
  g_return_if_fail (leaf != NULL);

  leaf->extrapolate = extrapolate;
}

/**
 * votum_sheet_set_cell:
 * @self: a sheet being built, with all its nodes
 * @round: index of a round
 * @entrant: index of an entrant
 * @juror: index of a juror
 * @leaf: index of a leaf
 * @cell: the mark, or why there is none
 */
void
votum_sheet_set_cell (VotumSheet *self, guint round, guint entrant, guint juror, guint leaf, VotumCell cell)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (round < self->n_rounds && entrant < self->n_entrants);
  g_return_if_fail (juror < self->n_jurors && leaf < self->leaves->len);
  g_return_if_fail (cell.state <= VOTUM_CELL_RECUSED && cell.value.scale <= VOTUM_DECIMAL_MAX_SCALE);

  if (self->cells == NULL)
    self->cells = g_malloc0_n ((gsize) self->n_rounds * self->n_entrants * self->leaves->len,
                               self->n_jurors * sizeof (VotumCell));
  self->cells[votum_sheet_cell_index (self, round, entrant, juror, leaf)] = cell;
}

/**
 * votum_sheet_set_measure:
 * @self: a sheet being built, with all its nodes
 * @entrant: index of an entrant
 * @leaf: index of a measured leaf
 * @value: as measured, before the value function; it holds in every round
 */
void
votum_sheet_set_measure (VotumSheet *self, guint entrant, guint leaf, VotumDecimal value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (entrant < self->n_entrants && leaf < self->leaves->len);
  g_return_if_fail (value.scale <= VOTUM_DECIMAL_MAX_SCALE);

  if (self->measures == NULL)
    self->measures = g_malloc0_n ((gsize) self->n_entrants * self->leaves->len, sizeof (VotumCell));
  self->measures[(gsize) entrant * self->leaves->len + leaf] = (VotumCell) { value, VOTUM_CELL_VALUE };
}

/**
 * votum_sheet_set_agreed:
 * @self: a sheet being built, with all its nodes
 * @round: index of a round
 * @entrant: index of an entrant
 * @leaf: index of a judged leaf
 * @value: what the panel agreed on, on the scale of the marks
 *
 * It stands for what the rule would make of the jurors' marks there: nothing is corrected, and no minimum is asked for. The
 * marks themselves stay, and count where a rule looks at jurors one by one.
 */
void
votum_sheet_set_agreed (VotumSheet *self, guint round, guint entrant, guint leaf, VotumDecimal value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (round < self->n_rounds && entrant < self->n_entrants && leaf < self->leaves->len);
  g_return_if_fail (value.scale <= VOTUM_DECIMAL_MAX_SCALE);

  if (self->agreed == NULL)
    self->agreed = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_hash_table_insert (self->agreed, votum_sheet_panel_key (self, round, entrant, leaf), g_memdup2 (&value, sizeof value));
}

/**
 * votum_sheet_set_in_round:
 * @self: a sheet being built
 * @round: index of a round
 * @entrant: index of an entrant
 * @in_round: whether the entrant takes part in the round; %TRUE by default
 */
void
votum_sheet_set_in_round (VotumSheet *self, guint round, guint entrant, gboolean in_round)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (round < self->n_rounds && entrant < self->n_entrants);

  self->in_round[(gsize) round * self->n_entrants + entrant] = in_round != FALSE;
}

/**
 * votum_sheet_set_revote:
 * @self: a sheet being built
 * @round: index of a round
 * @revote: whether the round is a revote: it counts only as a tie-break of the round before it
 */
void
votum_sheet_set_revote (VotumSheet *self, guint round, gboolean revote)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (round < self->n_rounds);

  self->revote[round] = revote != FALSE;
}

/**
 * votum_sheet_set_chair_order:
 * @self: a sheet being built
 * @round: index of the round that the chair speaks of, or -1 for all
 * @entrant: index of an entrant
 * @place: where the chair puts the entrant among the tied, 1 first; 0: the chair has said nothing
 */
void
votum_sheet_set_chair_order (VotumSheet *self, int round, guint entrant, guint place)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (round >= -1 && round < (int) self->n_rounds && entrant < self->n_entrants);

  self->chair[(gsize) (round + 1) * self->n_entrants + entrant] = place;
}

/**
 * votum_sheet_set_falling:
 * @self: a sheet being built
 * @falling: %TRUE where the lowest mark is the best one
 *
 * Affects the order only, never a figure. A rule that sums places ranks the lowest first without it.
 */
void
votum_sheet_set_falling (VotumSheet *self, gboolean falling)
{
  g_return_if_fail (self != NULL);

  self->falling = falling != FALSE;
}

/**
 * votum_sheet_set_names:
 * @self: a sheet being built
 * @entrant: index of an entrant
 * @key: (nullable): how messages call the entrant
 */
void
votum_sheet_set_names (VotumSheet *self, guint entrant, const char *key)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (entrant < self->n_entrants);

  g_free (self->names[entrant]);
  self->names[entrant] = g_strdup (key);
}
