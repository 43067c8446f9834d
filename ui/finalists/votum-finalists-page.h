#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_FINALISTS_PAGE (votum_finalists_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistsPage, votum_finalists_page, VOTUM, FINALISTS_PAGE, VotumStepPage)

G_END_DECLS
