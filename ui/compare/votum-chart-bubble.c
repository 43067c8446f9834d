#include "votum-config.h"

#include "votum-chart-bubble.h"

#include <math.h>

#define PADDING 7
#define GAP 6         /* between a point and what is said about it */
#define RADIUS 6
#define WIDEST 340

/* Above the point, else below it, else over its lower end: within the chart, and beside what it speaks of. */
static double
place_beside (double at,
              double length,
              double size,
              double room)
{
  if (at - GAP - size >= 0)
    return at - GAP - size;
  if (at + length + GAP + size <= room)
    return at + length + GAP;

  return fmax (0, room - size);
}

/**
 * votum_chart_bubble_snapshot:
 * @widget: the widget that shows a chart
 * @snapshot: where it is drawn
 * @spot: a point of the chart
 * @text_scale: 1 is the size of the widget's own text
 *
 * Says beside a point what stands there, like a tooltip, but at once and for the keyboard too.
 */
void
votum_chart_bubble_snapshot (GtkWidget            *widget,
                             GtkSnapshot          *snapshot,
                             const VotumChartSpot *spot,
                             double                text_scale)
{
  const GdkRGBA ground = { .1f, .1f, .1f, .94f };
  const GdkRGBA edge = { 1, 1, 1, .3f };
  const GdkRGBA ink = { 1, 1, 1, 1 };
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, spot->text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  double room_x = gtk_widget_get_width (widget);
  double room_y = gtk_widget_get_height (widget);
  double width, height, x, y;
  GskRoundedRect outline;
  int text_width, text_height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (text_scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (fmin (WIDEST * text_scale, room_x - 2 * PADDING) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, &text_width, &text_height);

  width = text_width + 2 * PADDING;
  height = text_height + 2 * PADDING;
  x = fmin (fmax (0, spot->x + (spot->width - width) / 2), fmax (0, room_x - width));
  y = place_beside (spot->y, spot->height, height, room_y);

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (floor (x), floor (y), width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { edge, edge, edge, edge });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floor (x) + PADDING, floor (y) + PADDING));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}
