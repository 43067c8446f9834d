#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPaperWindow:
 *
 * The second reading of what a juror gave on paper: another person types in what they read without seeing what was typed in
 * before; then what differs is shown, and settled with the paper in hand.
 */
#define VOTUM_TYPE_PAPER_WINDOW (votum_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumPaperWindow, votum_paper_window, VOTUM, PAPER_WINDOW, AdwWindow)

void votum_paper_window_present (GtkWidget *parent, VotumDesk *desk, VotumThing *ballot);

G_END_DECLS
