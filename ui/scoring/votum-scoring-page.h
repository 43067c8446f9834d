#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_SCORING_PAGE (votum_scoring_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumScoringPage, votum_scoring_page, VOTUM, SCORING_PAGE, VotumStepPage)

G_END_DECLS
