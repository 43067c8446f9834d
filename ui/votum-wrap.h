#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumWrap:
 *
 * Its children stand in a line, one after the other, and go on in the next line where there is no room left: for buttons and
 * pills that have to fit a narrow window and large text. Children that expand share what is left of their line.
 */
#define VOTUM_TYPE_WRAP (votum_wrap_get_type ())
G_DECLARE_FINAL_TYPE (VotumWrap, votum_wrap, VOTUM, WRAP, GtkWidget)

#define VOTUM_TYPE_WRAP_LAYOUT (votum_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VotumWrapLayout, votum_wrap_layout, VOTUM, WRAP_LAYOUT, GtkLayoutManager)

GtkWidget *votum_wrap_new (void);

G_END_DECLS
