#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPlanRow:
 *
 * A line of a visit's plan, to be ticked. Enter or F2 changes its words, Space ticks it, Alt with Up and Down moves it, Delete
 * takes it out; the menu has the same.
 *
 * Signals: "ticked" (whether), "edited" (text, place of the draft), "moved" (steps down), "dropped-on" (the line that is to come
 * here), "removed".
 */
#define VOTUM_TYPE_PLAN_ROW (votum_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumPlanRow, votum_plan_row, VOTUM, PLAN_ROW, GtkListBoxRow)

GtkWidget *votum_plan_row_new   (VotumDesk *desk, const char *draft_place);
void       votum_plan_row_set   (VotumPlanRow *self, const char *text, gboolean ticked);
void       votum_plan_row_leave (VotumPlanRow *self);

G_END_DECLS
