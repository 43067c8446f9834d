#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Where a vote is written down: what it was about, who voted how, what came of it. */
#define VOTUM_TYPE_VOTE_WINDOW (votum_vote_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumVoteWindow, votum_vote_window, VOTUM, VOTE_WINDOW, AdwWindow)

void votum_vote_window_present (GtkWidget *parent, VotumDesk *desk, VotumThing *point);
void votum_vote_window_correct (GtkWidget *parent, VotumDesk *desk, VotumThing *minute);

G_END_DECLS
