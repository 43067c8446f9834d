#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/* One finalist's result, step by step, so that people can see what a rule does. All numbers are exact decimals without
 * locale; one that goes on ends in "…". %NULL where there is none. */

typedef struct {
  char          *juror;    /* name */
  VotumCellState state;
  char          *given;
  char          *counted;  /* after correction and rounding; %NULL where it was left out */
} VotumExampleMark;

typedef struct {
  VotumThing *criterion;
  gboolean    measured;
  char       *measure;    /* the figure, before the value function */
  GPtrArray  *marks;      /* of VotumExampleMark, a juror each */
  guint       n_counted;
  gboolean    too_few;    /* too few marks for a result */
  char       *mean;       /* of what was counted, or the value of the figure, before rounding */
  char       *panel;      /* the panel's mark: rounded */
  char       *weight;     /* that it has for this finalist: a share in per cent, or a factor */
  char       *product;    /* panel x weight, before rounding */
  char       *weighted;   /* rounded: what it adds to the result */
} VotumExampleLeaf;

/* What a round counts in a total. */
typedef struct {
  VotumThing *round;      /* (nullable): made up */
  guint       number;     /* 1, 2, 3 ... among those that count */
  char       *share;      /* in per cent */
  char       *result;
} VotumExamplePart;

typedef struct {
  VotumThing        *round;   /* (nullable): made up */
  gboolean           revote;
  VotumStandingState state;
  GPtrArray         *leaves;  /* of VotumExampleLeaf */
  char              *sum;     /* before rounding */
  char              *result;  /* of the round */
  GPtrArray         *parts;   /* of VotumExamplePart: what the total is made of */
  char              *mean;    /* of the rounds, before rounding */
  char              *total;
} VotumExampleRound;

typedef struct {
  VotumThing *entrant;     /* (nullable): the marks are made up */
  VotumTerms *terms;
  GPtrArray  *rounds;      /* of VotumExampleRound */
  guint       last_round;  /* the latest with marks */
} VotumExample;

VotumExample *votum_case_example          (VotumCase *self, VotumThing *class_thing, VotumThing *entrant, VotumRule *rule, GError **error);
GPtrArray    *votum_case_example_entrants (VotumCase *self, VotumThing *class_thing);
void          votum_example_free          (VotumExample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumExample, votum_example_free)

G_END_DECLS
