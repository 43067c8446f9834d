#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_VERDICT_PAGE (votum_verdict_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumVerdictPage, votum_verdict_page, VOTUM, VERDICT_PAGE, VotumStepPage)

G_END_DECLS
