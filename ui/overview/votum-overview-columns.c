#include "votum-config.h"

#include "votum-overview-columns.h"

#define SPACING 24
#define LETTERS 40  /* of a column that can be read */

struct _VotumOverviewColumns {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumOverviewColumns, votum_overview_columns, GTK_TYPE_WIDGET)

static int
minimum_of (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static int
height_of (GtkWidget *child,
           int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
letters (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics) * LETTERS);

  pango_font_metrics_unref (metrics);

  return width;
}

/* What each of two columns is wide; 0 where there is room for one only. */
static int
half_of (GtkWidget *widget,
         int        width)
{
  int half = (width - SPACING) / 2;
  int needed = letters (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    needed = MAX (needed, minimum_of (child));

  return half >= needed ? half : 0;
}

static GtkSizeRequestMode
votum_overview_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
votum_overview_columns_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  int half = for_size >= 0 ? half_of (widget, for_size) : 0;
  int n = 0;

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child), n++)
    if (orientation == GTK_ORIENTATION_HORIZONTAL)
      {
        int child_natural;

        gtk_widget_measure (child, orientation, -1, NULL, &child_natural, NULL, NULL);
        *minimum = MAX (*minimum, minimum_of (child));
        *natural = MAX (*natural, child_natural * 2 + SPACING);
      }
    else if (half > 0)
      {
        *minimum = *natural = MAX (*natural, height_of (child, half));
      }
    else
      {
        *minimum = *natural = *natural + (n > 0 ? SPACING : 0) + height_of (child, for_size);
      }
}

static void
votum_overview_columns_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int half = half_of (widget, width);
  int at = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, at, width, height_of (child, half > 0 ? half : width) };

      if (half > 0)
        place = (GtkAllocation) { rtl ? width - at - half : at, 0, half, place.height };
      gtk_widget_size_allocate (child, &place, -1);
      at += (half > 0 ? half : place.height) + SPACING;
    }
}

static void
votum_overview_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (votum_overview_columns_parent_class)->dispose (object);
}

static void
votum_overview_columns_class_init (VotumOverviewColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_overview_columns_dispose;
  widget_class->get_request_mode = votum_overview_columns_get_request_mode;
  widget_class->measure = votum_overview_columns_measure;
  widget_class->size_allocate = votum_overview_columns_size_allocate;
}

static void
votum_overview_columns_init (VotumOverviewColumns *self)
{
}
