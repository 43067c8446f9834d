#pragma once

#include "votum-result.h"

G_BEGIN_DECLS

/**
 * VotumWhatIf:
 *
 * What the entrants would have after a round if the criteria weighed differently: the panel marks of a result, as doubles.
 * It informs and never decides. Immutable, reference counted, safe to hand to a thread.
 *
 * A set of weights is an array with one per leaf, none negative, with a sum above zero: shares of the whole (another sum
 * than 1 is read as in proportion), or with factors, the factors. A group weighs what the leaves below it do. Where a value
 * is missing, its weight goes where the rule sends it.
 */
typedef struct _VotumWhatIf VotumWhatIf;

VotumWhatIf  *votum_what_if_new         (const VotumResult *result, guint round, GError **error);
VotumWhatIf  *votum_what_if_new_plain   (const double *values, guint n_entrants, guint n_leaves, const double *weights);
VotumWhatIf  *votum_what_if_ref         (VotumWhatIf *self);
void          votum_what_if_unref       (VotumWhatIf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumWhatIf, votum_what_if_unref)

guint         votum_what_if_n_entrants  (const VotumWhatIf *self);
guint         votum_what_if_n_leaves    (const VotumWhatIf *self);
guint         votum_what_if_n_nodes     (const VotumWhatIf *self);
gboolean      votum_what_if_is_ranked   (const VotumWhatIf *self, guint entrant);
gboolean      votum_what_if_is_complete (const VotumWhatIf *self, guint entrant);
gboolean      votum_what_if_is_falling  (const VotumWhatIf *self);
const double *votum_what_if_stored      (const VotumWhatIf *self);

/* weights */
double        votum_what_if_share       (const VotumWhatIf *self, const double *weights, guint node);
void          votum_what_if_move        (const VotumWhatIf *self, const double *from, guint node, double share, double *to);
double        votum_what_if_share_of_group (const VotumWhatIf *self, const double *weights, guint node);
void          votum_what_if_move_in_group  (const VotumWhatIf *self, const double *from, guint node, double share, double *to);

/* what comes of them */
void          votum_what_if_totals      (const VotumWhatIf *self, const double *weights, double *totals);
void          votum_what_if_exact       (const VotumWhatIf *self, const double *weights, double *totals);
guint         votum_what_if_order       (const VotumWhatIf *self, const double *totals, guint *order);
guint         votum_what_if_ranks       (const VotumWhatIf *self, const double *totals, guint *ranks);

G_END_DECLS
