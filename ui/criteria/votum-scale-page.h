#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* The scales: which marks there are, how they look to a juror, and what they mean. */
#define VOTUM_TYPE_SCALE_PAGE (votum_scale_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumScalePage, votum_scale_page, VOTUM, SCALE_PAGE, GtkWidget)

void votum_scale_page_set_editor (VotumScalePage *self, VotumCriteriaEditor *editor);

G_END_DECLS
