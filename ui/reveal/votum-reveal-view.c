#include "votum-config.h"

#include "votum-reveal-view.h"

struct _VotumRevealView {
  GtkWidget    parent_instance;

  VotumReveal *reveal;
  guint        step;
};

G_DEFINE_FINAL_TYPE (VotumRevealView, votum_reveal_view, GTK_TYPE_WIDGET)

static void
votum_reveal_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  VotumRevealView *self = VOTUM_REVEAL_VIEW (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  votum_reveal_draw (self->reveal, self->step, cr, width, height);
  cairo_destroy (cr);
}

static void
votum_reveal_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1280 : 720;
}

static void
votum_reveal_view_finalize (GObject *object)
{
  g_clear_pointer (&VOTUM_REVEAL_VIEW (object)->reveal, votum_reveal_unref);

  G_OBJECT_CLASS (votum_reveal_view_parent_class)->finalize (object);
}

static void
votum_reveal_view_class_init (VotumRevealViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_reveal_view_finalize;
  widget_class->snapshot = votum_reveal_view_snapshot;
  widget_class->measure = votum_reveal_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "reveal");
}

static void
votum_reveal_view_init (VotumRevealView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * votum_reveal_view_new:
 * @reveal: what is shown
 *
 * Returns: a view of its first step
 */
GtkWidget *
votum_reveal_view_new (VotumReveal *reveal)
{
  VotumRevealView *self = g_object_new (VOTUM_TYPE_REVEAL_VIEW, NULL);

  self->reveal = votum_reveal_ref (reveal);
  votum_reveal_view_show (self, 0);

  return GTK_WIDGET (self);
}

/**
 * votum_reveal_view_show:
 * @self: a view
 * @step: which step
 *
 * Shows it. The new name of what has the focus is what a screen reader says.
 */
void
votum_reveal_view_show (VotumRevealView *self,
                        guint            step)
{
  g_autofree char *words = votum_reveal_describe (self->reveal, step);

  self->step = step;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
