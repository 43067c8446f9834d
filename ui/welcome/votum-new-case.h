#pragma once

#include "votum-window.h"

G_BEGIN_DECLS

/* The window in which a new case is made from a template. */
#define VOTUM_TYPE_NEW_CASE (votum_new_case_get_type ())
G_DECLARE_FINAL_TYPE (VotumNewCase, votum_new_case, VOTUM, NEW_CASE, AdwWindow)

void votum_new_case_present (VotumWindow *parent);

G_END_DECLS
