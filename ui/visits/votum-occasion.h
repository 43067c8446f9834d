#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumOccasion:
 *
 * Where notes are taken: on a visit to a finalist, or about a finalist without a visit (on the telephone, over the
 * submission).
 */
#define VOTUM_TYPE_OCCASION (votum_occasion_get_type ())
G_DECLARE_FINAL_TYPE (VotumOccasion, votum_occasion, VOTUM, OCCASION, GObject)

VotumOccasion *votum_occasion_new_visit    (VotumCase *votum_case, VotumThing *visit);
VotumOccasion *votum_occasion_new_entrant  (VotumThing *entrant);
VotumOccasion *votum_occasion_of_note      (VotumCase *votum_case, VotumThing *note);

VotumThing    *votum_occasion_get_visit    (VotumOccasion *self);
VotumThing    *votum_occasion_get_entrant  (VotumOccasion *self);
gboolean       votum_occasion_is_there     (VotumOccasion *self, VotumCase *votum_case);
gboolean       votum_occasion_equal        (VotumOccasion *self, VotumOccasion *other);
gboolean       votum_occasion_holds        (VotumOccasion *self, VotumThing *note);
char          *votum_occasion_place        (VotumOccasion *self, const char *what);
const char    *votum_occasion_get_time     (VotumOccasion *self);
int            votum_occasion_compare      (VotumOccasion *self, VotumOccasion *other, VotumDesk *desk);

gint64         votum_occasion_instant      (const char *iso);

G_END_DECLS
