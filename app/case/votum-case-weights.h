#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/**
 * VotumCaseWeights:
 *
 * What the criteria of one class weigh in the whole when nothing is missing, computed as a result would. A snapshot.
 */
typedef struct _VotumCaseWeights VotumCaseWeights;

VotumCaseWeights *votum_case_weights_new   (VotumCase *self, VotumThing *class_thing, VotumRule *rule, GHashTable *typed);
void              votum_case_weights_free  (VotumCaseWeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumCaseWeights, votum_case_weights_free)
char             *votum_case_weights_share (VotumCaseWeights *self, VotumThing *criterion, guint decimals);

GPtrArray        *votum_case_criteria_below (VotumCase *self, VotumThing *class_thing, VotumThing *parent);
gboolean          votum_case_has_criteria   (VotumCase *self, VotumThing *class_thing);

/* Weights that stand beside each other. */
typedef enum {
  VOTUM_SPREAD_EQUALLY,  /* all the same share of the total */
  VOTUM_SPREAD_IN_PROPORTION,
} VotumSpread;

char             *votum_case_sum_weights    (GPtrArray *criteria, GHashTable *typed);
VotumDecimal      votum_case_expected_sum   (VotumCase *self, VotumThing *class_thing, VotumThing *group, GHashTable *typed);
GArray           *votum_case_spread_weights (GPtrArray *criteria, VotumSpread how, VotumDecimal total, guint *n_raised, VotumDecimal *unit);
gboolean          votum_case_set_weights    (VotumCase *self, GPtrArray *criteria, GArray *weights, const char *unlock_reason, GError **error);

G_END_DECLS
