#pragma once

#include <gtk/gtk.h>

#include "votum-chart.h"
#include "votum-compare-look.h"

G_BEGIN_DECLS

/* What lies behind a point of a chart: the marks with their comments, and the notes, as far as they may be seen in this copy. */

GtkWidget *votum_behind_new (VotumCompareLook *look, const VotumChartSpot *spot);

G_END_DECLS
