#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_VISITS_PAGE (votum_visits_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumVisitsPage, votum_visits_page, VOTUM, VISITS_PAGE, VotumStepPage)

G_END_DECLS
