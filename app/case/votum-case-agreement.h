#pragma once

#include "votum-case-result.h"
#include "votum-disagreement.h"
#include "votum-estimate.h"

G_BEGIN_DECLS

/**
 * VotumAgreementKind:
 * @VOTUM_AGREEMENT_ICC_1_1: of the jurors' totals; the six of Shrout and Fleiss, in their order
 * @VOTUM_AGREEMENT_ICC_2_1: one juror's total, other jurors thinkable
 * @VOTUM_AGREEMENT_ICC_3_1: one juror's total, these jurors
 * @VOTUM_AGREEMENT_ICC_1_K: the mean of the jurors' totals
 * @VOTUM_AGREEMENT_ICC_2_K: the mean, other jurors thinkable
 * @VOTUM_AGREEMENT_ICC_3_K: the mean, these jurors
 * @VOTUM_AGREEMENT_ALPHA_NOMINAL: Krippendorff's alpha of the marks, the same or not
 * @VOTUM_AGREEMENT_ALPHA_ORDINAL: of the marks as an order
 * @VOTUM_AGREEMENT_ALPHA_INTERVAL: of the marks as numbers
 * @VOTUM_AGREEMENT_KENDALL: Kendall's W of the orders in which the jurors' totals put the finalists
 * @VOTUM_AGREEMENT_SPEARMAN: the mean of Spearman's correlations of two jurors' orders
 *
 * Figures of how far a jury agrees. They inform and decide nothing.
 */
typedef enum {
  VOTUM_AGREEMENT_ICC_1_1,
  VOTUM_AGREEMENT_ICC_2_1,
  VOTUM_AGREEMENT_ICC_3_1,
  VOTUM_AGREEMENT_ICC_1_K,
  VOTUM_AGREEMENT_ICC_2_K,
  VOTUM_AGREEMENT_ICC_3_K,
  VOTUM_AGREEMENT_ALPHA_NOMINAL,
  VOTUM_AGREEMENT_ALPHA_ORDINAL,
  VOTUM_AGREEMENT_ALPHA_INTERVAL,
  VOTUM_AGREEMENT_KENDALL,
  VOTUM_AGREEMENT_SPEARMAN,
} VotumAgreementKind;

#define VOTUM_N_AGREEMENT_KINDS (VOTUM_AGREEMENT_SPEARMAN + 1)

/**
 * VotumIntervalKind:
 * @VOTUM_INTERVAL_CONFIDENCE: 95 per cent confidence
 * @VOTUM_INTERVAL_BOOTSTRAP: 95 per cent of the resamples over whole finalists
 * @VOTUM_INTERVAL_LEFT_OUT: the least and the most with each juror left out in turn
 * @VOTUM_INTERVAL_PAIRS: the pairs of jurors that agree least and most
 *
 * What the ends of an interval mean.
 */
typedef enum {
  VOTUM_INTERVAL_CONFIDENCE,
  VOTUM_INTERVAL_BOOTSTRAP,
  VOTUM_INTERVAL_LEFT_OUT,
  VOTUM_INTERVAL_PAIRS,
} VotumIntervalKind;

/**
 * VotumAgreementFigure:
 * @kind: which
 * @estimate: the figure and its interval; %NAN where there is none
 * @interval: what the interval means
 * @p: probability that jurors without a common opinion agree as much, or %NAN
 * @refusal: (nullable): why there is no figure, in a sentence
 */
typedef struct {
  VotumAgreementKind kind;
  VotumEstimate      estimate;
  VotumIntervalKind  interval;
  double             p;
  char              *refusal;
} VotumAgreementFigure;

/**
 * VotumDisagreement:
 * @entrant: (nullable): the finalist
 * @criterion: (nullable): the criterion; both: the marks of that finalist on that criterion
 * @entrant_index: in the standing, or -1
 * @leaf_index: in the standing, or -1
 * @spread: how far the jurors lie apart, in shares of the scale
 * @width: of the scale; %NAN where criteria of several scales are in it
 * @widest_entrant: index of the finalist over whom they lie furthest apart
 * @widest_leaf: index of the criterion on which they do
 * @lowest: the lowest mark there
 * @highest: the highest mark there
 *
 * Where the jurors disagree, and how much: times @width, the spread is in marks.
 */
typedef struct {
  VotumThing *entrant;
  VotumThing *criterion;
  int         entrant_index;
  int         leaf_index;
  VotumSpread spread;
  double      width;
  int         widest_entrant;
  int         widest_leaf;
  double      lowest;
  double      highest;
} VotumDisagreement;

/**
 * VotumAgreement:
 * @round: index of the round
 * @n_jurors: who have marked in it
 * @n_entrants: whom they have marked
 * @n_complete: of them, those whom all of the jurors have marked: what ICC and the orders are of
 * @n_marks: of one criterion for one finalist
 * @figures: by #VotumAgreementKind
 * @criteria: (element-type VotumDisagreement): most disagreed first
 * @entrants: (element-type VotumDisagreement): most disagreed first
 * @cells: (element-type VotumDisagreement): finalist by criterion, most disagreed first; those with two marks or more
 *
 * How far the jury agrees in one round. A snapshot, as the standing it was made of.
 */
typedef struct {
  guint                round;
  guint                n_jurors;
  guint                n_entrants;
  guint                n_complete;
  guint                n_marks;
  VotumAgreementFigure figures[VOTUM_N_AGREEMENT_KINDS];
  GArray              *criteria;
  GArray              *entrants;
  GArray              *cells;
} VotumAgreement;

VotumAgreement *votum_case_agreement       (VotumCase *self, VotumStanding *standing, guint round, gulong seed,
                                            GCancellable *cancellable, GError **error);
VotumAgreement *votum_case_disagreement    (VotumCase *self, VotumStanding *standing, guint round, GError **error);
void            votum_agreement_free       (VotumAgreement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumAgreement, votum_agreement_free)

const char     *votum_agreement_name       (VotumAgreementKind kind);
const char     *votum_interval_name        (VotumIntervalKind kind);
char           *votum_agreement_words      (const VotumAgreement *self, VotumAgreementKind kind);

G_END_DECLS
