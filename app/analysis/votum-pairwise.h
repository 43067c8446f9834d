#pragma once

#include "votum-decimal.h"

G_BEGIN_DECLS

/* Ballots of ranks and what the rank methods make of them. */
typedef struct _VotumPairwise VotumPairwise;

/* One step of the method of ranked pairs. */
typedef struct {
  guint    winner;
  guint    loser;
  guint    votes;        /* for the winner */
  guint    votes_against;
  gboolean locked;       /* FALSE: it would have closed a cycle */
} VotumRankedPair;

VotumPairwise *votum_pairwise_new              (guint n_entrants);
void           votum_pairwise_free             (VotumPairwise *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumPairwise, votum_pairwise_free)

void           votum_pairwise_add_ballot       (VotumPairwise *self, const guint *ranks, guint count);
guint          votum_pairwise_n_entrants       (const VotumPairwise *self);
guint          votum_pairwise_votes            (const VotumPairwise *self, guint a, guint b);
int            votum_pairwise_condorcet_winner (const VotumPairwise *self);
void           votum_pairwise_copeland         (const VotumPairwise *self, int *scores);
void           votum_pairwise_borda            (const VotumPairwise *self, mpq_t *sums);
void           votum_pairwise_borda_mean       (const VotumPairwise *self, mpq_t *means, guint8 *has);
GArray        *votum_pairwise_schulze          (const VotumPairwise *self, guint *strengths, guint *wins);
GArray        *votum_pairwise_ranked_pairs     (const VotumPairwise *self, GArray **log);

G_END_DECLS
