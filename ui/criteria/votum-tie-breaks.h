#pragma once

#include <adwaita.h>

#include "votum-rule-draft.h"

G_BEGIN_DECLS

/* What decides between equal results: an ordered list, to be added to and put in another order. */
#define VOTUM_TYPE_TIE_BREAKS (votum_tie_breaks_get_type ())
G_DECLARE_FINAL_TYPE (VotumTieBreaks, votum_tie_breaks, VOTUM, TIE_BREAKS, GtkWidget)

void votum_tie_breaks_set_draft (VotumTieBreaks *self, VotumRuleDraft *draft);

G_END_DECLS
