#pragma once

#include "votum-draws.h"
#include "votum-what-if.h"

G_BEGIN_DECLS

/* Draws one set of values of an entrant, one per leaf. */
typedef void (*VotumSmaaSample) (VotumDraws *draws, guint entrant, double *values, gpointer data);

/**
 * VotumSmaaOptions:
 * @n_draws: how many sets of weights, at least 1
 * @seed: the same one gives the same numbers
 * @importance: (nullable): per leaf how important it is, 0 first; a more important leaf never weighs less, equally important
 *   ones are not ordered. %NULL: nothing is known
 * @sample: (nullable): for values that are not certain: draws those of an entrant; the model tells only who is ranked
 * @sample_data: for @sample
 * @progress: (nullable): is told how far it is
 * @progress_data: for @progress
 */
typedef struct {
  guint                 n_draws;
  guint64               seed;
  const guint          *importance;
  VotumSmaaSample       sample;
  gpointer              sample_data;
  VotumAnalysisProgress progress;
  gpointer              progress_data;
} VotumSmaaOptions;

/**
 * VotumSmaa:
 * @n_entrants: how many
 * @n_leaves: how many
 * @n_draws: how many sets of weights were drawn
 * @acceptability: [entrant][rank - 1]: share of the weights that give the entrant the rank; all 0 for who is not ranked
 * @central: [entrant][leaf]: mean of the weights that rank the entrant first, shares of the whole; NAN if none does
 * @confidence: [entrant]: how often the entrant is first with its central weights; NAN if it never is first
 *
 * What all weights there are say about the order (SMAA-2: Lahdelma and Salminen 2001, Operations Research 49, 444-454).
 */
typedef struct {
  guint   n_entrants;
  guint   n_leaves;
  guint   n_draws;
  double *acceptability;
  double *central;
  double *confidence;
} VotumSmaa;

VotumSmaa *votum_smaa_compute (const VotumWhatIf *model, const VotumSmaaOptions *options, GCancellable *cancellable, GError **error);
void       votum_smaa_free    (VotumSmaa *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumSmaa, votum_smaa_free)

G_END_DECLS
