#pragma once

#include <adwaita.h>

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumBeforeAfter:
 *
 * The marks of the round before and of this one side by side, with what was said to them, and by how much they differ.
 *
 * Signal: "opened" (criterion): somebody wants to change that mark.
 */
#define VOTUM_TYPE_BEFORE_AFTER (votum_before_after_get_type ())
G_DECLARE_FINAL_TYPE (VotumBeforeAfter, votum_before_after, VOTUM, BEFORE_AFTER, AdwBin)

void votum_before_after_show (VotumBeforeAfter *self, VotumScoringSheet *sheet, VotumThing *entrant);

G_END_DECLS
