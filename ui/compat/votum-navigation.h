#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VotumNavigation:
 *
 * A list and what is chosen in it, side by side; where there is no room for both, one after the other, with a way back at
 * the top of the content.
 *
 * Properties: "list" and "content" (widgets), "collapsed" (read-only), "show-content".
 */
#define VOTUM_TYPE_NAVIGATION (votum_navigation_get_type ())
G_DECLARE_FINAL_TYPE (VotumNavigation, votum_navigation, VOTUM, NAVIGATION, GtkWidget)

GtkWidget *votum_navigation_new              (void);
gboolean   votum_navigation_get_collapsed    (VotumNavigation *self);
void       votum_navigation_set_show_content (VotumNavigation *self, gboolean show);

G_END_DECLS
