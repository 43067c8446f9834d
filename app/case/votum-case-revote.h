#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/* The vote among the tied. */

GPtrArray  *votum_standing_find_tie (VotumStanding *standing, guint round);
gboolean    votum_case_settles_by_revote (VotumCase *self, VotumThing *after, VotumThing *class_thing);
gboolean    votum_case_may_begin_revote (VotumCase *self, VotumThing *after, GError **error);
VotumThing *votum_case_begin_revote (VotumCase *self, VotumThing *after, GPtrArray *entrants, GError **error);

G_END_DECLS
