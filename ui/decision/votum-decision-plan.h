#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/* What the jury decides in one class, before it is written down. */
typedef struct {
  GPtrArray *winners;    /* of VotumThing; several share the prize, none: it is not awarded */
  GPtrArray *mentions;   /* of VotumThing: honourable mentions */
  guint      votes_for;
  guint      votes_against;
  guint      abstained;
  char      *reason;
  char      *minority;
} VotumDecisionPlan;

VotumDecisionPlan *votum_decision_plan_new  (void);
void               votum_decision_plan_free (VotumDecisionPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumDecisionPlan, votum_decision_plan_free)

GPtrArray         *votum_decisions_of       (VotumCase *votum_case, VotumThing *class);
VotumDecisionPlan *votum_decision_plan_read (VotumCase *votum_case, VotumThing *class);
gboolean           votum_decision_plan_record (VotumDecisionPlan *self, VotumCase *votum_case, VotumThing *class, VotumThing *round,
                                             const char *subject, GError **error);

G_END_DECLS
