#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* The row at the end of what is being changed: with buttons to move it, where it has a place, and to take it out. */
GtkWidget *votum_part_buttons_new (VotumPart *part, VotumThing *thing, const char *removed);
/* The button in the head of a part that adds to it. */
GtkWidget *votum_part_buttons_add (const char *label, const char *tooltip, GCallback clicked, gpointer data);
void       votum_part_buttons_set_label (GtkWidget *button, const char *label);

G_END_DECLS
