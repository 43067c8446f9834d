#include "votum-split.h"

/* AdwOverlaySplitView came with libadwaita 1.4; the baseline has AdwFlap, which newer ones call deprecated. */

struct _VotumSplit {
  GtkWidget  parent_instance;

  AdwFlap   *flap;
  guint      folded_id;
  guint      policy_id;
  int        collapse_below;
};

enum {
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_SIDEBAR_POSITION,
  PROP_SHOW_SIDEBAR,
  PROP_COLLAPSED,
  PROP_COLLAPSE_BELOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VotumSplit, votum_split, GTK_TYPE_WIDGET)

static void
votum_split_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VotumSplit *self = VOTUM_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, adw_flap_get_flap (self->flap));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_flap_get_content (self->flap));
      break;
    case PROP_SIDEBAR_POSITION:
      g_value_set_enum (value, adw_flap_get_flap_position (self->flap));
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, adw_flap_get_folded (self->flap));
      break;
    case PROP_COLLAPSE_BELOW:
      g_value_set_int (value, self->collapse_below);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_split_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VotumSplit *self = VOTUM_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      adw_flap_set_flap (self->flap, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      adw_flap_set_content (self->flap, g_value_get_object (value));
      break;
    case PROP_SIDEBAR_POSITION:
      adw_flap_set_flap_position (self->flap, g_value_get_enum (value));
      break;
    case PROP_SHOW_SIDEBAR:
      votum_split_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_COLLAPSE_BELOW:
      self->collapse_below = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_split_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (VOTUM_SPLIT (widget)->flap), orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* The flap itself asks only whether both fit at their narrowest. */
static AdwFlapFoldPolicy
wanted_policy (VotumSplit *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) < self->collapse_below ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO;
}

static gboolean
policy_idle_cb (gpointer data)
{
  VotumSplit *self = VOTUM_SPLIT (data);

  self->policy_id = 0;
  adw_flap_set_fold_policy (self->flap, wanted_policy (self));

  return G_SOURCE_REMOVE;
}

static void
votum_split_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  VotumSplit *self = VOTUM_SPLIT (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->flap), &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->collapse_below > 0 && self->policy_id == 0 && adw_flap_get_fold_policy (self->flap) != wanted_policy (self))
    self->policy_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, policy_idle_cb, self, NULL);
}

static void
votum_split_dispose (GObject *object)
{
  VotumSplit *self = VOTUM_SPLIT (object);

  g_clear_handle_id (&self->folded_id, g_source_remove);
  g_clear_handle_id (&self->policy_id, g_source_remove);
  if (self->flap != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->flap));
  self->flap = NULL;

  G_OBJECT_CLASS (votum_split_parent_class)->dispose (object);
}

static void
votum_split_class_init (VotumSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_split_get_property;
  object_class->set_property = votum_split_set_property;
  object_class->dispose = votum_split_dispose;
  widget_class->measure = votum_split_measure;
  widget_class->size_allocate = votum_split_size_allocate;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_POSITION] = g_param_spec_enum ("sidebar-position", NULL, NULL, GTK_TYPE_PACK_TYPE, GTK_PACK_START,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSE_BELOW] = g_param_spec_int ("collapse-below", NULL, NULL, 0, G_MAXINT, 0,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/**
 * votum_resize_all:
 * @widget: a widget that has changed its size while sizes were given out
 *
 * Asks for new sizes all the way up. Asked for at such a moment, GTK 4.8 forgets it half way.
 */
void
votum_resize_all (GtkWidget *widget)
{
  for (GtkWidget *up = widget; up != NULL; up = gtk_widget_get_parent (up))
    gtk_widget_queue_resize (up);
}

static gboolean
folded_idle_cb (gpointer data)
{
  VotumSplit *self = VOTUM_SPLIT (data);

  self->folded_id = 0;
  /* where there is room for both, both are seen; where there is not, the content comes first */
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_folded (self->flap));
  votum_resize_all (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);

  return G_SOURCE_REMOVE;
}

/* Folding happens while sizes are given out; what follows from it changes sizes, and has to wait until that is over. */
static void
folded_cb (VotumSplit *self)
{
  if (self->folded_id == 0)
    self->folded_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, folded_idle_cb, self, NULL);
}

static void
revealed_cb (VotumSplit *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
votum_split_init (VotumSplit *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_separator (self->flap, separator);
  adw_flap_set_transition_type (self->flap, ADW_FLAP_TRANSITION_TYPE_OVER);
  adw_flap_set_fold_threshold_policy (self->flap, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_flap_set_fold_duration (self->flap, 0); /* an animation would change sizes while they are given out */
  gtk_widget_set_parent (GTK_WIDGET (self->flap), GTK_WIDGET (self));
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
votum_split_new (void)
{
  return g_object_new (VOTUM_TYPE_SPLIT, NULL);
}

gboolean
votum_split_get_collapsed (VotumSplit *self)
{
  g_return_val_if_fail (VOTUM_IS_SPLIT (self), FALSE);

  return adw_flap_get_folded (self->flap);
}

gboolean
votum_split_get_show_sidebar (VotumSplit *self)
{
  g_return_val_if_fail (VOTUM_IS_SPLIT (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap);
}

void
votum_split_set_show_sidebar (VotumSplit *self,
                              gboolean    show)
{
  g_return_if_fail (VOTUM_IS_SPLIT (self));

  adw_flap_set_reveal_flap (self->flap, show);
}
