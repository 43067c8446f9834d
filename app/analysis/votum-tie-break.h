#pragma once

#include "votum-terms.h"

G_BEGIN_DECLS

/* How one tie was settled, in the order in which it happened. */
typedef struct {
  guint         rule;          /* index into the terms' tie_breaks */
  VotumTieKind  kind;
  GArray       *group;         /* of guint: the entrants that were tied */
  GPtrArray    *into;          /* of GArray of guint: the parts it fell into, best first */
  GPtrArray    *values;        /* of char*: per entrant of @group, the figure that decided ("2.5", "1", ...) */
} VotumTieSplit;

void votum_tie_split_free (VotumTieSplit *self);

/* One step of a chain of tie-breaks, with the figures it needs. */
typedef struct {
  guint         rule;          /* what VotumTieSplit.rule is set to */
  VotumTieKind  kind;
  const mpq_t  *figures;       /* [entrant]: for criteria, heaviest and revote; else NULL */
  const guint8 *has_figure;    /* [entrant]; NULL: all have one */
  gboolean      falling;       /* the lowest figure is best */
} VotumTieStep;

/**
 * VotumTieInput:
 * @n_entrants: number of entrants
 * @n_jurors: number of jurors
 * @scores: [entrant]: what they are ranked by
 * @ranked: (nullable): [entrant]: whether the entrant is ranked at all; %NULL: all are
 * @falling: the lowest score is best
 * @juror_ranks: (nullable): [juror][entrant]: the juror's own ranks, 1 best, equal ones shared, 0: the juror
 *   has no opinion; needed by first places and head-to-head
 * @chair: (nullable): [entrant]: the chair's order, 1 best, 0: no opinion
 *
 * Scores and preferences, wherever they come from.
 */
typedef struct {
  guint         n_entrants;
  guint         n_jurors;
  const mpq_t  *scores;
  const guint8 *ranked;
  gboolean      falling;
  const guint  *juror_ranks;
  const guint  *chair;
} VotumTieInput;

void votum_tie_break_rank         (const VotumTieInput *input, const VotumTieStep *steps, guint n_steps,
                                   guint *positions, GPtrArray *splits);
void votum_tie_break_first_places (const VotumTieInput *input, mpq_t *counts);

G_END_DECLS
