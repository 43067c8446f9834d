#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumDuty:
 * @VOTUM_DUTY_NONE: nobody has been named yet: everything is allowed, as for votumctl
 * @VOTUM_DUTY_JUROR: a juror's copy: own marks, notes and recusals, and the visits
 * @VOTUM_DUTY_SECRETARY: the secretary's copy: everything but what others noted for themselves
 * @VOTUM_DUTY_CHAIR: the chair's copy: the same as the secretary's
 *
 * In which duty somebody holds a case file. What may be seen and done in it follows from that.
 */
typedef enum {
  VOTUM_DUTY_NONE,
  VOTUM_DUTY_JUROR,
  VOTUM_DUTY_SECRETARY,
  VOTUM_DUTY_CHAIR,
} VotumDuty;

const char      *votum_duty_name           (VotumDuty duty);
gboolean         votum_duty_from_name      (const char *name, VotumDuty *duty);
gboolean         votum_duty_fits           (VotumDuty duty, VotumThing *juror);

VotumThing      *votum_case_get_holder     (VotumCase *self);
VotumDuty        votum_case_get_duty       (VotumCase *self);
gboolean         votum_case_was_held       (VotumCase *self);
void             votum_case_set_onlooker   (VotumCase *self, gboolean onlooker);
gboolean         votum_case_set_holder     (VotumCase *self, VotumThing *juror, VotumDuty duty, const char *reason, GError **error);

gboolean         votum_case_is_opened      (VotumCase *self);
gboolean         votum_case_sees_all       (VotumCase *self);
gboolean         votum_case_knows_names    (VotumCase *self);
const char      *votum_case_entrant_name   (VotumCase *self, VotumThing *entrant);
gboolean         votum_case_may_see        (VotumCase *self, VotumThing *thing);
gboolean         votum_case_may_see_mark   (VotumCase *self, const VotumMark *mark);
const VotumMark *votum_case_get_mark       (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumThing *juror,
                                            VotumThing *criterion);
gboolean         votum_case_may_see_entry  (VotumCase *self, const VotumLogEntry *entry);
VotumChanges    *votum_case_entry_changes  (VotumCase *self, const VotumLogEntry *entry);
gboolean         votum_case_may_change     (VotumCase *self, VotumKind kind, VotumThing *thing, GError **error);
gboolean         votum_case_may_give_mark  (VotumCase *self, const VotumMark *mark, GError **error);

G_END_DECLS
