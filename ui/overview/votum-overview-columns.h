#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumOverviewColumns:
 *
 * Its two children stand beside each other, each with half of the room, where there is enough to read; else one above the other.
 * Long words in one of them wrap, and do not decide it.
 */
#define VOTUM_TYPE_OVERVIEW_COLUMNS (votum_overview_columns_get_type ())
G_DECLARE_FINAL_TYPE (VotumOverviewColumns, votum_overview_columns, VOTUM, OVERVIEW_COLUMNS, GtkWidget)

G_END_DECLS
