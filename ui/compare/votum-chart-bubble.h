#pragma once

#include <gtk/gtk.h>

#include "votum-chart.h"

G_BEGIN_DECLS

void votum_chart_bubble_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const VotumChartSpot *spot, double text_scale);

G_END_DECLS
