#pragma once

#include <adwaita.h>

#include "votum-rule-draft.h"

G_BEGIN_DECLS

/**
 * VotumTieBreakRow:
 *
 * One step of the tie-breaks. Signals: "moved" (by how many places), "removed", "criteria" (keys with spaces between),
 * "dropped" (place of the row that was dropped here).
 */
#define VOTUM_TYPE_TIE_BREAK_ROW (votum_tie_break_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumTieBreakRow, votum_tie_break_row, VOTUM, TIE_BREAK_ROW, AdwActionRow)

GtkWidget  *votum_tie_break_row_new   (VotumRuleDraft *draft);
void        votum_tie_break_row_show  (VotumTieBreakRow *self, const VotumTieBreak *tie, guint place, guint of);
guint       votum_tie_break_row_place (VotumTieBreakRow *self);

const char *votum_tie_kind_title      (VotumTieKind kind);

G_END_DECLS
