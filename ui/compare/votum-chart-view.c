#include "votum-config.h"

#include "votum-chart-view.h"

#include <glib/gi18n.h>

#include "votum-chart-export.h"
#include "votum-error.h"

#define EXPORT_WIDTH 960
#define EXPORT_HEIGHT 600
#define BASE_DPI (96.0 * 1024.0)
#define SCREEN_SCALE (96.0 / 72.0) /* the sizes of a chart are points, of which a screen has 72 to an inch of 96 pixels */

struct _VotumChartView {
  GtkWidget   parent_instance;

  VotumChart *chart;    /* (nullable) */
  char       *created;  /* of what is drawn, for the dates of a PDF */
  char       *author;
};

G_DEFINE_FINAL_TYPE (VotumChartView, votum_chart_view, GTK_TYPE_WIDGET)

static void
init_style (VotumChartView  *self,
            VotumChartStyle *style)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  style->dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  style->transparent = TRUE;
  style->text_scale = dpi > 0 ? SCREEN_SCALE * CLAMP (dpi / BASE_DPI, 0.5, 3) : SCREEN_SCALE;
}

static void
votum_chart_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  VotumChartView *self = VOTUM_CHART_VIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  VotumChartStyle style = { 0 };
  cairo_t *cr;

  if (width < 1 || height < 1 || self->chart == NULL)
    return;

  init_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  votum_chart_draw (self->chart, cr, width, height, &style);
  cairo_destroy (cr);
}

static void
votum_chart_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  VotumChartView *self = VOTUM_CHART_VIEW (widget);
  VotumChartStyle style = { 0 };
  guint n_rows = self->chart != NULL ? votum_chart_get_n_rows (self->chart) : 0;

  init_style (self, &style);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 280;
      *natural = 440;
    }
  else
    {
      /* a row for each finalist, and room for the words above and the axis below */
      *minimum = *natural = MAX (300, (int) ((75 + 24 * n_rows) * MAX (1, style.text_scale)));
    }
}

static void
votum_chart_view_finalize (GObject *object)
{
  VotumChartView *self = VOTUM_CHART_VIEW (object);

  g_clear_pointer (&self->chart, votum_chart_unref);
  g_free (self->created);
  g_free (self->author);

  G_OBJECT_CLASS (votum_chart_view_parent_class)->finalize (object);
}

static void
votum_chart_view_class_init (VotumChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_chart_view_finalize;
  widget_class->snapshot = votum_chart_view_snapshot;
  widget_class->measure = votum_chart_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
votum_chart_view_init (VotumChartView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (gtk_widget_queue_resize),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
votum_chart_view_new (void)
{
  return g_object_new (VOTUM_TYPE_CHART_VIEW, NULL);
}

/**
 * votum_chart_view_set_chart:
 * @self: a view
 * @chart: (transfer full): what it shows
 */
void
votum_chart_view_set_chart (VotumChartView *self,
                            VotumChart     *chart)
{
  g_autofree char *finding = votum_chart_finding (chart);
  g_autofree char *description = votum_chart_describe (chart);

  g_clear_pointer (&self->chart, votum_chart_unref);
  self->chart = chart;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, finding, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * votum_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
VotumChart *
votum_chart_view_get_chart (VotumChartView *self)
{
  return self->chart;
}

/**
 * votum_chart_view_set_author:
 * @self: a chart
 * @created: when the latest of what it shows came to be, ISO 8601
 * @author: (nullable): the organiser
 */
void
votum_chart_view_set_author (VotumChartView *self,
                             const char     *created,
                             const char     *author)
{
  g_free (self->created);
  g_free (self->author);
  self->created = g_strdup (created);
  self->author = g_strdup (author);
}

/**
 * votum_chart_view_to_png:
 * @self: a chart
 * @error: return location
 *
 * Returns: (transfer full): the chart as a picture, light, or %NULL
 */
GBytes *
votum_chart_view_to_png (VotumChartView  *self,
                         GError         **error)
{
  VotumChartExport how = { .format = VOTUM_CHART_PNG, .width = EXPORT_WIDTH, .height = EXPORT_HEIGHT, .scale = 2,
                           .created = self->created, .author = self->author };

  return votum_chart_to_bytes (self->chart, &how, error);
}

/**
 * votum_chart_view_export:
 * @self: a chart
 * @path: where to; its ending says as what: .png, .svg, .pdf or .csv
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
votum_chart_view_export (VotumChartView  *self,
                         const char      *path,
                         GError         **error)
{
  VotumChartExport how = { .width = EXPORT_WIDTH, .height = EXPORT_HEIGHT, .scale = 2, .created = self->created, .author = self->author };

  if (!votum_chart_format_from_path (path, &how.format))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A chart is written as PNG, SVG, PDF or CSV. Let the name of the file end in .png, .svg, .pdf or .csv."));
      return FALSE;
    }

  return votum_chart_write (self->chart, &how, path, error);
}
