#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A case file that was worked in before. Nothing here opens it. */
#define VOTUM_TYPE_RECENT_CASE (votum_recent_case_get_type ())
G_DECLARE_FINAL_TYPE (VotumRecentCase, votum_recent_case, VOTUM, RECENT_CASE, GObject)

VotumRecentCase *votum_recent_case_new       (GFile *file);
GFile           *votum_recent_case_get_file  (VotumRecentCase *self);
char            *votum_recent_case_get_place (VotumRecentCase *self);
gint64           votum_recent_case_get_time  (VotumRecentCase *self);
void             votum_recent_case_set_time  (VotumRecentCase *self, gint64 time);
char            *votum_recent_case_when      (VotumRecentCase *self);

G_END_DECLS
