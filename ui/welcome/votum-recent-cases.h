#pragma once

#include "votum-recent-case.h"

G_BEGIN_DECLS

/* The cases that were worked in before and are still there, the latest first: a list model that follows the desktop's list. */
#define VOTUM_TYPE_RECENT_CASES (votum_recent_cases_get_type ())
G_DECLARE_FINAL_TYPE (VotumRecentCases, votum_recent_cases, VOTUM, RECENT_CASES, GObject)

VotumRecentCases *votum_recent_cases_new       (void);
GListModel       *votum_recent_cases_get_model (VotumRecentCases *self);
void              votum_recent_cases_add       (GFile *file);
void              votum_recent_cases_remove    (GFile *file);

G_END_DECLS
