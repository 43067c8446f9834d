#pragma once

#include "votum-window.h"

G_BEGIN_DECLS

/* A later hand-out that somebody opens by itself: it is offered to go into the case that they work in. */

void votum_later_offer       (VotumWindow *window);
void votum_later_offer_taken (VotumWindow *window);

G_END_DECLS
