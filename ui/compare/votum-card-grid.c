#include "votum-config.h"

#include "votum-card-grid.h"

/* GtkFlowBox gives all cards the height of the highest one, or columns of different width. */

#define SPACING 15

struct _VotumCardLayout {
  GtkLayoutManager parent_instance;
};

struct _VotumCardGrid {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumCardLayout, votum_card_layout, GTK_TYPE_LAYOUT_MANAGER)
G_DEFINE_FINAL_TYPE (VotumCardGrid, votum_card_grid, GTK_TYPE_WIDGET)

typedef struct {
  GtkWidget *cards[2];
  int        width;
  int        height;
} Row;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
least_width (GtkWidget *widget)
{
  int least = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }

  return least;
}

/* The row that begins with @child; returns the first card of the next one. */
static GtkWidget *
take_row (GtkWidget *child,
          int        width,
          gboolean   beside,
          Row       *row)
{
  GtkWidget *next = next_shown (gtk_widget_get_next_sibling (child));

  *row = (Row) { { child, beside ? next : NULL }, width, 0 };
  if (row->cards[1] != NULL)
    row->width = (width - SPACING) / 2;
  for (guint i = 0; i < G_N_ELEMENTS (row->cards) && row->cards[i] != NULL; i++)
    {
      int natural;

      gtk_widget_measure (row->cards[i], GTK_ORIENTATION_VERTICAL, row->width, NULL, &natural, NULL, NULL);
      row->height = MAX (row->height, natural);
    }

  return row->cards[1] != NULL ? next_shown (gtk_widget_get_next_sibling (next)) : next;
}

static GtkSizeRequestMode
votum_card_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
votum_card_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  int least = least_width (widget);
  int width = for_size < 0 ? 2 * least + SPACING : for_size;
  gboolean beside = width >= 2 * least + SPACING;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = 2 * least + SPACING;
      return;
    }

  *minimum = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Row row;

      child = take_row (child, width, beside, &row);
      *minimum += row.height + (child != NULL ? SPACING : 0);
    }
  *natural = *minimum;
}

static void
votum_card_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  gboolean beside = width >= 2 * least_width (widget) + SPACING;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Row row;

      child = take_row (child, width, beside, &row);
      for (guint i = 0; i < G_N_ELEMENTS (row.cards) && row.cards[i] != NULL; i++)
        {
          int x = (int) i * (row.width + SPACING);
          GtkAllocation place = { rtl ? width - x - row.width : x, y, row.width, row.height };

          gtk_widget_size_allocate (row.cards[i], &place, -1);
        }
      y += row.height + SPACING;
    }
}

static void
votum_card_layout_class_init (VotumCardLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = votum_card_layout_get_request_mode;
  manager_class->measure = votum_card_layout_measure;
  manager_class->allocate = votum_card_layout_allocate;
}

static void
votum_card_layout_init (VotumCardLayout *self)
{
}

static void
votum_card_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (votum_card_grid_parent_class)->dispose (object);
}

static void
votum_card_grid_class_init (VotumCardGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_card_grid_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), VOTUM_TYPE_CARD_LAYOUT);
}

static void
votum_card_grid_init (VotumCardGrid *self)
{
}
