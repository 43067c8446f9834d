#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/**
 * VotumDecisionPlace:
 * @entrant: a finalist
 * @place: its place below the prize, from 2
 *
 * A place that the jury decides.
 */
typedef struct {
  VotumThing *entrant;
  guint       place;
} VotumDecisionPlace;

/**
 * VotumDecisionPlan:
 * @winners: (element-type VotumThing): several share the prize, none: it is not awarded
 * @places: (nullable) (element-type VotumDecisionPlace): the places below the prize; %NULL: those that are decided stay
 * @mentions: (element-type VotumThing): honourable mentions
 * @votes_for: votes for the decision about the prize; all three are 0 where the jury did not vote
 * @votes_against: against it
 * @abstained: who gave none
 * @reason: (nullable): why
 * @minority: (nullable): what those say who did not agree
 * @minority_by: (element-type VotumThing): who they are
 *
 * What the jury decides in one class, before it is written down.
 */
typedef struct {
  GPtrArray *winners;
  GArray    *places;
  GPtrArray *mentions;
  guint      votes_for;
  guint      votes_against;
  guint      abstained;
  char      *reason;
  char      *minority;
  GPtrArray *minority_by;
} VotumDecisionPlan;

VotumDecisionPlan *votum_decision_plan_new  (void);
void               votum_decision_plan_free (VotumDecisionPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumDecisionPlan, votum_decision_plan_free)

GPtrArray         *votum_decisions_of       (VotumCase *votum_case, VotumThing *class);
gboolean           votum_decision_is_in_class (VotumCase *votum_case, VotumThing *decision, VotumThing *class);
VotumDecisionPlan *votum_decision_plan_read (VotumCase *votum_case, VotumThing *class);
gboolean           votum_decision_plan_record (VotumDecisionPlan *self, VotumCase *votum_case, VotumThing *class, VotumThing *round,
                                             GError **error);
char              *votum_decision_plan_words (VotumDecisionPlan *self, VotumCase *votum_case, const char *lang);
char              *votum_decision_plan_agreement (const VotumDecisionPlan *self, const char *lang);
char              *votum_decision_plan_minute (VotumDecisionPlan *self, VotumCase *votum_case, const char *lang);
gboolean           votum_decision_plan_differs (VotumDecisionPlan *self, VotumCase *votum_case, VotumThing *class);

/* votum-case-decision-conflicts.c */
GPtrArray         *votum_decision_plan_supersedes (VotumDecisionPlan *self, VotumCase *votum_case, VotumThing *class);
GPtrArray         *votum_decision_conflicts (VotumCase *votum_case, VotumThing *class);

/* votum-case-decision-words.c */
char              *votum_decision_minute_in (VotumCase *self, const char *text, const char *lang);

/* votum-case-decision-places.c */
void               votum_decision_plan_set_places (VotumDecisionPlan *self);
void               votum_decision_plan_add_place (VotumDecisionPlan *self, VotumThing *entrant, guint place);
guint              votum_decision_plan_get_place (const VotumDecisionPlan *self, VotumThing *entrant);
void               votum_decision_plan_read_places (VotumDecisionPlan *self, VotumCase *votum_case, VotumThing *class);
gboolean           votum_decision_plan_places_differ (const VotumDecisionPlan *self, VotumStanding *standing);
gboolean           votum_decision_plan_change_places (VotumDecisionPlan *self, VotumCase *votum_case, VotumThing *class,
                                             VotumThing *template, VotumChanges *changes, GError **error);

G_END_DECLS
