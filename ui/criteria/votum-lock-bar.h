#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* Says that marking has locked what is below, and unlocks it for a reason. */
#define VOTUM_TYPE_LOCK_BAR (votum_lock_bar_get_type ())
G_DECLARE_FINAL_TYPE (VotumLockBar, votum_lock_bar, VOTUM, LOCK_BAR, GtkWidget)

void votum_lock_bar_set_editor (VotumLockBar *self, VotumCriteriaEditor *editor);

G_END_DECLS
