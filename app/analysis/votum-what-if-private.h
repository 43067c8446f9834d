#pragma once

#include "votum-what-if.h"

G_BEGIN_DECLS

/* Two totals that differ by less are equal: far below any mark, far above what doubles lose. */
#define VOTUM_WHAT_IF_EQUAL 1e-9

/* The values of one entrant in one round. */
typedef struct {
  guint   entrant;
  guint   pattern;   /* which leaves are there */
  double  weight;    /* of the round in the entrant's total; those of an entrant sum to 1 */
  double *values;    /* [leaf], 0 where there is none */
} VotumWhatIfPart;

/* The parts of a model, for the files that walk it. */
struct _VotumWhatIf {
  gatomicrefcount ref_count;
  guint        n_entrants;
  guint        n_leaves;
  guint        n_nodes;
  int         *parents;    /* [node], -1: top; parents come first */
  int         *leaf_of;    /* [node], -1: a group */
  gboolean     points;     /* weights are factors: their sum matters too */
  double      *stored;     /* [leaf]; shares sum to 1 */
  VotumMissing missing;
  gboolean     falling;
  int          round_weighted, round_result, round_total;
  VotumRounding rounding;
  guint8      *ranked;     /* [entrant] */
  guint       *places;     /* [entrant]: order by the rule, settles who stands first among equals */
  GPtrArray   *patterns;   /* of guint8 [leaf]; the first is that of nothing missing */
  GArray      *parts;      /* of VotumWhatIfPart, by entrant */
  GArray      *rows;       /* of VotumWhatIfPart: the parts of an entrant with the same pattern as one, weighed */
};

/* The weights that leaves have when only some are there; @scratch holds 2 (n_nodes + 1) numbers. */
void votum_what_if_effective_of (const VotumWhatIf *self, const double *weights, const guint8 *present, double *effective, double *scratch);
/* The weights that the leaves of a pattern have; @scratch holds 2 (n_nodes + 1) numbers. */
void votum_what_if_effective (const VotumWhatIf *self, const double *weights, guint pattern, double *effective, double *scratch);

G_END_DECLS
