#pragma once

#include "votum-draws.h"

G_BEGIN_DECLS

/* Up to so many different resamples they are gone through one by one instead of drawn: with nine jurors there are 24310. */
#define VOTUM_BOOTSTRAP_EXACT 25000

/* Works out the totals when juror j is there times[j] times; NAN for who has none then. */
typedef void (*VotumBootstrapScore) (const guint *times, double *totals, gpointer data);

/**
 * VotumBootstrapOptions:
 * @n_draws: how many resamples are drawn where there are too many to go through
 * @always_draw: draw also where they could be gone through
 * @seed: the same one gives the same numbers
 * @falling: the lowest total is best
 * @first: who leads
 * @second: whose distance to @first is looked at; as @first: nobody's
 * @score: (nullable): where a total is not the mean of the jurors' scores
 * @score_data: for @score
 * @progress: (nullable): is told how far it is
 * @progress_data: for @progress
 */
typedef struct {
  guint                 n_draws;
  gboolean              always_draw;
  guint64               seed;
  gboolean              falling;
  guint                 first;
  guint                 second;
  VotumBootstrapScore   score;
  gpointer              score_data;
  VotumAnalysisProgress progress;
  gpointer              progress_data;
} VotumBootstrapOptions;

/**
 * VotumBootstrap:
 * @n_entrants: how many
 * @n_jurors: how many
 * @exact: whether all resamples were gone through
 * @n_resamples: how many of those gone through, or drawn, tell something
 * @without: share of the resamples in which somebody had no total; they tell nothing
 * @probability: [entrant][rank - 1]: share of the resamples; ties share it. All 0 for who never has a total
 * @mean: [entrant]: mean of the totals
 * @lead_mean: mean lead of the first over the second, for a falling scale how much lower
 * @lead_above: share of the resamples in which it is above zero
 * @lead_none: share in which there is none
 * @lead_low: 2.5 % of the leads are at most this
 * @lead_high: 97.5 % are
 *
 * How the order holds when whole jurors, with all their marks, are drawn again and again out of the jury, with replacement
 * (Efron and Tibshirani 1993). It tells how stable the order is, not how probable: three jurors have only ten different
 * resamples.
 */
typedef struct {
  guint    n_entrants;
  guint    n_jurors;
  gboolean exact;
  guint    n_resamples;
  double   without;
  double  *probability;
  double  *mean;
  double   lead_mean;
  double   lead_above;
  double   lead_none;
  double   lead_low;
  double   lead_high;
} VotumBootstrap;

VotumBootstrap *votum_bootstrap_compute (const double *scores, guint n_entrants, guint n_jurors,
                                         const VotumBootstrapOptions *options, GCancellable *cancellable, GError **error);
void            votum_bootstrap_free    (VotumBootstrap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumBootstrap, votum_bootstrap_free)

guint64         votum_bootstrap_n_resamples (guint n_jurors);

G_END_DECLS
