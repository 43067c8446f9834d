#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* All finalists, found by their words, in the order and with the class and status that are wanted. Signals: "chosen" (a finalist
 * is selected, or none), "opened" (somebody wants to read; whether by a key). */
#define VOTUM_TYPE_FINALISTS_LIST (votum_finalists_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistsList, votum_finalists_list, VOTUM, FINALISTS_LIST, AdwBin)

void        votum_finalists_list_set_desk (VotumFinalistsList *self, VotumDesk *desk);
VotumThing *votum_finalists_list_get      (VotumFinalistsList *self);
void        votum_finalists_list_select   (VotumFinalistsList *self, VotumThing *entrant);
void        votum_finalists_list_search   (VotumFinalistsList *self);
void        votum_finalists_list_focus    (VotumFinalistsList *self);

G_END_DECLS
