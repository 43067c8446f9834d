#include "votum-config.h"

#include "votum-chart-point.h"

struct _VotumChartPoint {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumChartPoint, votum_chart_point, GTK_TYPE_WIDGET)

static void
votum_chart_point_class_init (VotumChartPointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "point");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
votum_chart_point_init (VotumChartPoint *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
votum_chart_point_new (void)
{
  return g_object_new (VOTUM_TYPE_CHART_POINT, NULL);
}

/**
 * votum_chart_point_name:
 * @self: a point
 * @text: what stands there
 */
void
votum_chart_point_name (VotumChartPoint *self,
                        const char      *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
