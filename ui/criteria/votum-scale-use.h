#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* Who uses which scale. */

VotumThing *votum_scale_in_use   (VotumCriteriaEditor *editor);
gboolean    votum_scale_is_own   (VotumCriteriaEditor *editor);
char       *votum_scale_used_by  (VotumCriteriaEditor *editor, VotumThing *scale);
gboolean    votum_scale_make_own (VotumCriteriaEditor *editor);
gboolean    votum_scale_drop_own (VotumCriteriaEditor *editor);

G_END_DECLS
