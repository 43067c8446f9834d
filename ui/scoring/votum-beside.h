#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumBeside:
 *
 * Two children beside each other, the first with what room the second leaves; where the first would become too narrow to be
 * read, the second stands below it.
 *
 * Properties: "start" and "end" (widgets).
 */
#define VOTUM_TYPE_BESIDE (votum_beside_get_type ())
G_DECLARE_FINAL_TYPE (VotumBeside, votum_beside, VOTUM, BESIDE, GtkWidget)

GtkWidget *votum_beside_new (GtkWidget *start, GtkWidget *end);

G_END_DECLS
