#include "votum-config.h"

#include "votum-smallest-change.h"

#include "votum-what-if-private.h"

#include <math.h>
#include <stdlib.h>

/* How often the totals of who lacks something are taken for lines anew, each time where the last one led. */
#define MAX_ROUNDS 40

typedef struct {
  const VotumWhatIf *model;
  guint    leader, challenger;
  guint    n;         /* leaves */
  double  *totals;    /* [entrant]: scratch */
  double  *at;        /* [leaf]: scratch */
  double  *gains;     /* [leaf]: what the challenger gains on the leader per share of the whole */
  double   whole;
} Search;

/* By how much the challenger is ahead; below 0 it is behind. */
static double
ahead (Search *search, const double *weights)
{
  double difference;

  votum_what_if_exact (search->model, weights, search->totals);
  difference = search->totals[search->challenger] - search->totals[search->leader];
  return search->model->falling ? -difference : difference;
}

/* For lines the gains are the same everywhere; for others they are those here. */
static void
find_gains (Search *search, const double *weights)
{
  double step = 1e-6 * search->whole;
  double here = ahead (search, weights);

  for (guint i = 0; i < search->n; i++)
    {
      double sum = 0;

      for (guint k = 0; k < search->n; k++)
        {
          search->at[k] = weights[k];
          sum += weights[k];
        }
      search->at[i] += step;
      /* all others make room */
      for (guint k = 0; k < search->n; k++)
        search->at[k] *= sum / (sum + step);
      search->gains[i] = (ahead (search, search->at) - here) * (sum + step) / step;
    }
}

static void
find_gains_of_lines (Search *search)
{
  for (guint i = 0; i < search->n; i++)
    {
      for (guint k = 0; k < search->n; k++)
        search->at[k] = k == i ? search->whole : 0;
      search->gains[i] = ahead (search, search->at) / search->whole;
    }
}

/* Takes weight from where the challenger gains least and gives it to where it gains most, until @needed is gained. A unit
 * can't gain more elsewhere, so nothing less is enough. */
static gboolean
give_and_take (const Search *search, const double *weights, double needed, double *to)
{
  g_autofree guint8 *emptied = g_new0 (guint8, search->n + 1);
  guint best = 0;

  for (guint i = 0; i < search->n; i++)
    {
      to[i] = weights[i];
      best = search->gains[i] > search->gains[best] ? i : best;
    }
  while (needed > 0)
    {
      int worst = -1;
      double gain, take;

      for (guint i = 0; i < search->n; i++)
        if (!emptied[i] && to[i] > 0 && i != best && (worst < 0 || search->gains[i] < search->gains[worst]))
          worst = (int) i;
      gain = worst >= 0 ? search->gains[best] - search->gains[worst] : 0;
      if (!(gain > 0))
        return needed <= VOTUM_WHAT_IF_EQUAL * MAX (1, search->whole);
      take = MIN (to[worst], needed / gain);
      needed -= take * gain;
      to[worst] -= take;
      to[best] += take;
      emptied[worst] = TRUE;
    }
  return TRUE;
}

static gboolean
search_lines (Search *search, const double *weights, double *to)
{
  find_gains_of_lines (search);
  return give_and_take (search, weights, -ahead (search, weights), to);
}

/* On the straight way from @weights to @to, where the challenger comes level first. */
static void
come_level (Search *search, const double *weights, double *to)
{
  g_autofree double *far = g_memdup2 (to, search->n * sizeof (double));
  double low = 0;
  double high = 1;

  for (guint i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2;

      for (guint k = 0; k < search->n; k++)
        to[k] = weights[k] + middle * (far[k] - weights[k]);
      if (ahead (search, to) < 0)
        low = middle;
      else
        high = middle;
    }
  for (guint k = 0; k < search->n; k++)
    to[k] = weights[k] + high * (far[k] - weights[k]);
}

/* All the weight where the challenger is best off, for lack of anything better. */
static gboolean
go_to_corner (Search *search, double *to)
{
  int best = -1;
  double most = 0;

  for (guint i = 0; i < search->n; i++)
    {
      double here;

      for (guint k = 0; k < search->n; k++)
        to[k] = k == i ? search->whole : 0;
      here = ahead (search, to);
      if (here >= most)
        {
          most = here;
          best = (int) i;
        }
    }
  for (guint k = 0; k < search->n && best >= 0; k++)
    to[k] = k == (guint) best ? search->whole : 0;
  return best >= 0;
}

static gboolean
search_curves (Search *search, const double *weights, double *to)
{
  double start = ahead (search, weights);
  gboolean found = FALSE;

  for (guint k = 0; k < search->n; k++)
    to[k] = weights[k];
  for (guint i = 0; i < MAX_ROUNDS && !found; i++)
    {
      double here = ahead (search, to);
      double needed = -here;

      if (i > 0 && fabs (here) <= VOTUM_WHAT_IF_EQUAL)
        return TRUE;
      find_gains (search, to);
      for (guint k = 0; k < search->n; k++)
        needed += search->gains[k] * (to[k] - weights[k]);
      if (!give_and_take (search, weights, needed, to))
        break;
      found = ahead (search, to) >= 0 && i > 2;
    }
  if (start < 0 && ahead (search, to) < 0 && !go_to_corner (search, to))
    return FALSE;
  come_level (search, weights, to);
  return fabs (ahead (search, to)) < 1e-6;
}

/**
 * votum_smallest_change_compute:
 * @model: the values
 * @weights: (array): the weights as they are
 * @leader: index of an entrant
 * @challenger: index of another
 *
 * The changes are measured by how much weight moves (half the sum of all |changes|), since that is what a jury argues about,
 * and since such a change touches few criteria. The smallest over all challengers is the smallest with which
 * somebody else than the leader is first: where somebody else comes first, it comes level first.
 *
 * Returns: (transfer full): the smallest change with which the challenger has as much as the leader
 */
VotumSmallestChange *
votum_smallest_change_compute (const VotumWhatIf *model, const double *weights, guint leader, guint challenger)
{
  VotumSmallestChange *self;
  Search search;
  double *to;

  g_return_val_if_fail (model != NULL && weights != NULL, NULL);
  g_return_val_if_fail (votum_what_if_is_ranked (model, leader) && votum_what_if_is_ranked (model, challenger), NULL);

  self = g_new0 (VotumSmallestChange, 1);
  search = (Search) { .model = model, .leader = leader, .challenger = challenger, .n = model->n_leaves };
  search.totals = g_new (double, model->n_entrants + 1);
  search.at = g_new (double, search.n + 1);
  search.gains = g_new0 (double, search.n + 1);
  to = g_new (double, search.n + 1);
  for (guint i = 0; i < search.n; i++)
    search.whole += weights[i];

  self->exact = votum_what_if_is_complete (model, leader) && votum_what_if_is_complete (model, challenger);
  self->possible = self->exact ? search_lines (&search, weights, to) : search_curves (&search, weights, to);
  for (guint i = 0; i < search.n && self->possible; i++)
    self->moved += fabs (to[i] - weights[i]) / 2 / search.whole;
  if (self->possible)
    self->weights = g_steal_pointer (&to);

  g_free (to);
  g_free (search.totals);
  g_free (search.at);
  g_free (search.gains);
  return self;
}

/**
 * votum_smallest_change_free:
 * @self: (nullable) (transfer full): a change
 */
void
votum_smallest_change_free (VotumSmallestChange *self)
{
  if (self == NULL)
    return;
  g_free (self->weights);
  g_free (self);
}
