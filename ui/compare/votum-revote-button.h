#pragma once

#include <adwaita.h>

#include "votum-case-result.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumRevoteButton:
 *
 * Offers a vote among those who share a place, and is not there where nobody does.
 */
#define VOTUM_TYPE_REVOTE_BUTTON (votum_revote_button_get_type ())
G_DECLARE_FINAL_TYPE (VotumRevoteButton, votum_revote_button, VOTUM, REVOTE_BUTTON, AdwBin)

void votum_revote_button_show (VotumRevoteButton *self, VotumDesk *desk, VotumStanding *standing, guint round);

G_END_DECLS
