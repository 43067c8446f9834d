#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Out of the race and back into it, each with a reason that the log keeps. */

void votum_finalist_status_withdraw   (GtkWidget *parent, VotumDesk *desk, VotumThing *entrant);
void votum_finalist_status_disqualify (GtkWidget *parent, VotumDesk *desk, VotumThing *entrant);
void votum_finalist_status_reinstate  (GtkWidget *parent, VotumDesk *desk, VotumThing *entrant);

G_END_DECLS
