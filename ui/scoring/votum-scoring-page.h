#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_SCORING_PAGE (votum_scoring_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumScoringPage, votum_scoring_page, VOTUM, SCORING_PAGE, VotumPage)

G_END_DECLS
