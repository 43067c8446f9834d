#pragma once

#include "votum-case-standing-private.h"

G_BEGIN_DECLS

VotumStanding *votum_standing_made_up (VotumCase *self, VotumThing *class_thing, VotumRule *rule, GError **error);

G_END_DECLS
