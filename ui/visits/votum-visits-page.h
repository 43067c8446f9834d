#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_VISITS_PAGE (votum_visits_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumVisitsPage, votum_visits_page, VOTUM, VISITS_PAGE, VotumPage)

G_END_DECLS
