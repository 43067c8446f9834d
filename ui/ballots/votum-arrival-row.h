#pragma once

#include "votum-ballot-intake.h"

G_BEGIN_DECLS

/* A file that came and has not been taken in: what it is, and what to do. */
#define VOTUM_TYPE_ARRIVAL_ROW (votum_arrival_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumArrivalRow, votum_arrival_row, VOTUM, ARRIVAL_ROW, GtkListBoxRow)

GtkWidget *votum_arrival_row_new (VotumDesk *desk, VotumBallotArrival *arrival);

G_END_DECLS
