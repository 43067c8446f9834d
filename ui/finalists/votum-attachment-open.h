#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* What is done with the files inside a case: looking at them with the system's program, saving a copy, taking files in. */

void     votum_attachment_open   (GtkWidget *parent, VotumDesk *desk, VotumThing *attachment);
void     votum_attachment_save   (GtkWidget *parent, VotumDesk *desk, VotumThing *attachment);
void     votum_attachment_add    (VotumDesk *desk, VotumThing *owner, GSList *files);
GIcon   *votum_attachment_icon   (VotumThing *attachment);

G_END_DECLS
