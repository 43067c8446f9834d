#pragma once

#include "votum-case-look.h"
#include "votum-case-private.h"
#include "votum-case-result.h"

G_BEGIN_DECLS

/* The parts of votum_case_compute(), for what lays out only some of it. */

VotumStanding *votum_standing_begin            (VotumCase *self, VotumThing *class_thing, VotumRule *rule, GError **error);
void           votum_standing_collect_criteria (VotumStanding *standing, VotumCase *self);
void           votum_standing_add_nodes        (VotumStanding *standing, VotumCase *self, GHashTable *weights);
void           votum_standing_add_measures     (VotumStanding *standing, VotumCase *self);
VotumTerms    *votum_terms_for_one             (const VotumTerms *declared);
GPtrArray     *votum_case_class_leaves         (VotumCase *self, VotumThing *class_thing);
gboolean       votum_standing_find_direction   (VotumStanding *standing, VotumCase *self, gboolean *falling, GError **error);
int            votum_standing_find             (GPtrArray *things, gint64 id);
VotumStanding *votum_standing_lay_out          (VotumCase *self, const VotumLook *look, VotumRule *rule, GError **error);
VotumStanding *votum_standing_compute_for      (VotumCase *self, VotumThing *class_thing, VotumRule *rule, VotumThing *only,
                                                GCancellable *cancellable, GError **error);

G_END_DECLS
