#include "votum-config.h"

#include "votum-crossovers.h"

#include "votum-what-if-private.h"

#include <math.h>
#include <string.h>

/* Shares this near are the same one. */
#define SAME_SHARE 1e-12

/* Where values are missing, crossings are looked for in so many steps; two of the same pair within one step are missed. */
#define N_STEPS 256

typedef struct {
  const VotumWhatIf *model;
  double  *none, *all;   /* [leaf]: the weights when the node weighs nothing, and when it has all the weight */
  guint    n;            /* entrants */
  double  *low, *high;   /* [entrant]: totals at 0 and at 1, turned so that the highest is best */
  guint8  *is_line;      /* [entrant] */
  double  *steps;        /* [step][entrant], 0 to N_STEPS; only where somebody lacks something */
  double  *moved;        /* [leaf]: scratch */
  double  *totals;       /* [entrant]: scratch */
  double  *effective;    /* [leaf]: scratch */
  double  *scratch;
} Walk;

/* All weights are straight lines over that of the node. */
static void
move_to (Walk *walk, double share)
{
  for (guint i = 0; i < walk->model->n_leaves; i++)
    walk->moved[i] = (1 - share) * walk->none[i] + share * walk->all[i];
}

static void
totals_at (Walk *walk, double share, double *totals)
{
  move_to (walk, share);
  votum_what_if_exact (walk->model, walk->moved, totals);
  for (guint i = 0; i < walk->n && walk->model->falling; i++)
    totals[i] = -totals[i];
}

static void
walk_init (Walk *walk, const VotumWhatIf *model, const double *weights, guint node)
{
  gboolean all_lines = TRUE;

  *walk = (Walk) { .model = model, .n = model->n_entrants };
  walk->none = g_new0 (double, model->n_leaves + 1);
  walk->all = g_new0 (double, model->n_leaves + 1);
  walk->effective = g_new0 (double, model->n_leaves + 1);
  walk->scratch = g_new0 (double, 2 * (model->n_nodes + 1));
  votum_what_if_move (model, weights, node, 0, walk->none);
  votum_what_if_move (model, weights, node, 1, walk->all);
  walk->low = g_new0 (double, walk->n + 1);
  walk->high = g_new0 (double, walk->n + 1);
  walk->totals = g_new0 (double, walk->n + 1);
  walk->moved = g_new0 (double, model->n_leaves + 1);
  walk->is_line = g_new0 (guint8, walk->n + 1);
  for (guint i = 0; i < walk->n; i++)
    {
      walk->is_line[i] = votum_what_if_is_complete (model, i);
      all_lines = all_lines && (walk->is_line[i] || !model->ranked[i]);
    }
  totals_at (walk, 0, walk->low);
  totals_at (walk, 1, walk->high);
  if (all_lines)
    return;
  walk->steps = g_new (double, (gsize) (N_STEPS + 1) * walk->n + 1);
  for (guint i = 0; i <= N_STEPS; i++)
    totals_at (walk, (double) i / N_STEPS, walk->steps + (gsize) i * walk->n);
}

static void
walk_clear (Walk *walk)
{
  g_free (walk->none);
  g_free (walk->all);
  g_free (walk->effective);
  g_free (walk->scratch);
  g_free (walk->low);
  g_free (walk->high);
  g_free (walk->is_line);
  g_free (walk->steps);
  g_free (walk->moved);
  g_free (walk->totals);
}

static gboolean
is_nothing (double difference, double of)
{
  return fabs (difference) <= VOTUM_WHAT_IF_EQUAL * MAX (1, fabs (of));
}

static void
add_crossing (GArray *crossings, double share, guint before, guint after)
{
  VotumCrossing crossing = { share, before, after };

  if (crossing.share < SAME_SHARE)
    crossing.share = 0;
  if (crossing.share > 1 - SAME_SHARE)
    crossing.share = 1;
  g_array_append_val (crossings, crossing);
}

/* Two lines: t = (U_b - U_a) / ((v_a - U_a) - (v_b - U_b)). */
static void
cross_lines (const Walk *walk, guint a, guint b, GArray *crossings)
{
  double slope = (walk->high[a] - walk->low[a]) - (walk->high[b] - walk->low[b]);
  double share;

  if (is_nothing (slope, walk->high[a]))
    return;
  share = (walk->low[b] - walk->low[a]) / slope;
  if (share < -SAME_SHARE || share > 1 + SAME_SHARE)
    return;
  add_crossing (crossings, share, slope > 0 ? b : a, slope > 0 ? a : b);
}

/* The total of one entrant with the weights of walk->moved. */
static double
total_of (Walk *walk, guint entrant)
{
  double total = 0;
  double sum = 0;

  for (guint i = 0; i < walk->model->rows->len; i++)
    {
      const VotumWhatIfPart *row = &g_array_index (walk->model->rows, VotumWhatIfPart, i);
      double whole = 0;
      double value = 0;

      if (row->entrant != entrant)
        continue;
      votum_what_if_effective (walk->model, walk->moved, row->pattern, walk->effective, walk->scratch);
      for (guint k = 0; k < walk->model->n_leaves; k++)
        {
          whole += walk->effective[k];
          value += walk->effective[k] * row->values[k];
        }
      total += whole > 0 ? value : 0;
      sum += whole > 0 ? row->weight : 0;
    }
  return walk->model->falling ? -total / sum : total / sum;
}

static double
difference_at (Walk *walk, double share, guint a, guint b)
{
  move_to (walk, share);
  return total_of (walk, a) - total_of (walk, b);
}

/* Where two curves cross, of which @low and @high, of different signs, are the differences at the ends: by the secant, with
 * the end that stays halved each time (the Illinois method). */
static double
search (Walk *walk, double from, double to, double low, double high, guint a, guint b)
{
  int last = 0;

  for (guint i = 0; i < 100 && to - from > 1e-15; i++)
    {
      double share = (from * high - to * low) / (high - low);
      double difference = difference_at (walk, share, a, b);

      if (fabs (difference) < 1e-13)
        return share;
      if ((difference < 0) == (low < 0))
        {
          from = share;
          low = difference;
          high = last < 0 ? high / 2 : high;
          last = -1;
        }
      else
        {
          to = share;
          high = difference;
          low = last > 0 ? low / 2 : low;
          last = 1;
        }
    }
  return (from + to) / 2;
}

/* Where somebody lacks a value, the totals are no lines: their weight goes to others, the more so the more they have. */
static void
cross_curves (Walk *walk, guint a, guint b, GArray *crossings)
{
  double last = 0;
  guint last_step = 0;
  gboolean level = FALSE;

  for (guint i = 0; i <= N_STEPS; i++)
    {
      const double *totals = walk->steps + (gsize) i * walk->n;
      double difference = totals[a] - totals[b];

      /* at an end, where all that one of them has weighs nothing */
      if (isnan (difference))
        continue;
      if (is_nothing (difference, totals[a]))
        {
          level = level || i == 0;
          /* they meet at an end and come no further */
          if (i == N_STEPS && last != 0 && last_step == N_STEPS - 1)
            add_crossing (crossings, 1, last > 0 ? a : b, last > 0 ? b : a);
          continue;
        }
      if (level && last == 0 && i == 1)
        add_crossing (crossings, 0, difference > 0 ? b : a, difference > 0 ? a : b);
      else if (last != 0 && (last < 0) != (difference < 0))
        add_crossing (crossings, last_step + 1 == i ? search (walk, (double) last_step / N_STEPS, (double) i / N_STEPS, last, difference, a, b)
                                                    : (double) (last_step + i) / 2 / N_STEPS,
                      last > 0 ? a : b, last > 0 ? b : a);
      last = difference;
      last_step = i;
    }
}

static int
compare_crossings (gconstpointer left, gconstpointer right)
{
  const VotumCrossing *a = left;
  const VotumCrossing *b = right;

  if (a->share != b->share)
    return a->share < b->share ? -1 : 1;
  if (MIN (a->before, a->after) != MIN (b->before, b->after))
    return MIN (a->before, a->after) < MIN (b->before, b->after) ? -1 : 1;
  return MAX (a->before, a->after) < MAX (b->before, b->after) ? -1 : 1;
}

static void
find_crossings (Walk *walk, VotumCrossovers *self)
{
  for (guint a = 0; a < walk->n; a++)
    for (guint b = a + 1; b < walk->n; b++)
      {
        if (!walk->model->ranked[a] || !walk->model->ranked[b])
          continue;
        if (walk->is_line[a] && walk->is_line[b])
          cross_lines (walk, a, b, self->crossings);
        else
          cross_curves (walk, a, b, self->crossings);
      }
  g_array_sort (self->crossings, compare_crossings);
}

/* Quick where all are lines. */
static const double *
values_at (Walk *walk, double share)
{
  if (walk->steps != NULL)
    totals_at (walk, share, walk->totals);
  else
    for (guint i = 0; i < walk->n; i++)
      walk->totals[i] = walk->low[i] + share * (walk->high[i] - walk->low[i]);
  return walk->totals;
}

static guint
leader_at (Walk *walk, double share)
{
  const double *values = values_at (walk, share);
  int leader = -1;

  for (guint i = 0; i < walk->n; i++)
    {
      if (isnan (values[i]))
        continue;
      if (leader < 0 ||
          (is_nothing (values[i] - values[leader], values[i]) ? walk->model->places[i] < walk->model->places[leader]
                                                              : values[i] > values[leader]))
        leader = (int) i;
    }
  return (guint) MAX (leader, 0);
}

static void
lead_until (Walk *walk, double from, double to, GArray *leading)
{
  VotumLeading next = { from, to, 0 };
  VotumLeading *last = leading->len > 0 ? &g_array_index (leading, VotumLeading, leading->len - 1) : NULL;

  if (to - from <= SAME_SHARE)
    return;
  next.leader = leader_at (walk, (from + to) / 2);
  if (last != NULL && last->leader == next.leader)
    last->to = to;
  else
    g_array_append_val (leading, next);
}

/* Only where two meet at the top can the lead change. */
static void
find_leading (Walk *walk, VotumCrossovers *self)
{
  double from = 0;

  for (guint i = 0; i < self->crossings->len; i++)
    {
      const VotumCrossing *crossing = &g_array_index (self->crossings, VotumCrossing, i);
      const double *values = values_at (walk, crossing->share);
      gboolean at_the_top = TRUE;

      for (guint k = 0; k < walk->n && at_the_top; k++)
        at_the_top = isnan (values[k]) || values[k] <= values[crossing->before] ||
                     is_nothing (values[k] - values[crossing->before], values[k]);
      if (!at_the_top)
        continue;
      lead_until (walk, from, crossing->share, self->leading);
      from = MAX (from, crossing->share);
    }
  lead_until (walk, from, 1, self->leading);
}

static void
narrow (double share, double now, double *low, double *high)
{
  if (fabs (share - now) <= VOTUM_WHAT_IF_EQUAL)
    *low = *high = now;
  else if (share < now)
    *low = MAX (*low, share);
  else
    *high = MIN (*high, share);
}

static void
find_intervals (Walk *walk, VotumCrossovers *self)
{
  g_autofree double *now = g_memdup2 (values_at (walk, self->share), (walk->n + 1) * sizeof (double));
  guint leader = leader_at (walk, self->share);

  for (guint i = 0; i < self->crossings->len; i++)
    {
      const VotumCrossing *crossing = &g_array_index (self->crossings, VotumCrossing, i);

      narrow (crossing->share, self->share, &self->order_low, &self->order_high);
      if (is_nothing (now[crossing->before] - now[leader], now[leader]) ||
          is_nothing (now[crossing->after] - now[leader], now[leader]))
        narrow (crossing->share, self->share, &self->top_low, &self->top_high);
    }
}

/**
 * votum_crossovers_compute:
 * @model: the values
 * @weights: (array): the weights from which one is moved
 * @node: index of a criterion or group
 *
 * Returns: (transfer full): where the order changes when the weight of the node moves from 0 to 1
 */
VotumCrossovers *
votum_crossovers_compute (const VotumWhatIf *model, const double *weights, guint node)
{
  VotumCrossovers *self;
  Walk walk;

  g_return_val_if_fail (model != NULL && weights != NULL && node < model->n_nodes, NULL);

  self = g_new0 (VotumCrossovers, 1);
  self->node = node;
  self->share = votum_what_if_share (model, weights, node);
  self->crossings = g_array_new (FALSE, TRUE, sizeof (VotumCrossing));
  self->leading = g_array_new (FALSE, TRUE, sizeof (VotumLeading));
  self->top_high = self->order_high = 1;
  walk_init (&walk, model, weights, node);
  self->exact = walk.steps == NULL;
  find_crossings (&walk, self);
  find_leading (&walk, self);
  find_intervals (&walk, self);
  walk_clear (&walk);
  return self;
}

/**
 * votum_crossovers_free:
 * @self: (nullable) (transfer full): crossovers
 */
void
votum_crossovers_free (VotumCrossovers *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->crossings);
  g_array_unref (self->leading);
  g_free (self);
}
