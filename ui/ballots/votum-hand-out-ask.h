#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

void votum_hand_out_ask_one   (GtkWidget *parent, VotumDesk *desk, VotumThing *juror);
void votum_hand_out_ask_lost  (GtkWidget *parent, VotumDesk *desk, VotumThing *juror);
void votum_hand_out_ask_all   (GtkWidget *parent, VotumDesk *desk);
void votum_hand_out_ask_these (GtkWidget *parent, VotumDesk *desk, GPtrArray *jurors);
void votum_hand_out_show_mail (GtkWidget *parent, VotumDesk *desk, VotumThing *juror);

G_END_DECLS
