#include "votum-config.h"

#include "votum-long-list.h"

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkGridView           *view)
{
  switch (keyval)
    {
    /* as long as no row has had the focus, these find none to go on from */
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return gtk_widget_is_focus (GTK_WIDGET (view)) && votum_long_list_focus (view);
    /* in a grid these go to the next cell, which here would be the next row */
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * votum_long_list_prepare:
 * @view: a grid of one column, new
 *
 * Lets the keyboard find a list in it.
 */
void
votum_long_list_prepare (GtkGridView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_GRID_VIEW (view));

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}

/**
 * votum_long_list_focus:
 * @view: a list
 *
 * Puts the focus on the row that is chosen, else where it was last, else on the first one.
 *
 * Returns: whether there is one
 */
gboolean
votum_long_list_focus (GtkGridView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);

  g_return_val_if_fail (GTK_IS_GRID_VIEW (view), FALSE);

  for (GtkWidget *item = gtk_widget_get_first_child (widget); item != NULL; item = gtk_widget_get_next_sibling (item))
    if ((gtk_widget_get_state_flags (item) & GTK_STATE_FLAG_SELECTED) != 0 && gtk_widget_grab_focus (item))
      return TRUE;
  if (gtk_widget_grab_focus (widget) && !gtk_widget_is_focus (widget))
    return TRUE;

  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/**
 * votum_long_list_name:
 * @row: what a factory has put into an item of a list
 * @name: what a screen reader says of it
 *
 * The item around the row has the focus, and so is what is read. To be said whenever the row is bound.
 */
void
votum_long_list_name (GtkWidget  *row,
                      const char *name)
{
  GtkWidget *item = gtk_widget_get_parent (row);

  if (item == NULL)
    return;
  /* what it is can be said only before anybody has been told of it: when its first row is bound */
  if (g_object_get_data (G_OBJECT (item), "votum-list-item") == NULL)
    {
      g_object_set_data (G_OBJECT (item), "votum-list-item", item);
      g_object_set (item, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
