#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_CRITERIA_PAGE (votum_criteria_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumCriteriaPage, votum_criteria_page, VOTUM, CRITERIA_PAGE, VotumStepPage)

G_END_DECLS
