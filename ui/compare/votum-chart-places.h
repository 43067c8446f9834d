#pragma once

#include <gtk/gtk.h>

#include "votum-chart.h"

G_BEGIN_DECLS

/* Which point of a chart is meant: by the pointer, or by an arrow key. */

int votum_chart_places_at   (GPtrArray *spots, double x, double y);
int votum_chart_places_move (GPtrArray *spots, int from, guint keyval, gboolean rtl);

G_END_DECLS
