#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

/* The chair's and the secretary's: the case goes out to jurors, and their sealed ballots come in and are opened. */
#define VOTUM_TYPE_BALLOTS_PAGE (votum_ballots_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumBallotsPage, votum_ballots_page, VOTUM, BALLOTS_PAGE, VotumStepPage)

G_END_DECLS
