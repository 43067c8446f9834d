#include "votum-config.h"

#include "votum-focus.h"

/**
 * votum_focus_child:
 * @widget: a widget with one child
 * @direction: where the focus is to go
 *
 * The focus function of widgets that give the focus on when they are asked to take it: their child says where Tab goes. GTK's own
 * asks them to take it when Shift+Tab leaves their child, and would never let go.
 *
 * Returns: whether the focus has gone somewhere
 */
gboolean
votum_focus_child (GtkWidget       *widget,
                   GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);
}
