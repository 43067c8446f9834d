#include "votum-config.h"

#include "votum-prose.h"

/* A text view knows how high it is only after it has been given a width, and in a column of other things it would be too late to
 * ask. So the height is taken from the same text laid out in the same font. */

#define SIDE 6  /* px beside the text */
#define TOP 4   /* px above and below it */

struct _VotumProse {
  GtkWidget  parent_instance;

  GtkWidget *view;
  GtkWidget *label;
};

enum {
  PROP_0,
  PROP_PLACEHOLDER,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VotumProse, votum_prose, GTK_TYPE_WIDGET)

static void
votum_prose_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VotumProse *self = VOTUM_PROSE (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_prose_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VotumProse *self = VOTUM_PROSE (object);
  const char *placeholder;

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      placeholder = g_value_get_string (value);
      gtk_label_set_text (GTK_LABEL (self->label), placeholder != NULL ? placeholder : "");
      gtk_widget_set_visible (self->label, placeholder != NULL && *placeholder != '\0');
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
votum_prose_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VOTUM_PROSE (widget)->view);
}

static GtkSizeRequestMode
votum_prose_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
text_height (VotumProse *self,
             int         width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_autofree char *text = NULL;
  g_autoptr(PangoLayout) layout = NULL;
  GtkTextIter start;
  GtkTextIter end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (self->view, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, MAX (width - 2 * SIDE, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + 2 * TOP;
}

static void
votum_prose_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  VotumProse *self = VOTUM_PROSE (widget);
  int label;

  gtk_widget_measure (self->label, orientation, -1, minimum, &label, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += 2 * SIDE;
      *natural = MAX (*minimum, label + 2 * SIDE);
      return;
    }
  *minimum = MAX (*minimum, text_height (self, for_size));
  *natural = *minimum;
}

static void
votum_prose_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  VotumProse *self = VOTUM_PROSE (widget);
  GtkAllocation words = { SIDE, TOP, MAX (width - 2 * SIDE, 0), 0 };
  int minimum;

  gtk_widget_size_allocate (self->view, &(GtkAllocation) { 0, 0, width, height }, -1);
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  words.width = MAX (words.width, minimum);
  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, words.width, NULL, &words.height, NULL, NULL);
  gtk_widget_size_allocate (self->label, &words, -1);
}

static void
votum_prose_dispose (GObject *object)
{
  VotumProse *self = VOTUM_PROSE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (votum_prose_parent_class)->dispose (object);
}

/* The words say where Tab goes; GTK would give the focus to all of it on the way back, which is the words again. */
static gboolean
votum_prose_focus (GtkWidget       *widget,
                   GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (VOTUM_PROSE (widget)->view), direction);
}

static void
votum_prose_class_init (VotumProseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_prose_get_property;
  object_class->set_property = votum_prose_set_property;
  object_class->dispose = votum_prose_dispose;
  widget_class->focus = votum_prose_focus;
  widget_class->grab_focus = votum_prose_grab_focus;
  widget_class->get_request_mode = votum_prose_get_request_mode;
  widget_class->measure = votum_prose_measure;
  widget_class->size_allocate = votum_prose_size_allocate;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
changed_cb (VotumProse *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))) == 0;

  /* not hidden: its place is measured all the same */
  gtk_widget_set_opacity (self->label, empty ? 1 : 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
votum_prose_init (VotumProse *self)
{
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), SIDE);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), SIDE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), TOP);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), TOP);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (self->label, FALSE);
  gtk_widget_add_css_class (self->label, "dim-label");

  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "writing");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
votum_prose_new (const char *placeholder)
{
  return g_object_new (VOTUM_TYPE_PROSE, "placeholder", placeholder, NULL);
}

GtkWidget *
votum_prose_get_view (VotumProse *self)
{
  g_return_val_if_fail (VOTUM_IS_PROSE (self), NULL);

  return self->view;
}
