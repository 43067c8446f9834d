#include "votum-config.h"

#include "votum-chart-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-chart-bubble.h"
#include "votum-chart-export.h"
#include "votum-chart-places.h"
#include "votum-chart-point.h"
#include "votum-error.h"

#define EXPORT_WIDTH 960
#define EXPORT_HEIGHT 600
#define BASE_DPI (96.0 * 1024.0)
#define SCREEN_SCALE (96.0 / 72.0) /* the sizes of a chart are points, of which a screen has 72 to an inch of 96 pixels */
#define LARGE 1.5
#define RING 3                     /* room between a point and the ring of the focus */

struct _VotumChartView {
  GtkWidget         parent_instance;

  VotumChart       *chart;     /* (nullable) */
  VotumChartMemory *memory;    /* of its texts, while weights move */
  char             *created;   /* of what is drawn, for the dates of a PDF */
  char             *author;
  gboolean          large;

  GPtrArray        *spots;     /* (nullable): for the size and style in which they were asked for */
  int               hover;     /* the point under the pointer, -1: none */
  int               focus;     /* the point with the keyboard, -1: none */
  VotumChartPoint  *points[2]; /* two take turns, since a focus that moves is what a screen reader tells */
  guint             turn;
};

enum {
  PROP_0,
  PROP_LARGE,
  N_PROPS
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumChartView, votum_chart_view, GTK_TYPE_WIDGET)

static double
screen_scale (VotumChartView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / BASE_DPI, 0.5, 3) : 1;
}

static void
init_style (VotumChartView  *self,
            VotumChartStyle *style)
{
  style->dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  style->high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  style->transparent = TRUE;
  style->memory = self->memory;
  style->text_scale = SCREEN_SCALE * screen_scale (self) * (self->large ? LARGE : 1);
}

static GPtrArray *
get_spots (VotumChartView *self)
{
  VotumChartStyle style = { 0 };

  if (self->spots == NULL && self->chart != NULL)
    {
      init_style (self, &style);
      self->spots = votum_chart_spots (self->chart, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &style);
    }

  return self->spots;
}

static const VotumChartSpot *
get_spot (VotumChartView *self,
          int             at)
{
  GPtrArray *spots = at >= 0 ? get_spots (self) : NULL;

  return spots != NULL && at < (int) spots->len ? g_ptr_array_index (spots, at) : NULL;
}

/* ---- looks ---- */

static void
votum_chart_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  VotumChartView *self = VOTUM_CHART_VIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  const VotumChartSpot *spot = get_spot (self, self->hover >= 0 ? self->hover : self->focus);
  VotumChartStyle style = { 0 };
  cairo_t *cr;

  if (width < 1 || height < 1 || self->chart == NULL)
    return;

  init_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  votum_chart_draw (self->chart, cr, width, height, &style);
  cairo_destroy (cr);
  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->points[i]), snapshot);
  if (spot != NULL)
    votum_chart_bubble_snapshot (widget, snapshot, spot, self->large ? LARGE : 1);
}

static void
votum_chart_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  VotumChartView *self = VOTUM_CHART_VIEW (widget);
  VotumChartStyle style = { 0 };
  guint n_rows = self->chart != NULL ? votum_chart_get_n_rows (self->chart) : 0;

  init_style (self, &style);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 280;
      *natural = 440;
    }
  else
    {
      /* a row for each finalist, and room for the words above and the axis below */
      *minimum = *natural = MAX (300, (int) ((75 + 24 * n_rows) * MAX (1, style.text_scale)));
      if (self->large)
        *minimum = 200;
    }
}

static void
place_point (VotumChartView *self)
{
  const VotumChartSpot *spot = get_spot (self, self->focus);

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    {
      GtkWidget *point = GTK_WIDGET (self->points[i]);
      GtkAllocation place = { 0, 0, 1, 1 };

      if (!gtk_widget_should_layout (point))
        continue;
      if (spot != NULL && i == self->turn)
        place = (GtkAllocation) { (int) floor (spot->x) - RING, (int) floor (spot->y) - RING,
                                  (int) ceil (spot->width) + 2 * RING, (int) ceil (spot->height) + 2 * RING };
      gtk_widget_measure (point, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (point, &place, -1);
    }
}

static void
forget_spots (VotumChartView *self)
{
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  self->hover = -1;
}

static void
votum_chart_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  forget_spots (VOTUM_CHART_VIEW (widget));
  place_point (VOTUM_CHART_VIEW (widget));
}

static void
style_changed_cb (VotumChartView *self)
{
  forget_spots (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- points ---- */

static void
leave_points (VotumChartView *self)
{
  self->focus = -1;
  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    {
      gtk_widget_set_focusable (GTK_WIDGET (self->points[i]), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->points[i]), FALSE);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go_to_point (VotumChartView *self,
             int             at)
{
  const VotumChartSpot *spot = get_spot (self, at);
  GtkWidget *before = GTK_WIDGET (self->points[self->turn]);
  GtkWidget *point;

  if (spot == NULL)
    return;
  self->turn = 1 - self->turn;
  point = GTK_WIDGET (self->points[self->turn]);
  self->focus = at;
  self->hover = -1;
  votum_chart_point_name (self->points[self->turn], spot->text);
  gtk_widget_set_focusable (point, TRUE);
  gtk_widget_set_visible (point, TRUE);
  place_point (self);
  gtk_widget_grab_focus (point);
  gtk_widget_set_focusable (before, FALSE);
  gtk_widget_set_visible (before, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (VotumChartView *self,
          int             at)
{
  const VotumChartSpot *spot = get_spot (self, at);

  if (spot != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, spot);
}

static gboolean
key_cb (VotumChartView  *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int at;

  if (get_spots (self) == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      if (self->focus < 0)
        return FALSE;
      activate (self, self->focus);
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape && self->focus >= 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      leave_points (self);
      return TRUE;
    }
  at = votum_chart_places_move (self->spots, self->focus, keyval, rtl);
  if (at < 0)
    return FALSE;
  if (at != self->focus)
    go_to_point (self, at);

  return TRUE;
}

static void
focus_left_cb (VotumChartView *self)
{
  if (self->focus >= 0)
    leave_points (self);
}

static void
hover_at (VotumChartView *self,
          int             at)
{
  if (at == self->hover)
    return;
  self->hover = at;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (VotumChartView *self,
           double          x,
           double          y)
{
  GPtrArray *spots = get_spots (self);

  hover_at (self, spots != NULL ? votum_chart_places_at (spots, x, y) : -1);
}

static void
left_cb (VotumChartView *self)
{
  hover_at (self, -1);
}

static void
released_cb (VotumChartView *self,
             int             n_press,
             double          x,
             double          y)
{
  GPtrArray *spots = get_spots (self);

  if (spots != NULL)
    activate (self, votum_chart_places_at (spots, x, y));
}

static void
add_controllers (VotumChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* ---- the widget ---- */

static void
votum_chart_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LARGE:
      g_value_set_boolean (value, VOTUM_CHART_VIEW (object)->large);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_chart_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VotumChartView *self = VOTUM_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_LARGE:
      self->large = g_value_get_boolean (value);
      style_changed_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_chart_view_dispose (GObject *object)
{
  VotumChartView *self = VOTUM_CHART_VIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    if (self->points[i] != NULL)
      {
        gtk_widget_unparent (GTK_WIDGET (self->points[i]));
        self->points[i] = NULL;
      }
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  g_clear_pointer (&self->chart, votum_chart_unref);
  g_clear_pointer (&self->memory, votum_chart_memory_free);

  G_OBJECT_CLASS (votum_chart_view_parent_class)->dispose (object);
}

static void
votum_chart_view_finalize (GObject *object)
{
  VotumChartView *self = VOTUM_CHART_VIEW (object);

  g_free (self->created);
  g_free (self->author);

  G_OBJECT_CLASS (votum_chart_view_parent_class)->finalize (object);
}

static void
votum_chart_view_class_init (VotumChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_chart_view_get_property;
  object_class->set_property = votum_chart_view_set_property;
  object_class->dispose = votum_chart_view_dispose;
  object_class->finalize = votum_chart_view_finalize;
  widget_class->snapshot = votum_chart_view_snapshot;
  widget_class->measure = votum_chart_view_measure;
  widget_class->size_allocate = votum_chart_view_size_allocate;

  properties[PROP_LARGE] = g_param_spec_boolean ("large", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_POINTER);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
votum_chart_view_init (VotumChartView *self)
{
  self->memory = votum_chart_memory_new ();
  self->hover = -1;
  self->focus = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    {
      self->points[i] = VOTUM_CHART_POINT (votum_chart_point_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->points[i]), GTK_WIDGET (self));
    }
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
votum_chart_view_new (void)
{
  return g_object_new (VOTUM_TYPE_CHART_VIEW, NULL);
}

/**
 * votum_chart_view_set_chart:
 * @self: a view
 * @chart: (transfer full): what it shows
 */
void
votum_chart_view_set_chart (VotumChartView *self,
                            VotumChart     *chart)
{
  g_autofree char *finding = votum_chart_finding (chart);
  g_autofree char *description = votum_chart_describe (chart);
  gboolean grows = self->chart == NULL || votum_chart_get_n_rows (self->chart) != votum_chart_get_n_rows (chart);
  const VotumChartSpot *spot;

  g_clear_pointer (&self->chart, votum_chart_unref);
  self->chart = chart;
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, finding, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);

  /* while weights move, the keyboard rests on the same point, and reads what has become of it */
  spot = get_spot (self, self->focus);
  if (spot != NULL)
    votum_chart_point_name (self->points[self->turn], spot->text);
  else if (self->focus >= 0)
    leave_points (self);
  if (get_spot (self, self->hover) == NULL)
    self->hover = -1;
  if (grows)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else if (spot != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * votum_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
VotumChart *
votum_chart_view_get_chart (VotumChartView *self)
{
  return self->chart;
}

/**
 * votum_chart_view_get_focused_point:
 * @self: a view
 *
 * Returns: on which of the points the keyboard rests, -1: on none
 */
int
votum_chart_view_get_focused_point (VotumChartView *self)
{
  return self->focus;
}

/**
 * votum_chart_view_focus_point:
 * @self: a view
 * @at: one of its points
 *
 * Puts the keyboard there.
 */
void
votum_chart_view_focus_point (VotumChartView *self,
                              int             at)
{
  go_to_point (self, at);
}

/**
 * votum_chart_view_set_author:
 * @self: a chart
 * @created: when the latest of what it shows came to be, ISO 8601
 * @author: (nullable): the organiser
 */
void
votum_chart_view_set_author (VotumChartView *self,
                             const char     *created,
                             const char     *author)
{
  g_free (self->created);
  g_free (self->author);
  self->created = g_strdup (created);
  self->author = g_strdup (author);
}

/**
 * votum_chart_view_to_png:
 * @self: a chart
 * @error: return location
 *
 * Returns: (transfer full): the chart as a picture, light, or %NULL
 */
GBytes *
votum_chart_view_to_png (VotumChartView  *self,
                         GError         **error)
{
  VotumChartExport how = { .format = VOTUM_CHART_PNG, .width = EXPORT_WIDTH, .height = EXPORT_HEIGHT, .scale = 2,
                           .created = self->created, .author = self->author };

  return votum_chart_to_bytes (self->chart, &how, error);
}

/**
 * votum_chart_view_export:
 * @self: a chart
 * @path: where to; its ending says as what: .png, .svg, .pdf or .csv
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
votum_chart_view_export (VotumChartView  *self,
                         const char      *path,
                         GError         **error)
{
  VotumChartExport how = { .width = EXPORT_WIDTH, .height = EXPORT_HEIGHT, .scale = 2, .created = self->created, .author = self->author };

  if (!votum_chart_format_from_path (path, &how.format))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A chart is written as PNG, SVG, PDF or CSV. Let the name of the file end in .png, .svg, .pdf or .csv."));
      return FALSE;
    }

  return votum_chart_write (self->chart, &how, path, error);
}
