#pragma once

#include "votum-bootstrap.h"
#include "votum-case-result.h"
#include "votum-crossovers.h"
#include "votum-leave-out.h"
#include "votum-smallest-change.h"
#include "votum-what-if.h"

G_BEGIN_DECLS

/**
 * VotumRobustnessOptions:
 * @n_draws: how many sets of weights are drawn; 0: 100000
 * @n_juries: how many juries are drawn where there are too many to go through; 0: 10000
 * @seed: the same one gives the same figures
 * @work: (nullable): to follow and to stop it
 */
typedef struct {
  guint            n_draws;
  guint            n_juries;
  guint64          seed;
  const VotumWork *work;
} VotumRobustnessOptions;

/**
 * VotumRobustEntrant:
 * @thing: the finalist
 * @index: in the standing
 * @place: by the rule
 * @ranks: [rank - 1]: share of all weights there are that give the rank
 * @kept_first: share of those weights that rank the criteria as the award does, with which the finalist is first
 * @central: (nullable): [leaf]: the mean of the weights with which it is first; %NULL if there are none
 * @juries: [rank - 1]: share of the juries drawn out of the jury that give the rank
 * @likely_first: probability of being first if totals were independent and normal, with the jurors' spread; %NAN: unknown
 * @change: (nullable): the least that makes it level with the leader; %NULL for the leader
 */
typedef struct {
  VotumThing          *thing;
  guint                index;
  guint                place;
  double              *ranks;
  double               kept_first;
  double              *central;
  double              *juries;
  double               likely_first;
  VotumSmallestChange *change;
} VotumRobustEntrant;

/**
 * VotumRobustCriterion:
 * @thing: the criterion or group
 * @node: in the standing
 * @is_group: whether it is a group
 * @walk: what becomes of the order when its weight moves
 */
typedef struct {
  VotumThing      *thing;
  guint            node;
  gboolean         is_group;
  VotumCrossovers *walk;
} VotumRobustCriterion;

/**
 * VotumRobustWithout:
 * @thing: the juror or finalist who is left out
 * @index: in the standing
 * @refusal: (nullable): why there is no result then
 * @places: [entrant of the standing]: by the rule then; 0 for who is not ranked
 * @swaps: (element-type VotumSwap): who of the others changes places
 * @other_first: whether somebody else is first then, or level with the first
 */
typedef struct {
  VotumThing *thing;
  guint       index;
  char       *refusal;
  guint      *places;
  GArray     *swaps;
  gboolean    other_first;
} VotumRobustWithout;

/**
 * VotumRobustness:
 * @round: index of the round
 * @n_ranked: how many finalists are ranked; ranks go up to that
 * @n_leaves: how many criteria have values
 * @entrants: (element-type VotumRobustEntrant): those who are ranked, by place
 * @model: (nullable): what the finalists would have with other weights
 * @no_weights: (nullable): why there are no weights to try, in a sentence; else @model, @criteria and what comes of weights is there
 * @n_draws: how many sets of weights were drawn
 * @criteria: (element-type VotumRobustCriterion): criteria and groups, as in the standing
 * @nearest: index among @entrants of who becomes first with the smallest change; -1: nobody ever does
 * @no_juries: (nullable): why no juries are drawn, in a sentence; else @juries and what comes of them is there
 * @juries: (nullable): how they were drawn, and by how much the first leads the second
 * @without_juror: (element-type VotumRobustWithout): each juror left out
 * @without_entrant: (element-type VotumRobustWithout): each finalist left out
 *
 * How sure an order is. It informs and decides nothing. A snapshot, as the standing it was made of; in a juror's copy, as that
 * is, of the juror's own marks alone.
 */
typedef struct {
  guint           round;
  guint           n_ranked;
  guint           n_leaves;
  GPtrArray      *entrants;
  VotumWhatIf    *model;
  char           *no_weights;
  guint           n_draws;
  GPtrArray      *criteria;
  int             nearest;
  char           *no_juries;
  VotumBootstrap *juries;
  GPtrArray      *without_juror;
  GPtrArray      *without_entrant;
} VotumRobustness;

VotumRobustness *votum_standing_robustness (const VotumStanding *self, guint round, const VotumRobustnessOptions *options,
                                            GError **error);
void             votum_robustness_free     (VotumRobustness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumRobustness, votum_robustness_free)

const VotumRobustEntrant *votum_robustness_leader (const VotumRobustness *self);

G_END_DECLS
