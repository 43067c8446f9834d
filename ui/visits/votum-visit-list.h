#pragma once

#include <adwaita.h>

#include "votum-occasion.h"

G_BEGIN_DECLS

/**
 * VotumVisitList:
 *
 * The visits by time, planned and done, and after them the finalists without one.
 *
 * Signals: "chosen" (occasion or %NULL, whether it was opened by Enter or a click), "plan" (a finalist): a visit is to be
 * planned.
 */
#define VOTUM_TYPE_VISIT_LIST (votum_visit_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumVisitList, votum_visit_list, VOTUM, VISIT_LIST, AdwBin)

void           votum_visit_list_set_desk     (VotumVisitList *self, VotumDesk *desk);
void           votum_visit_list_changed      (VotumVisitList *self, VotumChanges *changes);
void           votum_visit_list_select       (VotumVisitList *self, VotumOccasion *occasion);
void           votum_visit_list_focus        (VotumVisitList *self);
VotumOccasion *votum_visit_list_get_selected (VotumVisitList *self);
VotumOccasion *votum_visit_list_get_next     (VotumVisitList *self);
VotumOccasion *votum_visit_list_find         (VotumVisitList *self, VotumThing *entrant);

G_END_DECLS
