#pragma once

#include "votum-chart-view.h"
#include "votum-compare-kinds.h"
#include "votum-compare-look.h"

G_BEGIN_DECLS

/**
 * VotumChartCard:
 *
 * A chart of what is looked at, with its heading, what can be done with it, and what lies behind its points.
 */
#define VOTUM_TYPE_CHART_CARD (votum_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (VotumChartCard, votum_chart_card, VOTUM, CHART_CARD, AdwBin)

GtkWidget              *votum_chart_card_new      (const VotumCompareKind *kind, VotumCompareLook *look);
const VotumCompareKind *votum_chart_card_get_kind (VotumChartCard *self);
VotumChartView         *votum_chart_card_get_view (VotumChartCard *self);
void                    votum_chart_card_update   (VotumChartCard *self);
void                    votum_chart_card_try      (VotumChartCard *self);
gboolean                votum_chart_card_has_data (VotumChartCard *self);

G_END_DECLS
