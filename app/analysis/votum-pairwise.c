#include "votum-config.h"

#include "votum-pairwise.h"
#include "votum-rationals.h"

#include <stdlib.h>
#include <string.h>

struct _VotumPairwise {
  guint   n;
  guint  *votes;        /* [a][b]: ballots that prefer a to b */
  mpq_t  *sums;         /* [entrant]: Borda, plain */
  mpq_t  *shares;       /* [entrant]: sum over the ballots of Borda / (n - 1), n being how many it ranks */
  guint64 *ballots;     /* [entrant]: ballots that compare it with anybody */
};

/**
 * votum_pairwise_new:
 * @n_entrants: number of entrants
 *
 * Returns: (transfer full): no ballots so far
 */
VotumPairwise *
votum_pairwise_new (guint n_entrants)
{
  VotumPairwise *self = g_new0 (VotumPairwise, 1);

  self->n = n_entrants;
  self->votes = g_new0 (guint, MAX ((gsize) n_entrants * n_entrants, 1));
  self->sums = votum_rationals_new (n_entrants);
  self->shares = votum_rationals_new (n_entrants);
  self->ballots = g_new0 (guint64, MAX (n_entrants, 1));
  return self;
}

/**
 * votum_pairwise_free:
 * @self: (nullable) (transfer full): ballots
 */
void
votum_pairwise_free (VotumPairwise *self)
{
  if (self == NULL)
    return;
  g_free (self->votes);
  votum_rationals_free (self->sums, self->n);
  votum_rationals_free (self->shares, self->n);
  g_free (self->ballots);
  g_free (self);
}

/**
 * votum_pairwise_add_ballot:
 * @self: ballots
 * @ranks: (array): one rank per entrant, 1 best; equal ranks are a tie, 0: not ranked, as by a recused juror
 * @count: how many jurors hand in this ballot
 *
 * An entrant who isn't ranked is compared with nobody; equal ranks give neither a vote.
 */
void
votum_pairwise_add_ballot (VotumPairwise *self, const guint *ranks, guint count)
{
  guint n_ranked = 0;
  mpq_t points;

  g_return_if_fail (self != NULL && ranks != NULL);

  for (guint i = 0; i < self->n; i++)
    n_ranked += ranks[i] != 0;
  mpq_init (points);
  for (guint i = 0; i < self->n; i++)
    {
      gulong halves = 0; /* 2 for each one beaten, 1 for each tie */

      if (ranks[i] == 0)
        continue;
      for (guint k = 0; k < self->n; k++)
        {
          if (k == i || ranks[k] == 0)
            continue;
          halves += ranks[i] < ranks[k] ? 2 : ranks[i] == ranks[k] ? 1 : 0;
          if (ranks[i] < ranks[k])
            self->votes[(gsize) i * self->n + k] += count;
        }
      mpq_set_ui (points, halves * count, 2);
      mpq_canonicalize (points);
      mpq_add (self->sums[i], self->sums[i], points);
      if (n_ranked < 2)
        continue;
      mpq_set_ui (points, halves * count, 2 * (gulong) (n_ranked - 1));
      mpq_canonicalize (points);
      mpq_add (self->shares[i], self->shares[i], points);
      self->ballots[i] += count;
    }
  mpq_clear (points);
}

/**
 * votum_pairwise_n_entrants:
 * @self: ballots
 *
 * Returns: the number of entrants
 */
guint
votum_pairwise_n_entrants (const VotumPairwise *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

/**
 * votum_pairwise_votes:
 * @self: ballots
 * @a: index of an entrant
 * @b: index of another entrant
 *
 * Returns: how many ballots strictly prefer @a to @b
 */
guint
votum_pairwise_votes (const VotumPairwise *self, guint a, guint b)
{
  g_return_val_if_fail (self != NULL && a < self->n && b < self->n, 0);
  return self->votes[(gsize) a * self->n + b];
}

/**
 * votum_pairwise_copeland:
 * @self: ballots
 * @scores: (array): one entry per entrant, set to wins minus losses in pairs
 */
void
votum_pairwise_copeland (const VotumPairwise *self, int *scores)
{
  g_return_if_fail (self != NULL && scores != NULL);

  for (guint i = 0; i < self->n; i++)
    {
      scores[i] = 0;
      for (guint k = 0; k < self->n; k++)
        {
          guint ours = votum_pairwise_votes (self, i, k);
          guint theirs = votum_pairwise_votes (self, k, i);

          scores[i] += (ours > theirs) - (ours < theirs);
        }
    }
}

/**
 * votum_pairwise_condorcet_winner:
 * @self: ballots
 *
 * Returns: the entrant who wins against every other one, -1 if there is none
 */
int
votum_pairwise_condorcet_winner (const VotumPairwise *self)
{
  g_autofree int *scores = NULL;

  g_return_val_if_fail (self != NULL, -1);

  scores = g_new (int, MAX (self->n, 1));
  votum_pairwise_copeland (self, scores);
  for (guint i = 0; i < self->n; i++)
    if (scores[i] == (int) self->n - 1)
      return (int) i;
  return -1;
}

/**
 * votum_pairwise_borda:
 * @self: ballots
 * @sums: (array): one initialised rational per entrant, set to the Borda sum
 *
 * Opponents beaten plus half of those tied, summed over the ballots. With recusals it is unfair: use
 * votum_pairwise_borda_mean().
 */
void
votum_pairwise_borda (const VotumPairwise *self, mpq_t *sums)
{
  g_return_if_fail (self != NULL && sums != NULL);

  for (guint i = 0; i < self->n; i++)
    mpq_set (sums[i], self->sums[i]);
}

/**
 * votum_pairwise_borda_mean:
 * @self: ballots
 * @means: (array): one initialised rational per entrant, 0 to 1, set to the mean over the ballots that rank
 *   it of Borda / (n - 1), n being how many entrants the ballot ranks
 * @has: (array): one entry per entrant: whether any ballot compares it with anybody
 *
 * A recused juror costs the entrant nothing this way.
 */
void
votum_pairwise_borda_mean (const VotumPairwise *self, mpq_t *means, guint8 *has)
{
  mpq_t count;

  g_return_if_fail (self != NULL && means != NULL && has != NULL);

  mpq_init (count);
  for (guint i = 0; i < self->n; i++)
    {
      has[i] = self->ballots[i] > 0;
      mpq_set_ui (means[i], 0, 1);
      if (!has[i])
        continue;
      mpq_set_ui (count, self->ballots[i], 1);
      mpq_div (means[i], self->shares[i], count);
    }
  mpq_clear (count);
}

typedef struct {
  guint entrant;
  guint key;
} Ranked;

/* Smallest key first, then list order. */
static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return (left->entrant > right->entrant) - (left->entrant < right->entrant);
}

static GArray *
order_by (const guint *keys, guint n)
{
  g_autofree Ranked *ranked = g_new (Ranked, MAX (n, 1));
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++)
    ranked[i] = (Ranked) { i, keys[i] };
  qsort (ranked, n, sizeof (Ranked), compare_ranked);
  for (guint i = 0; i < n; i++)
    g_array_append_val (order, ranked[i].entrant);
  return order;
}

/* Widest paths by Floyd and Warshall. */
static void
widest_paths (guint *strengths, guint n)
{
  for (guint via = 0; via < n; via++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < n && a != via; b++)
        if (b != via && b != a)
          {
            guint through = MIN (strengths[(gsize) a * n + via], strengths[(gsize) via * n + b]);

            strengths[(gsize) a * n + b] = MAX (strengths[(gsize) a * n + b], through);
          }
}

/**
 * votum_pairwise_schulze:
 * @self: ballots
 * @strengths: (optional) (array): [a][b]: set to the strength of the strongest path from a to b
 * @wins: (optional) (array): one entry per entrant, set to how many others it wins against
 *
 * The method of Schulze; the strength of a link is the number of winning votes (Schulze 2011, Social Choice
 * and Welfare 36, 267-303; reference case B04).
 *
 * Returns: (transfer full) (element-type guint): the entrants by wins, then in list order
 */
GArray *
votum_pairwise_schulze (const VotumPairwise *self, guint *strengths, guint *wins)
{
  g_autofree guint *paths = NULL;
  g_autofree guint *not_won = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  n = self->n;
  paths = g_new0 (guint, MAX ((gsize) n * n, 1));
  not_won = g_new0 (guint, MAX (n, 1));
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (votum_pairwise_votes (self, a, b) > votum_pairwise_votes (self, b, a))
        paths[(gsize) a * n + b] = votum_pairwise_votes (self, a, b);
  widest_paths (paths, n);

  for (guint a = 0; a < n; a++)
    {
      for (guint b = 0; b < n; b++)
        not_won[a] += paths[(gsize) a * n + b] <= paths[(gsize) b * n + a];
      if (wins != NULL)
        wins[a] = n - not_won[a];
    }
  if (strengths != NULL)
    memcpy (strengths, paths, (gsize) n * n * sizeof (guint));
  return order_by (not_won, n);
}

/* Strongest first: votes for, then fewer votes against, then list order. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const VotumRankedPair *left = a;
  const VotumRankedPair *right = b;

  if (left->votes != right->votes)
    return left->votes > right->votes ? -1 : 1;
  if (left->votes_against != right->votes_against)
    return left->votes_against < right->votes_against ? -1 : 1;
  if (left->winner != right->winner)
    return left->winner < right->winner ? -1 : 1;
  return (left->loser > right->loser) - (left->loser < right->loser);
}

/* Keeps @reaches, [a][b], closed under "and from there on". */
static void
lock_pair (guint8 *reaches, guint n, guint winner, guint loser)
{
  for (guint a = 0; a < n; a++)
    {
      if (a != winner && !reaches[(gsize) a * n + winner])
        continue;
      reaches[(gsize) a * n + loser] = TRUE;
      for (guint b = 0; b < n; b++)
        if (reaches[(gsize) loser * n + b])
          reaches[(gsize) a * n + b] = TRUE;
    }
}

/**
 * votum_pairwise_ranked_pairs:
 * @self: ballots
 * @log: (optional) (out) (transfer full) (element-type VotumRankedPair): the pairs in the order in which they
 *   were taken up, and whether each was locked
 *
 * The method of ranked pairs (Tideman): pairs with more votes for the winner first, then fewer against, then
 * list order; a pair that would close a cycle is skipped (reference case B04).
 *
 * Returns: (transfer full) (element-type guint): the entrants by how many are locked above them, then in list
 *   order
 */
GArray *
votum_pairwise_ranked_pairs (const VotumPairwise *self, GArray **log)
{
  g_autoptr(GArray) pairs = NULL;
  g_autofree guint8 *reaches = NULL;
  g_autofree guint *above = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  n = self->n;
  pairs = g_array_new (FALSE, TRUE, sizeof (VotumRankedPair));
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      {
        VotumRankedPair pair = { a, b, votum_pairwise_votes (self, a, b), votum_pairwise_votes (self, b, a), FALSE };

        if (pair.votes > pair.votes_against)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);

  reaches = g_new0 (guint8, MAX ((gsize) n * n, 1));
  for (guint i = 0; i < pairs->len; i++)
    {
      VotumRankedPair *pair = &g_array_index (pairs, VotumRankedPair, i);

      pair->locked = !reaches[(gsize) pair->loser * n + pair->winner];
      if (pair->locked)
        lock_pair (reaches, n, pair->winner, pair->loser);
    }
  above = g_new0 (guint, MAX (n, 1));
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      above[b] += reaches[(gsize) a * n + b];
  if (log != NULL)
    *log = g_steal_pointer (&pairs);
  return order_by (above, n);
}
