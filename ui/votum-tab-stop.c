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

  if (by_tab && gtk_widget_get_focus_child (widget) != NULL)
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
