#pragma once

#include <adwaita.h>

#include "votum-compare-look.h"

G_BEGIN_DECLS

/**
 * VotumWeightsCard:
 *
 * The weights as sliders: other weights can be tried, and adopted for a reason.
 */
#define VOTUM_TYPE_WEIGHTS_CARD (votum_weights_card_get_type ())
G_DECLARE_FINAL_TYPE (VotumWeightsCard, votum_weights_card, VOTUM, WEIGHTS_CARD, AdwBin)

void votum_weights_card_set_look (VotumWeightsCard *self, VotumCompareLook *look);

G_END_DECLS
