#include "votum-config.h"

#include "votum-presentation.h"

#include <glib/gi18n.h>

#include "votum-case-look.h"
#include "votum-chart-view.h"
#include "votum-compare-kinds.h"
#include "votum-compare-work.h"
#include "votum-names.h"

/* What is shown, and under which name it stands at the edge. */
typedef struct {
  GtkWidget        *widget;
  const char       *title;
  VotumCompareKind  kind;   /* its chart is NULL for the first one, which is a sentence */
} Slide;

struct _VotumPresentation {
  AdwWindow         parent_instance;

  GtkStack         *slides_stack;
  GtkLabel         *where;
  GtkToggleButton  *names_button;

  VotumCompareLook *look;
  GArray           *slides;     /* of Slide */
  VotumStanding    *veiled;     /* (nullable): with letters for the jurors */
  GCancellable     *work;       /* (nullable): of a chart that takes long */
  guint             at;
};

G_DEFINE_FINAL_TYPE (VotumPresentation, votum_presentation, ADW_TYPE_WINDOW)

static Slide *
slide_at (VotumPresentation *self,
          guint              at)
{
  return &g_array_index (self->slides, Slide, at);
}

/* ---- charts ---- */

static gboolean
init_request (VotumPresentation *self,
              VotumChartRequest *request)
{
  VotumDesk *desk = votum_compare_look_get_desk (self->look);
  VotumStanding *standing = votum_compare_look_get_standing (self->look);

  *request = (VotumChartRequest) { .votum_case = votum_desk_get_case (desk), .round = votum_compare_look_get_round (self->look),
                                   .lang = votum_desk_get_lang (desk) };
  if (standing == NULL)
    return FALSE;
  if (gtk_toggle_button_get_active (self->names_button) && self->veiled == NULL)
    self->veiled = votum_standing_veiled (standing, request->votum_case, request->lang);
  request->standing = gtk_toggle_button_get_active (self->names_button) ? self->veiled : standing;

  return TRUE;
}

static VotumChart *
build (VotumPresentation      *self,
       const VotumCompareKind *kind)
{
  VotumChartRequest request;

  return init_request (self, &request) ? kind->chart->build (&request, NULL) : NULL;
}

static void
worked_out_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(VotumChartView) view = data;
  VotumChart *chart = votum_compare_work_chart_finish (result, NULL);

  if (chart != NULL)
    votum_chart_view_set_chart (view, chart);
}

/* What takes long comes when it is there; nobody in the room waits with a dead window. */
static void
draw_slow (VotumPresentation *self,
           Slide             *slide)
{
  VotumChartRequest request;

  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  if (!init_request (self, &request))
    return;
  self->work = g_cancellable_new ();
  votum_compare_work_chart (slide->kind.chart, &request, self->work, worked_out_cb, g_object_ref (slide->widget));
}

/* A chart is drawn when it is first shown, and anew when what is looked at has changed since, or the names are hidden. */
static void
draw_slide (VotumPresentation *self,
            Slide             *slide)
{
  VotumChart *chart = NULL;

  if ((slide->kind.flags & VOTUM_COMPARE_SLOW) != 0)
    draw_slow (self, slide);
  else if (slide->kind.chart != NULL)
    chart = build (self, &slide->kind);
  if (chart != NULL)
    votum_chart_view_set_chart (VOTUM_CHART_VIEW (slide->widget), chart);
}

static void
show_slide (VotumPresentation *self)
{
  Slide *slide = slide_at (self, self->at);
  /* TRANSLATORS: where one is in a presentation: "2 of 8 · Profile" */
  g_autofree char *where = g_strdup_printf (_("%u of %u · %s"), self->at + 1, self->slides->len, slide->title);

  draw_slide (self, slide);
  gtk_stack_set_visible_child (self->slides_stack, slide->widget);
  gtk_label_set_text (self->where, where);
  gtk_window_set_focus (GTK_WINDOW (self), slide->widget);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "present.step", self->slides->len > 1);
}

static void
go_to (VotumPresentation *self,
       int                at)
{
  if (at < 0 || at >= (int) self->slides->len || at == (int) self->at)
    return;
  self->at = (guint) at;
  show_slide (self);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VotumPresentation *self = VOTUM_PRESENTATION (widget);

  go_to (self, (int) self->at + g_variant_get_int32 (parameter));
}

static void
names_cb (VotumPresentation *self)
{
  gboolean hidden = gtk_toggle_button_get_active (self->names_button);

  /* the label says what a click does, so that nobody has to guess from a shade whether the names are hidden */
  gtk_button_set_label (GTK_BUTTON (self->names_button), hidden ? _("Show Jurors’ _Names") : _("Hide Jurors’ _Names"));
  /* GTK 4.8 tells it with the underscore */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->names_button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  if (self->slides->len > 0)
    draw_slide (self, slide_at (self, self->at));
}

static void
changed_cb (VotumPresentation *self)
{
  g_clear_pointer (&self->veiled, votum_standing_free);
  draw_slide (self, slide_at (self, self->at));
}

/* ---- keys ---- */

static gboolean
on_button (VotumPresentation *self)
{
  return GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (self)));
}

/* Also those of the small things that people hold in their hands before an audience: page up and page down. */
static gboolean
key_cb (VotumPresentation *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  switch (keyval)
    {
    case GDK_KEY_space:
      if (on_button (self))
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Right:
    case GDK_KEY_KP_Page_Down:
      go_to (self, (int) self->at + 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Left:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_BackSpace:
      go_to (self, (int) self->at - 1);
      return TRUE;
    case GDK_KEY_Home:
      go_to (self, 0);
      return TRUE;
    case GDK_KEY_End:
      go_to (self, (int) self->slides->len - 1);
      return TRUE;
    case GDK_KEY_n:
    case GDK_KEY_N:
      gtk_toggle_button_set_active (self->names_button, !gtk_toggle_button_get_active (self->names_button));
      return TRUE;
    case GDK_KEY_Escape:
    case GDK_KEY_F5:
    case GDK_KEY_F11:
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
motion_cb (VotumPresentation *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* ---- the window ---- */

static void
votum_presentation_dispose (GObject *object)
{
  VotumPresentation *self = VOTUM_PRESENTATION (object);

  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  g_clear_object (&self->look);
  g_clear_pointer (&self->veiled, votum_standing_free);
  g_clear_pointer (&self->slides, g_array_unref);

  G_OBJECT_CLASS (votum_presentation_parent_class)->dispose (object);
}

static void
votum_presentation_class_init (VotumPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_presentation_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-presentation.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "slides", FALSE, G_STRUCT_OFFSET (VotumPresentation, slides_stack));
  gtk_widget_class_bind_template_child (widget_class, VotumPresentation, where);
  gtk_widget_class_bind_template_child (widget_class, VotumPresentation, names_button);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
  gtk_widget_class_install_action (widget_class, "present.step", "i", step_action);
}

static void
votum_presentation_init (VotumPresentation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->slides = g_array_new (FALSE, TRUE, sizeof (Slide));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* Where nobody manages windows, there is nobody to make this one fill the screen. */
static void
fill_screen (VotumPresentation *self,
             GtkWindow         *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle place;

  if (monitor != NULL)
    {
      gdk_monitor_get_geometry (monitor, &place);
      gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height);
    }
  gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
add_finding (VotumPresentation *self,
             const char        *finding)
{
  GtkWidget *label = gtk_label_new (finding);
  GtkWidget *bin = adw_bin_new ();
  Slide slide = { bin, _("In One Sentence"), { NULL } };

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "presentation-finding");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_focusable (bin, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bin), GTK_ACCESSIBLE_PROPERTY_LABEL, finding, -1);
  adw_bin_set_child (ADW_BIN (bin), label);
  gtk_stack_add_child (self->slides_stack, bin);
  g_array_append_val (self->slides, slide);
}

/* Only what has something to show: nobody in the room wants to hear why a chart is empty. */
static void
add_charts (VotumPresentation *self)
{
  g_autoptr(GArray) kinds = votum_compare_kinds ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const VotumCompareKind *kind = &g_array_index (kinds, VotumCompareKind, i);
      gboolean slow = (kind->flags & VOTUM_COMPARE_SLOW) != 0;
      g_autoptr(VotumChart) chart = slow ? NULL : build (self, kind);
      Slide slide = { votum_chart_view_new (), _(kind->title), *kind };

      if (slow ? votum_compare_look_get_standing (self->look)->leaves->len < 2 : chart == NULL || !votum_chart_has_data (chart))
        {
          g_object_ref_sink (slide.widget);
          g_object_unref (slide.widget);
          continue;
        }
      g_object_set (slide.widget, "large", TRUE, NULL);
      if (chart != NULL)
        votum_chart_view_set_chart (VOTUM_CHART_VIEW (slide.widget), g_steal_pointer (&chart));
      gtk_stack_add_child (self->slides_stack, slide.widget);
      g_array_append_val (self->slides, slide);
    }
}

/**
 * votum_presentation_present:
 * @parent: the window of the case
 * @look: what is looked at, with a standing
 * @finding: (nullable): what the numbers say, in a sentence or two
 *
 * Fills the screen with it.
 */
void
votum_presentation_present (GtkWindow        *parent,
                            VotumCompareLook *look,
                            const char       *finding)
{
  VotumPresentation *self = g_object_new (VOTUM_TYPE_PRESENTATION, "transient-for", parent, "modal", TRUE, NULL);

  self->look = g_object_ref (look);
  if (finding != NULL && *finding != '\0')
    add_finding (self, finding);
  add_charts (self);
  if (self->slides->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_signal_connect_object (look, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill_screen (self, parent);
  gtk_window_present (GTK_WINDOW (self));
  show_slide (self);
}
