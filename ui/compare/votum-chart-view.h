#pragma once

#include <adwaita.h>

#include "votum-case.h"
#include "votum-chart.h"

G_BEGIN_DECLS

/**
 * VotumChartView:
 *
 * A chart on the screen, drawn by the same code as on paper, with its text alternative and its export. The pointer and the arrow
 * keys find its points, and what stands there is shown beside them and told to a screen reader.
 *
 * Properties: "large": in type that is read across a room.
 * Signals: "activated" (VotumChartSpot*): a point was clicked, or Enter was pressed on it.
 */
#define VOTUM_TYPE_CHART_VIEW (votum_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumChartView, votum_chart_view, VOTUM, CHART_VIEW, GtkWidget)

GtkWidget  *votum_chart_view_new        (void);
void        votum_chart_view_set_chart  (VotumChartView *self, VotumChart *chart);
VotumChart *votum_chart_view_get_chart  (VotumChartView *self);
int         votum_chart_view_get_focused_point (VotumChartView *self);
void        votum_chart_view_focus_point (VotumChartView *self, int at);
void        votum_chart_view_set_author (VotumChartView *self, const char *created, const char *author);
GBytes     *votum_chart_view_to_png     (VotumChartView *self, GError **error);
gboolean    votum_chart_view_export     (VotumChartView *self, const char *path, GError **error);

G_END_DECLS
