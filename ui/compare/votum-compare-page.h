#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_COMPARE_PAGE (votum_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumComparePage, votum_compare_page, VOTUM, COMPARE_PAGE, VotumPage)

G_END_DECLS
