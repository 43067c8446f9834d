#include "votum-config.h"

#include "votum-what-if-private.h"

/* Weights as somebody moves them. */

static gboolean
is_below (const VotumWhatIf *self, guint node, guint group)
{
  int at = (int) node;

  while (at > (int) group)
    at = self->parents[at];
  return at == (int) group;
}

/**
 * votum_what_if_share:
 * @self: a model
 * @weights: (array): one per leaf
 * @node: index of a criterion or group
 *
 * Returns: what the node weighs in the whole, 0 to 1
 */
double
votum_what_if_share (const VotumWhatIf *self, const double *weights, guint node)
{
  double inside = 0;
  double all = 0;

  g_return_val_if_fail (self != NULL && weights != NULL && node < self->n_nodes, 0);

  for (guint i = node; i < self->n_nodes; i++)
    if (self->leaf_of[i] >= 0 && is_below (self, i, node))
      inside += weights[self->leaf_of[i]];
  for (guint i = 0; i < self->n_leaves; i++)
    all += weights[i];
  return all > 0 ? inside / all : 0;
}

/* Gives the leaves of @which the sum @sum: in proportion to @from, or where these are all zero to the stored ones, or
 * where these are too, equally. */
static void
spread (const VotumWhatIf *self, const double *from, const guint8 *which, double sum, double *to)
{
  const double *sources[] = { from, self->stored };
  guint n = 0;

  for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
    {
      double old = 0;

      for (guint i = 0; i < self->n_leaves; i++)
        old += which[i] ? sources[s][i] : 0;
      if (!(old > 0))
        continue;
      for (guint i = 0; i < self->n_leaves; i++)
        if (which[i])
          to[i] = sources[s][i] * (sum / old);
      return;
    }
  for (guint i = 0; i < self->n_leaves; i++)
    n += which[i];
  for (guint i = 0; i < self->n_leaves; i++)
    if (which[i])
      to[i] = sum / n;
}

static guint
mark_below (const VotumWhatIf *self, guint node, guint8 *which)
{
  guint n = 0;

  for (guint i = node; i < self->n_nodes; i++)
    if (self->leaf_of[i] >= 0 && is_below (self, i, node))
      {
        which[self->leaf_of[i]] = TRUE;
        n++;
      }
  return n;
}

/* Within @around (or the whole, -1) the leaves below @node get @share of it, the others the rest. */
static void
move_in (const VotumWhatIf *self, const double *from, int around, guint node, double share, double *to)
{
  g_autofree guint8 *inside = g_new0 (guint8, MAX (self->n_leaves, 1));
  g_autofree guint8 *outside = g_new0 (guint8, MAX (self->n_leaves, 1));
  g_autofree double *old = g_memdup2 (from, MAX (self->n_leaves, 1) * sizeof (double));
  guint n_inside = mark_below (self, node, inside);
  guint n_outside = 0;
  double sum = 0;
  double whole, room;

  for (guint i = 0; i < self->n_leaves; i++)
    sum += old[i];
  whole = self->points ? sum : 1;
  room = around >= 0 ? votum_what_if_share (self, from, (guint) around) * whole : whole;
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->leaf_of[i] >= 0 && !inside[self->leaf_of[i]] && (around < 0 || is_below (self, i, (guint) around)))
      {
        outside[self->leaf_of[i]] = TRUE;
        n_outside++;
      }
  for (guint i = 0; i < self->n_leaves; i++)
    to[i] = sum > 0 ? old[i] / sum * whole : self->stored[i];
  if (n_inside == 0)
    return;
  share = n_outside == 0 ? 1 : CLAMP (share, 0, 1);
  spread (self, old, inside, room * share, to);
  if (n_outside > 0)
    spread (self, old, outside, room * (1 - share), to);
}

/**
 * votum_what_if_move:
 * @self: a model
 * @from: (array): the weights to begin with
 * @node: index of a criterion or group
 * @share: what it shall weigh in the whole, 0 to 1
 * @to: (array) (out caller-allocates): the weights then; may be @from
 *
 * Moves one weight; all others, and those inside a group, keep their proportions. Where these are lost because all
 * were zero, they are taken from the stored weights. While somebody drags, begin with the weights before the drag,
 * so that the way back is the way there.
 */
void
votum_what_if_move (const VotumWhatIf *self, const double *from, guint node, double share, double *to)
{
  g_return_if_fail (self != NULL && from != NULL && to != NULL && node < self->n_nodes);

  move_in (self, from, -1, node, share, to);
}

/**
 * votum_what_if_share_of_group:
 * @self: a model
 * @weights: (array): one per leaf
 * @node: index of a criterion or group
 *
 * Returns: what the node weighs in the group it is in, 0 to 1; at the top in the whole
 */
double
votum_what_if_share_of_group (const VotumWhatIf *self, const double *weights, guint node)
{
  double own, group;

  g_return_val_if_fail (self != NULL && weights != NULL && node < self->n_nodes, 0);

  own = votum_what_if_share (self, weights, node);
  if (self->parents[node] < 0)
    return own;
  group = votum_what_if_share (self, weights, (guint) self->parents[node]);
  return group > 0 ? own / group : 0;
}

/**
 * votum_what_if_move_in_group:
 * @self: a model
 * @from: (array): the weights to begin with
 * @node: index of a criterion or group
 * @share: what it shall weigh in the group it is in, 0 to 1
 * @to: (array) (out caller-allocates): the weights then; may be @from
 *
 * As votum_what_if_move(), but only the siblings make room: the weight of the group stays.
 */
void
votum_what_if_move_in_group (const VotumWhatIf *self, const double *from, guint node, double share, double *to)
{
  g_return_if_fail (self != NULL && from != NULL && to != NULL && node < self->n_nodes);

  move_in (self, from, self->parents[node], node, share, to);
}
