#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Below this many entrants chi-square is no good guide to chance, and permutations are counted instead. */
#define VOTUM_CONCORDANCE_MANY_ENTRANTS 8

/* Where the probability comes from. */
typedef enum {
  VOTUM_CONCORDANCE_CHI2,
  VOTUM_CONCORDANCE_EXACT,    /* all orders that the jurors could have had */
  VOTUM_CONCORDANCE_SAMPLED,  /* so many of them, by the seed */
} VotumConcordanceTest;

typedef struct {
  guint                n_entrants;
  guint                n_jurors;
  double               s;              /* squared deviations of the rank sums */
  double               t;              /* sum of t^3 - t over all ties of all jurors */
  double               w_uncorrected;
  double               w;              /* corrected for ties */
  double               w_low, w_high;  /* with each juror left out in turn; NAN with two jurors */
  double               chi2;
  guint                df;
  double               chi2_p;
  double               p;              /* that jurors without a common opinion agree as much */
  VotumConcordanceTest test;
  double               spearman;       /* mean over all pairs of jurors; NAN where no pair has one */
  double               spearman_low, spearman_high;  /* the pairs that agree least and most */
  guint                n_pairs;
} VotumConcordance;

void     votum_average_ranks       (const double *scores, guint n, guint stride, double *ranks);
gboolean votum_concordance_compute (const double *scores, guint n_entrants, guint n_jurors, gulong seed,
                                    GCancellable *cancellable, VotumConcordance *result, GError **error);

G_END_DECLS
