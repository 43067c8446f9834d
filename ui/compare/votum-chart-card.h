#pragma once

#include "votum-chart-view.h"

G_BEGIN_DECLS

/* A chart with its heading and what can be done with it. Property: "title". */
#define VOTUM_TYPE_CHART_CARD (votum_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (VotumChartCard, votum_chart_card, VOTUM, CHART_CARD, AdwBin)

VotumChartView *votum_chart_card_get_view (VotumChartCard *self);

G_END_DECLS
