#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/* What the jury talks about, in what order. The numbers propose it: where the marks of a finalist on a criterion lie far apart
 * (by a third of the scale or more, and two steps at least; three places where they lie furthest apart in any case); where one juror stands alone (further from the nearest of the
 * others than these lie from each other, by a quarter of the scale or more and two steps at least, with two others or more);
 * where the lead is thin; and which questions of the visits have no answer. Only marks of opened rounds are read for it. */

VotumThing *votum_case_deliberation_round (VotumCase *self);
GPtrArray  *votum_case_agenda             (VotumCase *self);
gboolean    votum_case_make_agenda        (VotumCase *self, VotumThing *round, guint *n_added, guint *n_gone, GError **error);
gboolean    votum_case_add_point          (VotumCase *self, VotumThing *point, GError **error);
char       *votum_case_point_title        (VotumCase *self, VotumThing *point, const char *lang);
gboolean    votum_case_point_is_written   (VotumCase *self, VotumThing *point);
guint       votum_case_agenda_done        (VotumCase *self, guint *n_points);

G_END_DECLS
