#pragma once

#include <gtk/gtk.h>

#include "votum-reveal.h"

G_BEGIN_DECLS

/**
 * VotumRevealView:
 *
 * One step of the ceremony, as large as there is room. A screen reader is told each step when it comes.
 */
#define VOTUM_TYPE_REVEAL_VIEW (votum_reveal_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumRevealView, votum_reveal_view, VOTUM, REVEAL_VIEW, GtkWidget)

GtkWidget *votum_reveal_view_new  (VotumReveal *reveal);
void       votum_reveal_view_show (VotumRevealView *self, guint step);

G_END_DECLS
