#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/**
 * VotumTrial:
 *
 * The weights of a class while somebody tries others: nothing is stored until they are adopted. A snapshot of the criteria as
 * they were. Of the whole, a share that moves takes from all others, or gives to them, in proportion; points move alone.
 */
typedef struct _VotumTrial VotumTrial;

VotumTrial *votum_trial_new        (VotumCase *self, VotumThing *class_thing, GError **error);
VotumTrial *votum_trial_ref        (VotumTrial *self);
void        votum_trial_unref      (VotumTrial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumTrial, votum_trial_unref)

guint       votum_trial_n_nodes    (VotumTrial *self);
VotumThing *votum_trial_get_thing  (VotumTrial *self, guint node);
int         votum_trial_get_parent (VotumTrial *self, guint node);
gboolean    votum_trial_is_group   (VotumTrial *self, guint node);
gboolean    votum_trial_is_points  (VotumTrial *self);
double      votum_trial_get        (VotumTrial *self, guint node);
double      votum_trial_get_stored (VotumTrial *self, guint node);
double      votum_trial_get_limit  (VotumTrial *self, guint node);
gboolean    votum_trial_can_move   (VotumTrial *self, guint node);

void        votum_trial_move       (VotumTrial *self, guint node, double value);
void        votum_trial_reset      (VotumTrial *self);
gboolean    votum_trial_is_moved   (VotumTrial *self);
gboolean    votum_trial_equal      (VotumTrial *self, VotumTrial *other);

GHashTable *votum_trial_typed      (VotumTrial *self);
GArray     *votum_trial_leaves     (VotumTrial *self);
void        votum_trial_round      (VotumTrial *self, GPtrArray *criteria, GArray *weights);
gboolean    votum_trial_adopt      (VotumTrial *self, VotumCase *votum_case, const char *reason, GError **error);

G_END_DECLS
