#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* All recusals of the case, by member of the jury or by finalist. */
#define VOTUM_TYPE_RECUSALS_VIEW (votum_recusals_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumRecusalsView, votum_recusals_view, VOTUM, RECUSALS_VIEW, AdwBin)

void votum_recusals_view_set_desk (VotumRecusalsView *self, VotumDesk *desk);

G_END_DECLS
