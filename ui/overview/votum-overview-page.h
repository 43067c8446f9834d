#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_OVERVIEW_PAGE (votum_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumOverviewPage, votum_overview_page, VOTUM, OVERVIEW_PAGE, VotumStepPage)

G_END_DECLS
