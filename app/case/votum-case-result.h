#pragma once

#include "votum-case.h"
#include "votum-result.h"

G_BEGIN_DECLS

/**
 * VotumStanding:
 *
 * The result of one class, or of an award without classes, with what its indices stand for. A snapshot: it does not
 * change when the case does.
 */
typedef struct {
  VotumThing  *class;      /* (nullable) */
  VotumRule   *rule;
  VotumTerms  *terms;
  VotumSheet  *sheet;
  VotumResult *result;
  GPtrArray   *rounds;     /* of VotumThing, in their order */
  GPtrArray   *entrants;   /* those who are in the race */
  GPtrArray   *jurors;     /* those who mark */
  GPtrArray   *nodes;      /* criteria and groups, parents first, as in the sheet */
  GPtrArray   *leaves;     /* criteria that have values */
  guint        last_round; /* the latest round with marks */
  gboolean     own_only;   /* of the marks of whose copy it is alone, without correction: others' are not to be seen yet */
  gboolean     veiled;     /* the jurors go by letters: who is recused is known, and must not be told of them */
} VotumStanding;

void           votum_standing_free       (VotumStanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumStanding, votum_standing_free)

VotumStanding *votum_case_compute        (VotumCase *self, VotumThing *class_thing, GCancellable *cancellable, GError **error);
GPtrArray     *votum_case_compute_others (VotumCase *self, VotumStanding *standing);
GPtrArray     *votum_case_classes        (VotumCase *self);
VotumRule     *votum_case_get_rule       (VotumCase *self, VotumThing *class_thing);
VotumRule     *votum_case_deciding_rule  (VotumCase *self, VotumThing *class_thing);
gboolean       votum_case_is_round_of    (VotumCase *self, VotumThing *round, VotumThing *class_thing);
GPtrArray     *votum_case_rounds_by      (VotumCase *self, VotumRule *rule, VotumThing *class_thing);
VotumRule     *votum_case_get_round_rule (VotumCase *self, VotumThing *round, VotumThing *class_thing);
gboolean       votum_case_round_has_marks (VotumCase *self, VotumThing *round);
gboolean       votum_case_rule_is_in_use (VotumCase *self, VotumThing *rule);
gboolean       votum_case_is_recused     (VotumCase *self, VotumThing *juror, VotumThing *entrant, VotumThing **recusal);
GPtrArray     *votum_case_in_order       (VotumCase *self, VotumKind kind);

G_END_DECLS
