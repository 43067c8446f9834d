#pragma once

#include <adwaita.h>

#include "votum-occasion.h"

G_BEGIN_DECLS

/**
 * VotumPlanList:
 *
 * What to look for on a visit, line by line, to be ticked, changed, moved and added to.
 */
#define VOTUM_TYPE_PLAN_LIST (votum_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumPlanList, votum_plan_list, VOTUM, PLAN_LIST, AdwBin)

void votum_plan_list_set_occasion (VotumPlanList *self, VotumDesk *desk, VotumOccasion *occasion);
void votum_plan_list_focus        (VotumPlanList *self);

G_END_DECLS
