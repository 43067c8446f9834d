#pragma once

#include "votum-step-page.h"

G_BEGIN_DECLS

/* Where the jury talks: the agenda from the numbers, each point with what the jurors say, the minutes and the decisions. */
#define VOTUM_TYPE_DELIBERATION_PAGE (votum_deliberation_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumDeliberationPage, votum_deliberation_page, VOTUM, DELIBERATION_PAGE, VotumStepPage)

G_END_DECLS
