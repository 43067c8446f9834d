#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumAllocationPart:
 * @points: so many points
 * @allowed: to how many the juror gives them
 * @given: to how many they have
 *
 * A part of what a juror has to give where the rule says how many points go to how many. Of points that the rule does not know
 * none are allowed.
 */
typedef struct {
  VotumDecimal points;
  guint        allowed;
  guint        given;
} VotumAllocationPart;

gboolean votum_case_has_allocation      (VotumCase *self, VotumThing *round, VotumThing *class_thing);
GArray  *votum_case_allocation          (VotumCase *self, VotumThing *round, VotumThing *class_thing, VotumThing *juror);
gboolean votum_allocation_is_used       (GArray *allocation);
gboolean votum_case_check_points        (VotumCase *self, VotumThing *round, VotumThing *juror, VotumThing *entrant, VotumDecimal points,
                                         GError **error);

G_END_DECLS
