#include "votum-config.h"

#include "votum-weight-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-format.h"

#define INDENT 18
#define STEP 0.01        /* of a share; points move by a tenth of one */
#define POINTS_STEP 0.1

struct _VotumWeightRow {
  GtkWidget         parent_instance;

  VotumCompareLook *look;
  guint             node;
  GtkWidget        *box;
  GtkWidget        *start;      /* what stands above the slider, which needs all the width: a hundredth must be more than a pixel */
  GtkToggleButton  *toggle;     /* (nullable): groups only */
  GtkRange         *slider;
  GtkLabel         *value;
  gboolean          following;  /* the slider is being moved by the others */
};

enum {
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumWeightRow, votum_weight_row, GTK_TYPE_WIDGET)

static VotumTrial *
trial_of (VotumWeightRow *self)
{
  return votum_compare_look_get_trial (self->look);
}

/**
 * votum_weight_row_format:
 * @trial: weights
 * @value: a share of the whole, or points
 *
 * Returns: (transfer full): it in words; a tenth is shown only where there is one
 */
char *
votum_weight_row_format (VotumTrial *trial,
                         double      value)
{
  double shown = votum_trial_is_points (trial) ? value : 100 * value;
  gboolean whole = fabs (shown - round (shown)) < 0.05;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, whole ? "%.0f" : "%.1f", shown);

  return votum_trial_is_points (trial) ? votum_format_number (text) : votum_format_percent (text);
}

/**
 * votum_weight_row_follow:
 * @self: a row
 *
 * Shows what the criterion weighs now.
 */
void
votum_weight_row_follow (VotumWeightRow *self)
{
  double value = votum_trial_get (trial_of (self), self->node);
  g_autofree char *text = votum_weight_row_format (trial_of (self), value);

  self->following = TRUE;
  gtk_range_set_value (self->slider, value);
  self->following = FALSE;
  if (g_str_equal (gtk_label_get_text (self->value), text))
    return;
  gtk_label_set_text (self->value, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
moved_cb (VotumWeightRow *self)
{
  double step = votum_trial_is_points (trial_of (self)) ? POINTS_STEP : STEP;

  if (!self->following)
    votum_compare_look_move (self->look, self->node, round (gtk_range_get_value (self->slider) / step) * step);
}

static void
toggled_cb (VotumWeightRow *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle), gtk_toggle_button_get_active (self->toggle) ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, gtk_toggle_button_get_active (self->toggle), -1);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
votum_weight_row_dispose (GObject *object)
{
  VotumWeightRow *self = VOTUM_WEIGHT_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->look);

  G_OBJECT_CLASS (votum_weight_row_parent_class)->dispose (object);
}

static void
votum_weight_row_class_init (VotumWeightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_weight_row_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "weight");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
votum_weight_row_init (VotumWeightRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->start);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_toggle (VotumWeightRow *self,
            const char     *name)
{
  /* TRANSLATORS: %s is a group of criteria */
  g_autofree char *label = g_strdup_printf (_("Criteria in %s"), name);

  self->toggle = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle), "pan-end-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "weight-toggle");
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), label);
  g_signal_connect_object (self->toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->start), GTK_WIDGET (self->toggle));
}

static void
add_name (VotumWeightRow *self,
          const char     *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_box_append (GTK_BOX (self->start), label);
}

/* The wheel belongs to the page: whoever scrolls past a slider must neither be held up nor change a weight. */
static void
leave_wheel_to_page (GtkWidget *slider)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (slider);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
add_slider (VotumWeightRow *self,
            const char     *name)
{
  VotumTrial *trial = trial_of (self);
  double step = votum_trial_is_points (trial) ? POINTS_STEP : STEP;
  GtkWidget *slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, votum_trial_get_limit (trial, self->node), step);

  self->slider = GTK_RANGE (slider);
  gtk_range_set_increments (self->slider, step, 5 * step);
  gtk_scale_set_draw_value (GTK_SCALE (slider), FALSE);
  /* where it stands in the case */
  gtk_scale_add_mark (GTK_SCALE (slider), votum_trial_get_stored (trial, self->node), GTK_POS_BOTTOM, NULL);
  gtk_widget_set_size_request (slider, 90, -1);
  gtk_widget_set_hexpand (slider, TRUE);
  leave_wheel_to_page (slider);
  gtk_widget_set_sensitive (slider, votum_trial_can_move (trial, self->node));
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (slider, "value-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), slider);
}

static void
add_value (VotumWeightRow *self)
{
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->value, 1);
  gtk_label_set_width_chars (self->value, 7);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_box_append (GTK_BOX (self->start), GTK_WIDGET (self->value));
}

/**
 * votum_weight_row_new:
 * @look: what is looked at, with a trial
 * @node: a criterion or a group of the trial
 *
 * Returns: a row
 */
GtkWidget *
votum_weight_row_new (VotumCompareLook *look,
                      guint             node)
{
  VotumWeightRow *self = g_object_new (VOTUM_TYPE_WEIGHT_ROW, NULL);
  VotumTrial *trial = votum_compare_look_get_trial (look);
  const char *name = votum_desk_text (votum_compare_look_get_desk (look), votum_trial_get_thing (trial, node), VOTUM_CRITERION_NAME);
  guint depth = 0;

  self->look = g_object_ref (look);
  self->node = node;
  for (int at = votum_trial_get_parent (trial, node); at >= 0; at = votum_trial_get_parent (trial, at))
    depth++;
  gtk_widget_set_margin_start (self->start, (int) depth * INDENT);
  if (votum_trial_is_group (trial, node))
    add_toggle (self, name);
  add_name (self, name);
  add_value (self);
  add_slider (self, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  votum_weight_row_follow (self);

  return GTK_WIDGET (self);
}

guint
votum_weight_row_get_node (VotumWeightRow *self)
{
  return self->node;
}

/**
 * votum_weight_row_get_open:
 * @self: a row
 *
 * Returns: whether the criteria of the group are shown
 */
gboolean
votum_weight_row_get_open (VotumWeightRow *self)
{
  return self->toggle != NULL && gtk_toggle_button_get_active (self->toggle);
}
