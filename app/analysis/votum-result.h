#pragma once

#include "votum-sheet.h"
#include "votum-tie-break.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_STANDING_RANKED,       /* has a score and a position */
  VOTUM_STANDING_NOT_IN_ROUND,
  VOTUM_STANDING_NO_MARKS,     /* nobody has marked the entrant in this round */
  VOTUM_STANDING_TOO_FEW,      /* fewer marks than the rule's minimum, or too few left after dropping */
  VOTUM_STANDING_NOT_CARRIED,  /* voted on, and not enough said yes */
} VotumStandingState;

typedef struct _VotumResult VotumResult;

/**
 * votum_result_compute:
 * @sheet: the marks
 * @terms: the rule
 * @cancellable: (nullable):
 *
 * Executes @terms on @sheet, in exact rational arithmetic with the rule's own rounding, for every round.
 * The numbers of a round stand for "after that round": the result of the round itself, and the total over
 * the rounds so far. Deterministic; never touches binary floating point.
 * Returns: (transfer full): the result; on error (terms that do not fit, cancelled) %NULL
 */
VotumResult *votum_result_compute (VotumSheet *sheet, const VotumTerms *terms, GCancellable *cancellable, GError **error);
VotumResult *votum_result_ref     (VotumResult *self);
void         votum_result_unref   (VotumResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumResult, votum_result_unref)

/* All getters: round, entrant, leaf, juror are indices of the sheet. Strings are exact decimals without locale
 * ("22.93"); where the rule does not round, @decimals are shown (half up), and votum_result_exact_* gives the
 * fraction ("1234/567"). NULL where there is no value. (transfer full). */
VotumSheet        *votum_result_sheet     (const VotumResult *self);   /* (transfer none) */
const VotumTerms  *votum_result_terms     (const VotumResult *self);   /* (transfer none) */
VotumStandingState votum_result_state     (const VotumResult *self, guint round, guint entrant);
guint              votum_result_position  (const VotumResult *self, guint round, guint entrant);      /* 1.., 0: none; 1-2-2-4 */
gboolean           votum_result_is_shared (const VotumResult *self, guint round, guint entrant);
char              *votum_result_total     (const VotumResult *self, guint round, guint entrant, guint decimals);
char              *votum_result_round     (const VotumResult *self, guint round, guint entrant, guint decimals);
char              *votum_result_panel     (const VotumResult *self, guint round, guint entrant, guint leaf, guint decimals);
char              *votum_result_weighted  (const VotumResult *self, guint round, guint entrant, guint leaf, guint decimals);
/* the value of any node of the tree: a leaf's panel mark, a group's weighted mean of its children */
char              *votum_result_node      (const VotumResult *self, guint round, guint entrant, guint node, guint decimals);
char              *votum_result_corrected (const VotumResult *self, guint round, guint entrant, guint juror, guint leaf, guint decimals);
char              *votum_result_exact_total (const VotumResult *self, guint round, guint entrant);
guint              votum_result_n_marks   (const VotumResult *self, guint round, guint entrant, guint leaf); /* marks used */
/* share of the whole that the leaf's weight is when nothing is missing (shares), or the factor (factors): "0.15" */
char              *votum_result_leaf_weight (const VotumResult *self, guint leaf, guint decimals);
/* entrants in order of their position after @round, then in sheet order; only those that are ranked */
GArray            *votum_result_order     (const VotumResult *self, guint round);                     /* (transfer full) of guint */
/* ties that were settled, of @round; (transfer none) of VotumTieSplit */
GPtrArray         *votum_result_splits    (const VotumResult *self, guint round);
/* one juror's own total for the entrant in the round under the rule's weights, no correction: informs only (charts).
 * FALSE where the juror has no marks for the entrant there. */
gboolean           votum_result_juror_total (const VotumResult *self, guint round, guint entrant, guint juror, double *total);
/* for drawing: as doubles. FALSE where there is none. */
gboolean           votum_result_total_double (const VotumResult *self, guint round, guint entrant, double *total);
gboolean           votum_result_panel_double (const VotumResult *self, guint round, guint entrant, guint leaf, double *value);

G_END_DECLS
