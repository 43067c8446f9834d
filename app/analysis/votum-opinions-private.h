#pragma once

#include "votum-opinions.h"
#include "votum-pairwise.h"
#include "votum-result-private.h"

G_BEGIN_DECLS

/* Only inside app/analysis. */
struct _VotumOpinions {
  const VotumResult *result;      /* while it is computed */
  guint              round;
  guint              n_entrants;
  guint              n_leaves;
  guint              n_jurors;    /* with an order of their own */
  VotumPairwise     *pairs;
  double            *panels;      /* [entrant][leaf]: over the rounds so far; NAN */
  double            *weights;     /* [leaf] */
  double            *contributions[VOTUM_N_OPINIONS]; /* [entrant][leaf]: what the leaf gives, in the method's unit; nullable */
  double            *others[VOTUM_N_OPINIONS];        /* [entrant][leaf]: the method's own panel marks; nullable */
  VotumOpinion       opinions[VOTUM_N_OPINIONS];
};

#define VOTUM_PODIUM 3

/* votum-opinions-reason.c */
void votum_opinions_compare (VotumOpinions *self, VotumOpinionMethod method);

/* votum-opinions-values.c */
void votum_opinions_read_pairs  (VotumOpinions *self);
void votum_opinions_read_panels (const VotumResult *result, guint round, double *panels);

G_END_DECLS
