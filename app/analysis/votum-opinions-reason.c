#include "votum-config.h"

#include "votum-opinions-private.h"

#include <math.h>

/* Where a method differs from the rule among the first places, and what decides it. */

typedef struct {
  guint by_rule;
  guint by_method;
} Places;

static Places
places_of (const VotumOpinions *self, const VotumOpinion *opinion, guint entrant)
{
  return (Places) { self->result->positions[votum_result_at (self->result, self->round, entrant)], opinion->positions[entrant] };
}

static gboolean
is_on_podium (Places places)
{
  return (places.by_rule > 0 && places.by_rule <= VOTUM_PODIUM) || (places.by_method > 0 && places.by_method <= VOTUM_PODIUM);
}

/* How telling a pair is: turned round, then parted or joined. The nearer to the top by the method, the more. */
static guint
weigh_pair (Places ahead, Places behind)
{
  guint kind;

  if (ahead.by_rule == 0 || ahead.by_method == 0 || behind.by_rule == 0 || behind.by_method == 0 ||
      (!is_on_podium (ahead) && !is_on_podium (behind)))
    return 0;
  if (ahead.by_method < behind.by_method && ahead.by_rule > behind.by_rule)
    kind = 3;
  else if (ahead.by_method < behind.by_method && ahead.by_rule == behind.by_rule)
    kind = 2;
  else if (ahead.by_method == behind.by_method && ahead.by_rule > behind.by_rule)
    kind = 1;
  else
    return 0;
  return kind * 1000000 + (999 - MIN (ahead.by_method, 999)) * 1000 + (999 - MIN (behind.by_rule, 999));
}

/* The pair to tell about; FALSE where the first places are the same. */
static gboolean
find_pair (const VotumOpinions *self, VotumOpinion *opinion)
{
  guint heaviest = 0;

  for (guint a = 0; a < self->n_entrants; a++)
    for (guint b = 0; b < self->n_entrants; b++)
      {
        guint weight = a != b ? weigh_pair (places_of (self, opinion, a), places_of (self, opinion, b)) : 0;

        if (weight > heaviest)
          {
            heaviest = weight;
            opinion->ahead = a;
            opinion->behind = b;
            opinion->tied = opinion->positions[a] == opinion->positions[b];
          }
      }
  return heaviest > 0;
}

static gboolean
differs_at_top (const VotumOpinions *self, const VotumOpinion *opinion)
{
  for (guint i = 0; i < self->n_entrants; i++)
    {
      Places places = places_of (self, opinion, i);

      if (is_on_podium (places) && places.by_rule != places.by_method)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_other_winner (const VotumOpinions *self, const VotumOpinion *opinion)
{
  for (guint i = 0; i < self->n_entrants; i++)
    {
      Places places = places_of (self, opinion, i);

      if (places.by_rule == 1 && places.by_method == 1)
        return FALSE;
    }
  return TRUE;
}

/* The leaf that gives most to @ahead over @behind. */
static void
find_criterion (const VotumOpinions *self, VotumOpinionMethod method, VotumOpinion *opinion)
{
  const double *contributions = self->contributions[method];
  double most = 0;

  for (guint leaf = 0; leaf < self->n_leaves; leaf++)
    {
      gsize a = (gsize) opinion->ahead * self->n_leaves + leaf;
      gsize b = (gsize) opinion->behind * self->n_leaves + leaf;
      double gives = contributions[a] - contributions[b];
      const double *own = self->others[method] != NULL ? self->others[method] : self->panels;

      if (!(gives > most))
        continue;
      most = gives;
      opinion->reason = VOTUM_REASON_CRITERION;
      opinion->leaf = (int) leaf;
      opinion->of_ahead = own[a];
      opinion->of_behind = own[b];
      opinion->rule_ahead = self->panels[a];
      opinion->rule_behind = self->panels[b];
    }
}

/**
 * votum_opinions_compare:
 * @self: opinions
 * @method: one that has an order
 *
 * Fills in where the method differs from the rule, and why.
 */
void
votum_opinions_compare (VotumOpinions *self, VotumOpinionMethod method)
{
  VotumOpinion *opinion = &self->opinions[method];

  opinion->other_podium = differs_at_top (self, opinion);
  opinion->other_winner = opinion->other_podium && has_other_winner (self, opinion);
  if (!opinion->other_podium || !find_pair (self, opinion))
    return;
  opinion->votes = votum_pairwise_votes (self->pairs, opinion->ahead, opinion->behind);
  opinion->votes_against = votum_pairwise_votes (self->pairs, opinion->behind, opinion->ahead);
  if (self->contributions[method] != NULL)
    {
      find_criterion (self, method, opinion);
      return;
    }
  opinion->of_ahead = opinion->values[opinion->ahead];
  opinion->of_behind = opinion->values[opinion->behind];
  if (opinion->tied ? opinion->votes == opinion->votes_against : opinion->votes > opinion->votes_against)
    opinion->reason = VOTUM_REASON_VOTES;
  else if (method == VOTUM_OPINION_BORDA)
    opinion->reason = VOTUM_REASON_SHARE;
  else if (method == VOTUM_OPINION_COPELAND)
    opinion->reason = VOTUM_REASON_PAIRS;
  else
    opinion->reason = VOTUM_REASON_PATH;
}
