#pragma once

#include "votum-case-holder.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* Duties and roles as words of the window. */

char       *votum_duties_roles       (VotumThing *juror);
const char *votum_duties_word        (VotumDuty duty);
char       *votum_duties_holder_name (VotumDesk *desk);

G_END_DECLS
