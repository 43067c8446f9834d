#pragma once

#include <gtk/gtk.h>

#include "votum-chart.h"
#include "votum-compare-look.h"

G_BEGIN_DECLS

void votum_behind_add_marks (GtkBox *box, VotumCompareLook *look, const VotumChartSpot *spot);
void votum_behind_add_notes (GtkBox *box, VotumCompareLook *look, const VotumChartSpot *spot);
GtkWidget *votum_behind_add_text (GtkBox *box, const char *text, const char *style);

G_END_DECLS
