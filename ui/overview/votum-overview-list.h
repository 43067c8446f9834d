#pragma once

#include <adwaita.h>

#include "votum-overview-row.h"
#include "votum-thing.h"

G_BEGIN_DECLS

/**
 * VotumOverviewList:
 *
 * A heading with a row for each of some things. Rows are kept as long as the things stay the same.
 *
 * Signal: "chosen" (VotumThing).
 */
#define VOTUM_TYPE_OVERVIEW_LIST (votum_overview_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumOverviewList, votum_overview_list, VOTUM, OVERVIEW_LIST, AdwBin)

/**
 * VotumOverviewFill:
 * @row: a row
 * @thing: what it stands for
 * @data: what was given with the function
 *
 * Says in @row how it stands with @thing.
 */
typedef void (*VotumOverviewFill) (VotumOverviewRow *row, VotumThing *thing, gpointer data);

void votum_overview_list_set_title (VotumOverviewList *self, const char *title);
void votum_overview_list_show      (VotumOverviewList *self, GPtrArray *things, VotumOverviewFill fill, gpointer data);

G_END_DECLS
