#pragma once

#include <adwaita.h>

#include "votum-occasion.h"

G_BEGIN_DECLS

/**
 * VotumVisitView:
 *
 * One visit, or one finalist without a visit: when, where, who, the editor of the next note, and the notes so far.
 *
 * Properties: "plan-button" (whether the plan is called up by a button), "show-plan". Signals: "details" (somebody wants to
 * change time, place, people), "after-notes" (Tab goes on behind the last note), "plan" (a finalist is to be visited), "without-visit" (a note about a finalist that belongs to no
 * visit).
 */
#define VOTUM_TYPE_VISIT_VIEW (votum_visit_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumVisitView, votum_visit_view, VOTUM, VISIT_VIEW, AdwBin)

void           votum_visit_view_set_occasion (VotumVisitView *self, VotumDesk *desk, VotumOccasion *occasion);
VotumOccasion *votum_visit_view_get_occasion (VotumVisitView *self);
void           votum_visit_view_changed      (VotumVisitView *self, VotumChanges *changes);
void           votum_visit_view_show_note    (VotumVisitView *self, VotumThing *note);
void           votum_visit_view_write        (VotumVisitView *self);

G_END_DECLS
