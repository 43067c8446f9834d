#include "votum-config.h"

#include "votum-wrap.h"

/* AdwWrapBox came with libadwaita 1.7, and GtkFlowBox puts everything into columns of one width. */

#define SPACING 6

struct _VotumWrapLayout {
  GtkLayoutManager parent_instance;
};

struct _VotumWrap {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumWrapLayout, votum_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)
G_DEFINE_FINAL_TYPE (VotumWrap, votum_wrap, GTK_TYPE_WIDGET)

typedef struct {
  GtkWidget *first;
  GtkWidget *end;      /* (nullable): the first one of the next line */
  int        width;    /* what its children need */
  int        height;
  guint      n_expand;
} Line;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
child_width (GtkWidget *child,
             int        available)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, available));
}

/* The line that begins with @child. */
static Line
take_line (GtkWidget *child,
           int        available)
{
  Line line = { child, NULL, -SPACING, 0, 0 };

  for (; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int width = child_width (child, available);
      int height;

      if (child != line.first && line.width + SPACING + width > available)
        break;
      line.width += SPACING + width;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      line.height = MAX (line.height, height);
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;

  return line;
}

static GtkSizeRequestMode
votum_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
votum_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  *minimum = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

      while (child != NULL)
        {
          Line line = take_line (child, for_size < 0 ? G_MAXINT / 2 : for_size);

          *minimum += line.height + (line.end != NULL ? SPACING : 0);
          child = line.end;
        }
      *natural = *minimum;
      return;
    }

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
allocate_line (GtkWidget  *widget,
               const Line *line,
               int         y,
               int         available)
{
  int spare = MAX (0, available - line->width);
  guint n_left = line->n_expand;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      GtkAllocation allocation = { x, y, child_width (child, available), line->height };

      if (n_left > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = spare / n_left--;

          allocation.width += share;
          spare -= share;
        }
      x += allocation.width + SPACING;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        allocation.x = available - allocation.x - allocation.width;
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
votum_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (child, width);

      allocate_line (widget, &line, y, width);
      y += line.height + SPACING;
      child = line.end;
    }
}

static void
votum_wrap_layout_class_init (VotumWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = votum_wrap_layout_get_request_mode;
  manager_class->measure = votum_wrap_layout_measure;
  manager_class->allocate = votum_wrap_layout_allocate;
}

static void
votum_wrap_layout_init (VotumWrapLayout *self)
{
}

static void
votum_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (votum_wrap_parent_class)->dispose (object);
}

static void
votum_wrap_class_init (VotumWrapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_wrap_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), VOTUM_TYPE_WRAP_LAYOUT);
}

static void
votum_wrap_init (VotumWrap *self)
{
}

GtkWidget *
votum_wrap_new (void)
{
  return g_object_new (VOTUM_TYPE_WRAP, NULL);
}
