#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumChartPoint:
 *
 * The point of a chart on which the keyboard rests: nothing to see but the ring of the focus, and what a screen reader says.
 */
#define VOTUM_TYPE_CHART_POINT (votum_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (VotumChartPoint, votum_chart_point, VOTUM, CHART_POINT, GtkWidget)

GtkWidget *votum_chart_point_new  (void);
void       votum_chart_point_name (VotumChartPoint *self, const char *text);

G_END_DECLS
