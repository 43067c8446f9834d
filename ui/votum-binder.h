#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* Ties a widget in which words are typed (a #GtkTextView or any #GtkEditable) to where they are kept. What is typed is on disk
 * as a draft within a third of a second; when the widget is left it becomes one change of the case, with one entry in the log,
 * and one step to undo. A draft that was left behind by a crash is there again. */

void     votum_binder_bind   (GtkWidget *widget, VotumDesk *desk, VotumThing *thing, guint field, const char *lang);
void     votum_binder_begin  (GtkWidget *widget, VotumDesk *desk, const char *place, const char *initial);
void     votum_binder_unbind (GtkWidget *widget);
gboolean votum_binder_finish (GtkWidget *widget);

const char *votum_binder_place (GtkWidget *widget);
char    *votum_binder_text   (GtkWidget *widget);
void     votum_binder_clear  (GtkWidget *widget);
gboolean votum_binder_is_dirty (GtkWidget *widget);
void     votum_binder_settle (GtkWidget *widget);

G_END_DECLS
