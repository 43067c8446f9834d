#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  double x;
  double y;
} VotumCurvePoint;

/* A little drawing of a value function. */
#define VOTUM_TYPE_CURVE (votum_curve_get_type ())
G_DECLARE_FINAL_TYPE (VotumCurve, votum_curve, VOTUM, CURVE, GtkWidget)

GtkWidget *votum_curve_new        (void);
void       votum_curve_set_points (VotumCurve *self, const VotumCurvePoint *points, guint n, const char *unit);

G_END_DECLS
