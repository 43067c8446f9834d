#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumHolderPage:
 *
 * Asks whose copy of the case this is: before work begins, and when it is handed over.
 *
 * Signals: "done" (somebody was named, or all stays as it was), "look" (nobody wants to be named).
 */
#define VOTUM_TYPE_HOLDER_PAGE (votum_holder_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumHolderPage, votum_holder_page, VOTUM, HOLDER_PAGE, AdwBin)

void votum_holder_page_ask (VotumHolderPage *self, VotumDesk *desk);

G_END_DECLS
