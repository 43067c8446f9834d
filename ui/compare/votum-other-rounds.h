#pragma once

#include "votum-compare-look.h"

G_BEGIN_DECLS

/**
 * VotumOtherRounds:
 *
 * The rounds that went by another rule than the one that decides: each with its rule in words and who stood where. It is not seen
 * where there is none.
 */
#define VOTUM_TYPE_OTHER_ROUNDS (votum_other_rounds_get_type ())
G_DECLARE_FINAL_TYPE (VotumOtherRounds, votum_other_rounds, VOTUM, OTHER_ROUNDS, GtkWidget)

void votum_other_rounds_set_look (VotumOtherRounds *self, VotumCompareLook *look);

G_END_DECLS
