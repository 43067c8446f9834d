#include "votum-config.h"

#include "votum-paper-view.h"

#include <glib/gi18n.h>

#define MARGIN 18          /* around a sheet, in pixels */
#define MAX_SCALE 1.6

struct _VotumPaperView {
  GtkWidget      parent_instance;

  VotumPaper    *paper;         /* (nullable) */
  GtkAdjustment *vadjustment;   /* (nullable): of the scrolled window around it */
};

static void votum_paper_view_scrollable (GtkScrollableInterface *iface);

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (VotumPaperView, votum_paper_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, votum_paper_view_scrollable))

static void
votum_paper_view_scrollable (GtkScrollableInterface *iface)
{
}

/* How large a sheet is drawn, so that its whole width is seen. */
static double
scale_of (VotumPaperView *self,
          guint           page)
{
  double width;
  double height;

  votum_paper_page_size (self->paper, page, &width, &height);

  return CLAMP ((gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN) / width, 0.2, MAX_SCALE);
}

static double
place_of (VotumPaperView *self,
          guint           end)
{
  double y = MARGIN;

  for (guint page = 0; page < end; page++)
    {
      double width;
      double height;

      votum_paper_page_size (self->paper, page, &width, &height);
      y += height * scale_of (self, page) + MARGIN;
    }

  return y;
}

static void
snapshot_page (VotumPaperView *self,
               GtkSnapshot    *snapshot,
               guint           page,
               double          y)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.25 };
  double scale = scale_of (self, page);
  double width;
  double height;
  graphene_rect_t sheet;
  GskRoundedRect outline;
  cairo_t *cr;

  votum_paper_page_size (self->paper, page, &width, &height);
  graphene_rect_init (&sheet, MAX (0, (gtk_widget_get_width (GTK_WIDGET (self)) - width * scale) / 2), y, width * scale, height * scale);
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &white, &sheet);

  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_translate (cr, sheet.origin.x, sheet.origin.y);
  cairo_scale (cr, scale, scale);
  votum_paper_draw_page (self->paper, cr, page);
  cairo_destroy (cr);
}

/* Only the sheets that are in sight are drawn. */
static void
votum_paper_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  VotumPaperView *self = VOTUM_PAPER_VIEW (widget);
  double offset = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
  double bottom = gtk_widget_get_height (widget);

  if (self->paper == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  for (guint page = 0; page < votum_paper_n_pages (self->paper); page++)
    {
      double top = place_of (self, page) - offset;
      double end = place_of (self, page + 1) - offset;

      if (end > 0 && top < bottom)
        snapshot_page (self, snapshot, page, top);
    }
  gtk_snapshot_pop (snapshot);
}

static void
configure (VotumPaperView *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double upper = self->paper != NULL ? place_of (self, votum_paper_n_pages (self->paper)) : 0;

  if (self->vadjustment == NULL)
    return;
  gtk_adjustment_configure (self->vadjustment, CLAMP (gtk_adjustment_get_value (self->vadjustment), 0, MAX (0, upper - height)), 0,
                            MAX (upper, height), height * 0.1, height * 0.9, height);
}

static void
votum_paper_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  configure (VOTUM_PAPER_VIEW (widget));
}

static void
votum_paper_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 520 : 600;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        VotumPaperView        *self)
{
  double step = gtk_adjustment_get_step_increment (self->vadjustment);
  double page = gtk_adjustment_get_page_increment (self->vadjustment);
  double by = 0;

  switch (keyval)
    {
    case GDK_KEY_Down:
      by = step;
      break;
    case GDK_KEY_Up:
      by = -step;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      by = page;
      break;
    case GDK_KEY_Page_Up:
      by = -page;
      break;
    case GDK_KEY_Home:
      by = -gtk_adjustment_get_upper (self->vadjustment);
      break;
    case GDK_KEY_End:
      by = gtk_adjustment_get_upper (self->vadjustment);
      break;
    default:
      return FALSE;
    }
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + by);

  return TRUE;
}

static void
votum_paper_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VotumPaperView *self = VOTUM_PAPER_VIEW (object);

  if (prop_id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->vadjustment);
  else if (prop_id == PROP_HADJUSTMENT)
    g_value_set_object (value, NULL);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

static void
votum_paper_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VotumPaperView *self = VOTUM_PAPER_VIEW (object);

  if (prop_id != PROP_VADJUSTMENT)
    return;
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_set_object (&self->vadjustment, g_value_get_object (value));
  if (self->vadjustment != NULL)
    g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
votum_paper_view_dispose (GObject *object)
{
  VotumPaperView *self = VOTUM_PAPER_VIEW (object);

  g_clear_object (&self->vadjustment);
  g_clear_pointer (&self->paper, votum_paper_unref);

  G_OBJECT_CLASS (votum_paper_view_parent_class)->dispose (object);
}

static void
votum_paper_view_class_init (VotumPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_paper_view_get_property;
  object_class->set_property = votum_paper_view_set_property;
  object_class->dispose = votum_paper_view_dispose;
  widget_class->snapshot = votum_paper_view_snapshot;
  widget_class->measure = votum_paper_view_measure;
  widget_class->size_allocate = votum_paper_view_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "paper");
}

static void
votum_paper_view_init (VotumPaperView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
votum_paper_view_new (void)
{
  return g_object_new (VOTUM_TYPE_PAPER_VIEW, NULL);
}

/**
 * votum_paper_view_set_paper:
 * @self: a view
 * @paper: (nullable): the document
 * @text: (nullable): what stands in it, for who cannot see it
 */
void
votum_paper_view_set_paper (VotumPaperView *self,
                            VotumPaper     *paper,
                            const char     *text)
{
  g_autofree char *label = NULL;

  g_return_if_fail (VOTUM_IS_PAPER_VIEW (self));

  if (paper != NULL)
    votum_paper_ref (paper);
  g_clear_pointer (&self->paper, votum_paper_unref);
  self->paper = paper;
  configure (self);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The page as it will be printed", "The %u pages as they will be printed",
                                        paper != NULL ? votum_paper_n_pages (paper) : 0), paper != NULL ? votum_paper_n_pages (paper) : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
