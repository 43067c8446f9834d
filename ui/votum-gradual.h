#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumGradual:
 *
 * The items of a model for a widget that makes rows of them: the first few at once, some more with every frame that is drawn.
 * So what is in sight is there in the first frame, however long the rest is.
 */
#define VOTUM_TYPE_GRADUAL (votum_gradual_get_type ())
G_DECLARE_FINAL_TYPE (VotumGradual, votum_gradual, VOTUM, GRADUAL, GObject)

VotumGradual *votum_gradual_new       (GListModel *all, GtkWidget *widget, guint n_rows);
GListModel   *votum_gradual_get_model (VotumGradual *self);
void          votum_gradual_begin     (VotumGradual *self);
void          votum_gradual_reach     (VotumGradual *self, guint position);

G_END_DECLS
