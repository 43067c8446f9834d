#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VotumSplit:
 *
 * Content with a pane beside it. Where there is no room for both, the pane lies over the content and is called up by
 * #VotumSplit:show-sidebar.
 *
 * Properties: "sidebar" and "content" (widgets), "sidebar-position" (start or end), "show-sidebar", "collapsed" (read-only),
 * "collapse-below" (a width in px that is too narrow for both, though they would fit).
 */
#define VOTUM_TYPE_SPLIT (votum_split_get_type ())
G_DECLARE_FINAL_TYPE (VotumSplit, votum_split, VOTUM, SPLIT, GtkWidget)

GtkWidget *votum_split_new              (void);
gboolean   votum_split_get_collapsed    (VotumSplit *self);
gboolean   votum_split_get_show_sidebar (VotumSplit *self);
void       votum_split_set_show_sidebar (VotumSplit *self, gboolean show);

void       votum_resize_all             (GtkWidget *widget);

G_END_DECLS
