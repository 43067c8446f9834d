#pragma once

#include <adwaita.h>

#include "votum-badge.h"

G_BEGIN_DECLS

/* A row that says how far something is and leads to where it goes on. */
#define VOTUM_TYPE_OVERVIEW_ROW (votum_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumOverviewRow, votum_overview_row, VOTUM, OVERVIEW_ROW, AdwActionRow)

GtkWidget *votum_overview_row_new       (const char *icon_name);
void       votum_overview_row_set       (VotumOverviewRow *self, const char *title, const char *subtitle);
void       votum_overview_row_set_badge (VotumOverviewRow *self, const char *text, VotumBadgeStyle style);
void       votum_overview_row_set_part  (VotumOverviewRow *self, guint done, guint wanted);

G_END_DECLS
