#include "votum-config.h"

#include "votum-navigation.h"

#include <glib/gi18n.h>

#include "votum-split.h"

/* AdwNavigationSplitView came with libadwaita 1.4; the baseline has AdwLeaflet, which newer ones call deprecated. */

struct _VotumNavigation {
  GtkWidget   parent_instance;

  AdwLeaflet *leaflet;
  AdwBin     *list;
  GtkWidget  *box;      /* the way back, and the content */
  GtkWidget  *back;
  AdwBin     *content;
  guint       folded_id;
};

enum {
  PROP_0,
  PROP_LIST,
  PROP_CONTENT,
  PROP_COLLAPSED,
  PROP_SHOW_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VotumNavigation, votum_navigation, GTK_TYPE_WIDGET)

static void
votum_navigation_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VotumNavigation *self = VOTUM_NAVIGATION (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, adw_bin_get_child (self->list));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content));
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, adw_leaflet_get_folded (self->leaflet));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, adw_leaflet_get_visible_child (self->leaflet) == self->box);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_navigation_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VotumNavigation *self = VOTUM_NAVIGATION (object);

  switch (prop_id)
    {
    case PROP_LIST:
      adw_bin_set_child (self->list, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      adw_bin_set_child (self->content, g_value_get_object (value));
      break;
    case PROP_SHOW_CONTENT:
      votum_navigation_set_show_content (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_navigation_dispose (GObject *object)
{
  VotumNavigation *self = VOTUM_NAVIGATION (object);

  g_clear_handle_id (&self->folded_id, g_source_remove);
  if (self->leaflet != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->leaflet));
  self->leaflet = NULL;

  G_OBJECT_CLASS (votum_navigation_parent_class)->dispose (object);
}

static void
votum_navigation_class_init (VotumNavigationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_navigation_get_property;
  object_class->set_property = votum_navigation_set_property;
  object_class->dispose = votum_navigation_dispose;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static gboolean
folded_idle_cb (gpointer data)
{
  VotumNavigation *self = VOTUM_NAVIGATION (data);

  self->folded_id = 0;
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (self->leaflet));
  votum_resize_all (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);

  return G_SOURCE_REMOVE;
}

/* Folding happens while sizes are given out; what follows from it changes sizes, and has to wait until that is over. */
static void
folded_cb (VotumNavigation *self)
{
  if (self->folded_id == 0)
    self->folded_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, folded_idle_cb, self, NULL);
}

static void
visible_child_cb (VotumNavigation *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
back_cb (VotumNavigation *self)
{
  votum_navigation_set_show_content (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
votum_navigation_init (VotumNavigation *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  AdwLeafletPage *page;

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  self->list = ADW_BIN (adw_bin_new ());
  self->content = ADW_BIN (adw_bin_new ());
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->back = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (self->back), g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "go-previous-symbolic",
                                                               "label", _("_Back to the List"), "use-underline", TRUE, NULL));
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->back, 6);
  gtk_widget_set_margin_top (self->back, 6);
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-list");
  gtk_widget_add_css_class (self->box, "navigation-content");
  gtk_widget_set_hexpand (GTK_WIDGET (self->content), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (self->box), self->back);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->content));

  adw_leaflet_append (self->leaflet, GTK_WIDGET (self->list));
  page = adw_leaflet_append (self->leaflet, separator);
  adw_leaflet_page_set_navigatable (page, FALSE);
  adw_leaflet_append (self->leaflet, self->box);
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));

  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (visible_child_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
votum_navigation_new (void)
{
  return g_object_new (VOTUM_TYPE_NAVIGATION, NULL);
}

gboolean
votum_navigation_get_collapsed (VotumNavigation *self)
{
  g_return_val_if_fail (VOTUM_IS_NAVIGATION (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

void
votum_navigation_set_show_content (VotumNavigation *self,
                                   gboolean         show)
{
  g_return_if_fail (VOTUM_IS_NAVIGATION (self));

  adw_leaflet_set_visible_child (self->leaflet, show ? self->box : GTK_WIDGET (self->list));
}
