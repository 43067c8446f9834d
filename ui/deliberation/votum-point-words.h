#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* What is said of a point of the agenda, in the reader's language. */

char       *votum_point_title     (VotumDesk *desk, VotumThing *point);
const char *votum_point_source    (VotumThing *point);
const char *votum_point_about     (VotumThing *point);
const char *votum_point_state     (VotumThing *point);

G_END_DECLS
