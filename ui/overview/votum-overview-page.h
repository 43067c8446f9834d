#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_OVERVIEW_PAGE (votum_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumOverviewPage, votum_overview_page, VOTUM, OVERVIEW_PAGE, VotumPage)

G_END_DECLS
