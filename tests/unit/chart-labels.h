#pragma once

#include "votum-chart.h"

/* Draws a chart at many sizes and looks at where its labels are: on the surface, and none over another. */

typedef struct {
  double  width, height;
  guint   n;
  GArray *boxes;  /* of cairo_rectangle_t; of names only, since figures may stand on what they tell */
} ChartLabels;

static inline void
chart_labels_cb (const char *text,
                 double      x,
                 double      y,
                 double      width,
                 double      height,
                 gpointer    data)
{
  ChartLabels *labels = data;
  cairo_rectangle_t box = { x, y, width, height };

  if (x < -0.6 || y < -0.6 || x + width > labels->width + 0.6 || y + height > labels->height + 0.6)
    g_error ("“%s” at %.1f %.1f, %.1f × %.1f leaves the surface of %.0f × %.0f", text, x, y, width, height, labels->width, labels->height);
  labels->n++;
  for (guint i = 0; i < labels->boxes->len && g_utf8_strlen (text, -1) > 4; i++)
    {
      cairo_rectangle_t *other = &g_array_index (labels->boxes, cairo_rectangle_t, i);
      double across = MIN (box.x + box.width, other->x + other->width) - MAX (box.x, other->x);
      double down = MIN (box.y + box.height, other->y + other->height) - MAX (box.y, other->y);

      if (across > 0.6 && down > 0.6)
        g_error ("“%s” at %.1f %.1f collides with what stands at %.1f %.1f (%.0f × %.0f)", text, x, y, other->x, other->y, labels->width,
                 labels->height);
    }
  if (g_utf8_strlen (text, -1) > 4)
    g_array_append_val (labels->boxes, box);
}

static inline void
chart_labels_check (const VotumChart *chart)
{
  static const struct {
    int width, height;
    double text_scale;
  } sizes[] = { { 320, 240, 1 }, { 240, 320, 1 }, { 467, 350, 1 }, { 800, 500, 1 }, { 800, 500, 2 }, { 1920, 1080, 1 }, { 1920, 1080, 1.6 } };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      int width = sizes[i / 2].width, height = sizes[i / 2].height;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t *cr = cairo_create (surface);
      g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
      ChartLabels labels = { width, height, 0, boxes };
      VotumChartStyle style = { i % 2 == 1, FALSE, sizes[i / 2].text_scale, chart_labels_cb, &labels };

      votum_chart_draw (chart, cr, width, height, &style);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpuint (labels.n, >, 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}
