#include "votum-config.h"

#include "votum-row-reveal.h"

static gboolean
reveal_cb (gpointer data)
{
  GtkWidget *row = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = viewport != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
  graphene_rect_t place;

  if (adjustment != NULL && gtk_widget_compute_bounds (row, gtk_widget_get_first_child (viewport), &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);

  return G_SOURCE_REMOVE;
}

/**
 * votum_row_reveal:
 * @row: a row in something that scrolls
 *
 * Brings a row into sight, once it has its place.
 */
void
votum_row_reveal (GtkWidget *row)
{
  g_idle_add_full (G_PRIORITY_LOW, reveal_cb, g_object_ref (row), g_object_unref);
}
