#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Somebody stands aside: who, from whom, how far, and why. */
#define VOTUM_TYPE_RECUSAL_DIALOG (votum_recusal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VotumRecusalDialog, votum_recusal_dialog, VOTUM, RECUSAL_DIALOG, AdwWindow)

void votum_recusal_dialog_present   (GtkWidget *parent, VotumDesk *desk, VotumThing *juror, VotumThing *entrant);
void votum_recusal_dialog_edit      (GtkWidget *parent, VotumDesk *desk, VotumThing *recusal);
void votum_recusal_dialog_take_back (VotumDesk *desk, VotumThing *recusal);

G_END_DECLS
