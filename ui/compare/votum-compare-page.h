#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_COMPARE_PAGE (votum_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumComparePage, votum_compare_page, VOTUM, COMPARE_PAGE, VotumStepPage)

G_END_DECLS
