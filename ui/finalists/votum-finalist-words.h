#pragma once

#include "votum-badge.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* What is said of a finalist in a word or a line, the same in the list, in the detail and on the page of the jury. */

const char *votum_finalist_status_word   (int status);
gboolean    votum_finalist_is_out        (VotumThing *entrant);
char       *votum_finalist_describe      (VotumDesk *desk, VotumThing *entrant);
char       *votum_finalist_progress_word (VotumDesk *desk, VotumThing *entrant, VotumBadgeStyle *style, double *fraction);
VotumThing *votum_finalist_own_recusal   (VotumDesk *desk, VotumThing *entrant);
GHashTable *votum_finalist_fold_all      (VotumDesk *desk);

G_END_DECLS
