#include "votum-config.h"

#include "votum-tab-stop.h"

struct _VotumTabStop {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumTabStop, votum_tab_stop, ADW_TYPE_BIN)

static gboolean
votum_tab_stop_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* its focus child is remembered when the focus is elsewhere */
  if (by_tab && focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;

  return GTK_WIDGET_CLASS (votum_tab_stop_parent_class)->focus (widget, direction);
}

static void
votum_tab_stop_class_init (VotumTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = votum_tab_stop_focus;
}

static void
votum_tab_stop_init (VotumTabStop *self)
{
}
