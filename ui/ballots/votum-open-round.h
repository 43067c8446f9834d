#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

void votum_open_round_ask (GtkWidget *parent, VotumDesk *desk, VotumThing *round);

G_END_DECLS
