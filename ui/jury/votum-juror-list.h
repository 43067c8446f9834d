#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* The members of the jury in their order, which is changed by dragging and by Alt with an arrow. Signals: "chosen" (a member is
 * selected, or none), "opened" (somebody wants to see more; whether by a key). */
#define VOTUM_TYPE_JUROR_LIST (votum_juror_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumJurorList, votum_juror_list, VOTUM, JUROR_LIST, AdwBin)

void        votum_juror_list_set_desk (VotumJurorList *self, VotumDesk *desk);
VotumThing *votum_juror_list_get      (VotumJurorList *self);
void        votum_juror_list_select   (VotumJurorList *self, VotumThing *juror);
void        votum_juror_list_search   (VotumJurorList *self);

G_END_DECLS
