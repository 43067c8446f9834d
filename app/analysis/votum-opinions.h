#pragma once

#include "votum-result.h"

G_BEGIN_DECLS

/* Other ways to an order from the same marks. They inform and never decide. */
typedef enum {
  VOTUM_OPINION_MEAN,         /* the rule without its correction over the jurors */
  VOTUM_OPINION_MEDIAN,       /* the rule with medians instead */
  VOTUM_OPINION_BORDA,        /* from here on: each juror's own order; mean share of the others beaten */
  VOTUM_OPINION_COPELAND,
  VOTUM_OPINION_SCHULZE,
  VOTUM_OPINION_RANKED_PAIRS,
  VOTUM_OPINION_PROMETHEE,    /* from here on: the panel's marks, criterion by criterion */
  VOTUM_OPINION_TOPSIS,
  VOTUM_N_OPINIONS,
} VotumOpinionMethod;

typedef enum {
  VOTUM_OPINION_GIVEN,
  VOTUM_OPINION_IS_RULE,       /* this is what the rule does */
  VOTUM_OPINION_NO_MARKS,      /* the jurors give places, not marks */
  VOTUM_OPINION_FEW_JURORS,    /* fewer than two */
  VOTUM_OPINION_MISSING,       /* somebody has no value on a criterion */
  VOTUM_OPINION_NOT_COMPUTED,  /* the method leaves somebody without a result */
} VotumOpinionState;

/* Why a method has @ahead before @behind where the rule has not. */
typedef enum {
  VOTUM_REASON_NONE,
  VOTUM_REASON_VOTES,          /* more jurors have it so than the other way round; of a tie: as many */
  VOTUM_REASON_SHARE,          /* Borda: it beats a larger share of the others */
  VOTUM_REASON_PAIRS,          /* Copeland: more pairs won than lost */
  VOTUM_REASON_PATH,           /* Schulze, ranked pairs: by way of the others, since majorities run in a circle or are missing */
  VOTUM_REASON_CRITERION,      /* the criterion that gives most to it */
} VotumReason;

typedef struct {
  VotumOpinionState state;
  double           *values;         /* [entrant]: the method's own figure, higher is better but for a rule with the lowest first; NAN: none */
  guint            *positions;      /* [entrant]: 1-2-2-4, 0: none */
  gboolean          other_winner;   /* the rule's winner is not among the method's first */
  gboolean          other_podium;   /* one of the first three places is not the same; holds with @other_winner too */
  guint             ahead, behind;  /* entrants, where the podium differs */
  gboolean          tied;           /* the method has the two side by side */
  VotumReason       reason;
  guint             votes;          /* jurors who have @ahead before @behind */
  guint             votes_against;
  int               leaf;           /* of VOTUM_REASON_CRITERION */
  double            of_ahead;       /* what the method makes of them: share, pairs won minus lost, or the panel's mark there */
  double            of_behind;
  double            rule_ahead;     /* of a criterion: the panel's mark by the rule */
  double            rule_behind;
} VotumOpinion;

/* How far apart two marks must be on a leaf, for PROMETHEE: nothing up to @indifference, all from @preference on. */
typedef struct {
  double indifference;
  double preference;
} VotumOpinionStep;

typedef struct _VotumOpinions VotumOpinions;

VotumOpinions      *votum_opinions_new  (const VotumResult *result, guint round, const VotumOpinionStep *steps,
                                         GCancellable *cancellable, GError **error);
void                votum_opinions_free (VotumOpinions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumOpinions, votum_opinions_free)

const VotumOpinion *votum_opinions_get      (const VotumOpinions *self, VotumOpinionMethod method);
guint               votum_opinions_votes    (const VotumOpinions *self, guint a, guint b);
guint               votum_opinions_n_jurors (const VotumOpinions *self); /* who have an order of their own */

G_END_DECLS
