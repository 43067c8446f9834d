#include "votum-config.h"

#include "votum-curve.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-colours.h"
#include "votum-format.h"

#define WIDTH 240
#define HEIGHT 130

struct _VotumCurve {
  GtkWidget parent_instance;

  GArray   *points;  /* of VotumCurvePoint, rising in x */
  char     *unit;
};

G_DEFINE_FINAL_TYPE (VotumCurve, votum_curve, GTK_TYPE_WIDGET)

static void
votum_curve_finalize (GObject *object)
{
  g_array_unref (VOTUM_CURVE (object)->points);
  g_free (VOTUM_CURVE (object)->unit);

  G_OBJECT_CLASS (votum_curve_parent_class)->finalize (object);
}

static void
votum_curve_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH / 2 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

typedef struct {
  double min_x, max_x, min_y, max_y;
  double left, top, width, height;
} Frame;

static void
find_frame (VotumCurve *self,
            Frame      *frame)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const VotumCurvePoint *point = &g_array_index (self->points, VotumCurvePoint, i);

      frame->min_x = i == 0 ? point->x : MIN (frame->min_x, point->x);
      frame->max_x = i == 0 ? point->x : MAX (frame->max_x, point->x);
      frame->min_y = i == 0 ? point->y : MIN (frame->min_y, point->y);
      frame->max_y = i == 0 ? point->y : MAX (frame->max_y, point->y);
    }
  if (frame->max_x <= frame->min_x)
    frame->max_x = frame->min_x + 1;
  if (frame->max_y <= frame->min_y)
    frame->max_y = frame->min_y + 1;
}

static double
x_of (const Frame *frame,
      double       x)
{
  return frame->left + (x - frame->min_x) / (frame->max_x - frame->min_x) * frame->width;
}

static double
y_of (const Frame *frame,
      double       y)
{
  return frame->top + frame->height - (y - frame->min_y) / (frame->max_y - frame->min_y) * frame->height;
}

/* @along: 0 puts the text's start at @x, 1 its end; @up: 0 its top at @y, 1 its bottom */
static void
draw_text (VotumCurve *self,
           cairo_t    *cr,
           const char *text,
           double      x,
           double      y,
           double      along,
           double      up)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, x - along * width, y - up * height);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_ends (VotumCurve  *self,
           cairo_t     *cr,
           const Frame *frame)
{
  g_autofree char *low_x = votum_format_double (frame->min_x, frame->min_x == floor (frame->min_x) ? 0 : 1);
  g_autofree char *high_x = votum_format_double (frame->max_x, frame->max_x == floor (frame->max_x) ? 0 : 1);
  g_autofree char *high_with_unit = g_strdup_printf ("%s %s", high_x, self->unit != NULL ? self->unit : "");
  g_autofree char *low_y = votum_format_double (frame->min_y, frame->min_y == floor (frame->min_y) ? 0 : 1);
  g_autofree char *high_y = votum_format_double (frame->max_y, frame->max_y == floor (frame->max_y) ? 0 : 1);

  draw_text (self, cr, low_x, frame->left, frame->top + frame->height + 2, 0, 0);
  draw_text (self, cr, high_with_unit, frame->left + frame->width, frame->top + frame->height + 2, 1, 0);
  draw_text (self, cr, high_y, frame->left - 4, frame->top, 1, 0.3);
  draw_text (self, cr, low_y, frame->left - 4, frame->top + frame->height, 1, 0.7);
}

static void
draw_line (VotumCurve  *self,
           cairo_t     *cr,
           const Frame *frame)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const VotumCurvePoint *point = &g_array_index (self->points, VotumCurvePoint, i);

      cairo_line_to (cr, x_of (frame, point->x), y_of (frame, point->y));
    }
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  for (guint i = 0; i < self->points->len; i++)
    {
      const VotumCurvePoint *point = &g_array_index (self->points, VotumCurvePoint, i);

      cairo_arc (cr, x_of (frame, point->x), y_of (frame, point->y), 3.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
votum_curve_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  VotumCurve *self = VOTUM_CURVE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  Frame frame = { 0 };
  GdkRGBA colour;
  cairo_t *cr;

  if (self->points->len < 2)
    return;

  find_frame (self, &frame);
  frame.left = 44;
  frame.top = 10;
  frame.width = MAX (width - frame.left - 10, 10);
  frame.height = MAX (height - frame.top - 28, 10);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  votum_colours_text (widget, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  draw_ends (self, cr, &frame);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, frame.left + 0.5, frame.top + 0.5, frame.width, frame.height);
  colour.alpha *= 0.25F;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_stroke (cr);
  votum_colours_accent (widget, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  draw_line (self, cr, &frame);
  cairo_destroy (cr);
}

static void
votum_curve_class_init (VotumCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_curve_finalize;
  widget_class->measure = votum_curve_measure;
  widget_class->snapshot = votum_curve_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "curve");
}

static void
votum_curve_init (VotumCurve *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (VotumCurvePoint));
}

GtkWidget *
votum_curve_new (void)
{
  return g_object_new (VOTUM_TYPE_CURVE, NULL);
}

/**
 * votum_curve_set_points:
 * @self: a curve
 * @points: (array length=n): its points, rising
 * @n: how many
 * @unit: (nullable): of the figures
 */
void
votum_curve_set_points (VotumCurve            *self,
                        const VotumCurvePoint *points,
                        guint                  n,
                        const char            *unit)
{
  g_autoptr(GString) text = g_string_new (_("Value function"));

  g_array_set_size (self->points, 0);
  if (n > 0)
    g_array_append_vals (self->points, points, n);
  g_free (self->unit);
  self->unit = g_strdup (unit);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *x = votum_format_double (points[i].x, 1);
      g_autofree char *y = votum_format_double (points[i].y, 1);

      g_string_append_printf (text, "; ");
      /* TRANSLATORS: of a value function: "60 counts 100" */
      g_string_append_printf (text, _("%s counts %s"), x, y);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n >= 2);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
