#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_FINALISTS_PAGE (votum_finalists_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistsPage, votum_finalists_page, VOTUM, FINALISTS_PAGE, VotumPage)

G_END_DECLS
