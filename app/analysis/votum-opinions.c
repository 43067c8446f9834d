#include "votum-config.h"

#include "votum-opinions-private.h"
#include "votum-promethee.h"
#include "votum-topsis.h"

#include <math.h>
#include <string.h>

/* Second opinions on an order: the same marks, other methods. */

/* Figures that differ by less come from the same fraction. */
#define EPSILON 1e-9

/**
 * votum_opinions_free:
 * @self: (nullable) (transfer full): opinions
 */
void
votum_opinions_free (VotumOpinions *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < VOTUM_N_OPINIONS; i++)
    {
      g_free (self->opinions[i].values);
      g_free (self->opinions[i].positions);
      g_free (self->contributions[i]);
      g_free (self->others[i]);
    }
  g_clear_pointer (&self->pairs, votum_pairwise_free);
  g_free (self->panels);
  g_free (self->weights);
  g_free (self);
}

static gboolean
is_ranked (const VotumOpinions *self, guint entrant)
{
  return self->result->positions[votum_result_at (self->result, self->round, entrant)] > 0;
}

/* Places by the values, the highest first; equal ones share. */
static void
rank (VotumOpinion *opinion, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      opinion->positions[i] = isnan (opinion->values[i]) ? 0 : 1;
      for (guint k = 0; k < n && opinion->positions[i] > 0; k++)
        opinion->positions[i] += !isnan (opinion->values[k]) && opinion->values[k] > opinion->values[i] + EPSILON;
    }
}

/* The rule again, with another way to sum the jurors up. Everything else stays, the tie-breaks too. */
static gboolean
compute_with (VotumOpinions *self, VotumOpinionMethod method, VotumCorrection correction, GCancellable *cancellable, GError **error)
{
  VotumOpinion *opinion = &self->opinions[method];
  gsize n_values = (gsize) self->n_entrants * self->n_leaves;
  g_autoptr(VotumTerms) terms = NULL;
  g_autoptr(VotumResult) other = NULL;
  g_autoptr(GError) failed = NULL;

  if (self->result->terms->correction == correction)
    {
      opinion->state = VOTUM_OPINION_IS_RULE;
      return TRUE;
    }
  terms = votum_terms_copy (self->result->terms);
  terms->correction = correction;
  g_array_set_size (terms->margins, 0);
  terms->drop = 0;
  other = votum_result_compute (self->result->sheet, terms, cancellable, &failed);
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  opinion->state = other != NULL ? VOTUM_OPINION_GIVEN : VOTUM_OPINION_NOT_COMPUTED;
  for (guint i = 0; other != NULL && i < self->n_entrants; i++)
    {
      opinion->positions[i] = votum_result_position (other, self->round, i);
      if (opinion->positions[i] > 0)
        votum_result_total_double (other, self->round, i, &opinion->values[i]);
      else if (is_ranked (self, i))
        opinion->state = VOTUM_OPINION_NOT_COMPUTED;
    }
  if (opinion->state != VOTUM_OPINION_GIVEN)
    return TRUE;

  self->others[method] = g_new (double, MAX (n_values, 1));
  self->contributions[method] = g_new (double, MAX (n_values, 1));
  votum_opinions_read_panels (other, self->round, self->others[method]);
  for (gsize i = 0; i < n_values; i++)
    {
      double change = (self->others[method][i] - self->panels[i]) * self->weights[i % self->n_leaves];

      self->contributions[method][i] = votum_result_has_lowest_first (self->result) ? -change : change;
    }
  return TRUE;
}

/* By how many stand above somebody in the locked pairs; list order settles nothing here. */
static void
rank_locked (VotumOpinions *self, double *values)
{
  guint n = self->n_entrants;
  g_autoptr(GArray) log = NULL;
  g_autoptr(GArray) order G_GNUC_UNUSED = votum_pairwise_ranked_pairs (self->pairs, &log);
  g_autofree guint8 *above = g_new0 (guint8, MAX ((gsize) n * n, 1));

  for (guint i = 0; i < log->len; i++)
    {
      const VotumRankedPair *pair = &g_array_index (log, VotumRankedPair, i);

      above[(gsize) pair->winner * n + pair->loser] = pair->locked;
    }
  for (guint via = 0; via < n; via++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < n; b++)
        if (above[(gsize) a * n + via] && above[(gsize) via * n + b])
          above[(gsize) a * n + b] = TRUE;
  for (guint a = 0; a < n; a++)
    {
      values[a] = 0;
      for (guint b = 0; b < n; b++)
        values[a] -= above[(gsize) b * n + a];
    }
}

static void
compute_borda (VotumOpinions *self, double *values)
{
  mpq_t *means = votum_rationals_new (self->n_entrants);
  g_autofree guint8 *has = g_new0 (guint8, MAX (self->n_entrants, 1));

  votum_pairwise_borda_mean (self->pairs, means, has);
  for (guint i = 0; i < self->n_entrants; i++)
    values[i] = has[i] ? mpq_get_d (means[i]) : NAN;
  votum_rationals_free (means, self->n_entrants);
}

static void
compute_pairs (VotumOpinions *self, VotumOpinionMethod method)
{
  VotumOpinion *opinion = &self->opinions[method];
  guint n = self->n_entrants;
  g_autofree guint *wins = g_new0 (guint, MAX (n, 1));
  g_autofree int *scores = g_new0 (int, MAX (n, 1));

  opinion->state = self->n_jurors < 2 ? VOTUM_OPINION_FEW_JURORS : VOTUM_OPINION_GIVEN;
  if (method == VOTUM_OPINION_BORDA)
    compute_borda (self, opinion->values);
  else if (method == VOTUM_OPINION_RANKED_PAIRS)
    rank_locked (self, opinion->values);
  else if (method == VOTUM_OPINION_COPELAND)
    votum_pairwise_copeland (self->pairs, scores);
  else
    {
      g_autoptr(GArray) order G_GNUC_UNUSED = votum_pairwise_schulze (self->pairs, NULL, wins);
    }
  for (guint i = 0; i < n; i++)
    {
      if (method == VOTUM_OPINION_COPELAND)
        opinion->values[i] = scores[i];
      else if (method == VOTUM_OPINION_SCHULZE)
        opinion->values[i] = wins[i];
      if (!is_ranked (self, i))
        opinion->values[i] = NAN;
      else if (isnan (opinion->values[i]))
        opinion->state = VOTUM_OPINION_NOT_COMPUTED;
    }
  rank (opinion, n);
}

/* The values of those who are ranked, without gaps between them. */
static guint
pack (const VotumOpinions *self, guint *entrants, double *values)
{
  guint n = 0;

  for (guint i = 0; i < self->n_entrants; i++)
    if (is_ranked (self, i))
      {
        memcpy (values + (gsize) n * self->n_leaves, self->panels + (gsize) i * self->n_leaves, self->n_leaves * sizeof (double));
        entrants[n++] = i;
      }
  return n;
}

static void
unpack (VotumOpinions *self, VotumOpinionMethod method, const guint *entrants, guint n, const double *values, const double *contributions)
{
  VotumOpinion *opinion = &self->opinions[method];

  self->contributions[method] = g_new0 (double, MAX ((gsize) self->n_entrants * self->n_leaves, 1));
  for (guint i = 0; i < n; i++)
    {
      opinion->values[entrants[i]] = values[i];
      memcpy (self->contributions[method] + (gsize) entrants[i] * self->n_leaves, contributions + (gsize) i * self->n_leaves,
              self->n_leaves * sizeof (double));
    }
  opinion->state = VOTUM_OPINION_GIVEN;
  rank (opinion, self->n_entrants);
}

static void
compute_promethee (VotumOpinions *self, const VotumOpinionStep *steps, const guint *entrants, const double *values, guint n)
{
  g_autofree VotumPrometheeCriterion *criteria = g_new0 (VotumPrometheeCriterion, MAX (self->n_leaves, 1));
  g_autofree double *net = g_new0 (double, MAX (n, 1));
  g_autofree double *flows = g_new0 (double, MAX ((gsize) n * self->n_leaves, 1));

  for (guint j = 0; j < self->n_leaves; j++)
    criteria[j] = (VotumPrometheeCriterion) { self->weights[j], votum_result_has_lowest_first (self->result), VOTUM_PREFERENCE_LINEAR,
                                              steps[j].indifference, steps[j].preference };
  votum_promethee (values, n, criteria, self->n_leaves, NULL, NULL, NULL, net);
  votum_promethee_profile (values, n, criteria, self->n_leaves, flows);
  unpack (self, VOTUM_OPINION_PROMETHEE, entrants, n, net, flows);
}

static void
compute_topsis (VotumOpinions *self, const guint *entrants, const double *values, guint n)
{
  g_autofree gboolean *falling = g_new0 (gboolean, MAX (self->n_leaves, 1));
  g_autofree double *closeness = g_new0 (double, MAX (n, 1));
  g_autofree double *normalised = g_new0 (double, MAX ((gsize) n * self->n_leaves, 1));

  for (guint j = 0; j < self->n_leaves; j++)
    falling[j] = votum_result_has_lowest_first (self->result);
  if (!votum_topsis (values, n, self->weights, falling, self->n_leaves, closeness, normalised))
    {
      self->opinions[VOTUM_OPINION_TOPSIS].state = VOTUM_OPINION_MISSING;
      return;
    }
  for (gsize i = 0; i < (gsize) n * self->n_leaves && votum_result_has_lowest_first (self->result); i++)
    normalised[i] = -normalised[i];
  unpack (self, VOTUM_OPINION_TOPSIS, entrants, n, closeness, normalised);
}

static gboolean
compute_by_marks (VotumOpinions *self, const VotumOpinionStep *steps, GCancellable *cancellable, GError **error)
{
  g_autofree double *values = g_new (double, MAX ((gsize) self->n_entrants * self->n_leaves, 1));
  g_autofree guint *entrants = g_new (guint, MAX (self->n_entrants, 1));
  guint n;

  votum_opinions_read_panels (self->result, self->round, self->panels);
  for (guint j = 0; j < self->n_leaves; j++)
    self->weights[j] = mpq_get_d (votum_weights_leaf (self->result->weights, j));
  if (!compute_with (self, VOTUM_OPINION_MEAN, VOTUM_CORRECTION_NONE, cancellable, error) ||
      !compute_with (self, VOTUM_OPINION_MEDIAN, VOTUM_CORRECTION_MEDIAN, cancellable, error))
    return FALSE;
  n = pack (self, entrants, values);
  compute_promethee (self, steps, entrants, values, n);
  compute_topsis (self, entrants, values, n);
  return TRUE;
}

/**
 * votum_opinions_new:
 * @result: a result
 * @round: index of a round
 * @steps: (array): [leaf]: how far apart marks have to be, for PROMETHEE
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError, set only when cancelled
 *
 * The order after @round by each method, where it differs from that of the rule, and why. Methods from each juror's own order
 * take the jurors' totals under the rule's weights, over the rounds so far; whom a juror has no marks for, the juror
 * compares with nobody. PROMETHEE II compares with the linear function, TOPSIS with vector normalisation. Those whom the rule
 * ranks take part.
 *
 * Returns: (transfer full): the opinions; %NULL when cancelled
 */
VotumOpinions *
votum_opinions_new (const VotumResult *result, guint round, const VotumOpinionStep *steps, GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumOpinions) self = NULL;

  g_return_val_if_fail (result != NULL && round < result->n_rounds && steps != NULL, NULL);

  self = g_new0 (VotumOpinions, 1);
  self->result = result;
  self->round = round;
  self->n_entrants = result->n_entrants;
  self->n_leaves = result->n_leaves;
  self->panels = g_new (double, MAX ((gsize) self->n_entrants * self->n_leaves, 1));
  self->weights = g_new (double, MAX (self->n_leaves, 1));
  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    {
      self->opinions[method].state = VOTUM_OPINION_NO_MARKS;
      self->opinions[method].leaf = -1;
      self->opinions[method].positions = g_new0 (guint, MAX (self->n_entrants, 1));
      self->opinions[method].values = g_new (double, MAX (self->n_entrants, 1));
      for (guint i = 0; i < self->n_entrants; i++)
        self->opinions[method].values[i] = NAN;
    }
  votum_opinions_read_pairs (self);
  for (guint method = VOTUM_OPINION_BORDA; method <= VOTUM_OPINION_RANKED_PAIRS; method++)
    compute_pairs (self, method);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (result->terms->method == VOTUM_METHOD_MARKS && !compute_by_marks (self, steps, cancellable, error))
    return NULL;
  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    if (self->opinions[method].state == VOTUM_OPINION_GIVEN)
      votum_opinions_compare (self, method);
  self->result = NULL;
  return g_steal_pointer (&self);
}

/**
 * votum_opinions_get:
 * @self: opinions
 * @method: which
 *
 * Returns: (transfer none): what it says
 */
const VotumOpinion *
votum_opinions_get (const VotumOpinions *self, VotumOpinionMethod method)
{
  g_return_val_if_fail (self != NULL && method < VOTUM_N_OPINIONS, NULL);
  return &self->opinions[method];
}

/**
 * votum_opinions_votes:
 * @self: opinions
 * @a: index of an entrant
 * @b: index of another entrant
 *
 * Returns: how many jurors have @a before @b, by their own totals
 */
guint
votum_opinions_votes (const VotumOpinions *self, guint a, guint b)
{
  g_return_val_if_fail (self != NULL, 0);
  return votum_pairwise_votes (self->pairs, a, b);
}

/**
 * votum_opinions_n_jurors:
 * @self: opinions
 *
 * Returns: how many jurors have marks for at least two, and so an order of their own
 */
guint
votum_opinions_n_jurors (const VotumOpinions *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_jurors;
}
