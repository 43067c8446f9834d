#include "votum-beside.h"

#define SPACING 12
#define LINE_SPACING 6

struct _VotumBeside {
  GtkWidget  parent_instance;

  GtkWidget *start;
  GtkWidget *end;
};

enum {
  PROP_0,
  PROP_START,
  PROP_END,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VotumBeside, votum_beside, GTK_TYPE_WIDGET)

static int
width_of (GtkWidget *child,
          gboolean   natural)
{
  int minimum, wanted;

  if (child == NULL || !gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &wanted, NULL, NULL);

  return natural ? wanted : minimum;
}

static int
height_of (GtkWidget *child,
           int        width)
{
  int wanted;

  if (child == NULL || !gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, width_of (child, FALSE)), NULL, &wanted, NULL, NULL);

  return wanted;
}

/* The first child says by its smallest width what can be read. */
static gboolean
fits_beside (VotumBeside *self,
             int          width)
{
  return width_of (self->start, FALSE) + SPACING + width_of (self->end, TRUE) <= width;
}

static GtkSizeRequestMode
votum_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
votum_beside_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  VotumBeside *self = VOTUM_BESIDE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (width_of (self->start, FALSE), width_of (self->end, FALSE));
      *natural = width_of (self->start, TRUE) + SPACING + width_of (self->end, TRUE);
      return;
    }

  if (for_size < 0 || fits_beside (self, for_size))
    {
      int end = width_of (self->end, TRUE);

      *natural = MAX (height_of (self->start, for_size < 0 ? -1 : for_size - SPACING - end), height_of (self->end, end));
    }
  else
    {
      *natural = height_of (self->start, for_size) + LINE_SPACING + height_of (self->end, for_size);
    }
  *minimum = *natural;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
votum_beside_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  VotumBeside *self = VOTUM_BESIDE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (fits_beside (self, width))
    {
      int end = width_of (self->end, TRUE);

      allocate (self->start, rtl ? end + SPACING : 0, 0, width - end - SPACING, height);
      allocate (self->end, rtl ? 0 : width - end, 0, end, height);
    }
  else
    {
      int first = height_of (self->start, width);

      allocate (self->start, 0, 0, width, first);
      allocate (self->end, 0, first + LINE_SPACING, width, MAX (height - first - LINE_SPACING, height_of (self->end, width)));
    }
}

static void
votum_beside_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VotumBeside *self = VOTUM_BESIDE (object);

  switch (prop_id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The order of the children is that of the Tab key. */
static void
take_child (VotumBeside *self,
            GtkWidget  **place,
            GtkWidget   *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child == NULL)
    return;
  if (place == &self->start)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->end);
  else
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
votum_beside_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VotumBeside *self = VOTUM_BESIDE (object);

  switch (prop_id)
    {
    case PROP_START:
      take_child (self, &self->start, g_value_get_object (value));
      break;
    case PROP_END:
      take_child (self, &self->end, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_beside_dispose (GObject *object)
{
  VotumBeside *self = VOTUM_BESIDE (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (votum_beside_parent_class)->dispose (object);
}

static void
votum_beside_class_init (VotumBesideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_beside_get_property;
  object_class->set_property = votum_beside_set_property;
  object_class->dispose = votum_beside_dispose;
  widget_class->get_request_mode = votum_beside_get_request_mode;
  widget_class->measure = votum_beside_measure;
  widget_class->size_allocate = votum_beside_size_allocate;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
votum_beside_init (VotumBeside *self)
{
}

GtkWidget *
votum_beside_new (GtkWidget *start,
                  GtkWidget *end)
{
  return g_object_new (VOTUM_TYPE_BESIDE, "start", start, "end", end, NULL);
}
