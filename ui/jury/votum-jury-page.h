#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_JURY_PAGE (votum_jury_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumJuryPage, votum_jury_page, VOTUM, JURY_PAGE, VotumStepPage)

G_END_DECLS
