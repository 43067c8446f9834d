#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumWhenRow:
 *
 * A field with a time, as a day and a clock time that are typed as people write them, or a day out of a calendar. What was
 * understood stands below in full.
 */
#define VOTUM_TYPE_WHEN_ROW (votum_when_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumWhenRow, votum_when_row, VOTUM, WHEN_ROW, AdwActionRow)

void votum_when_row_bind (VotumWhenRow *self, VotumDesk *desk, VotumThing *thing, guint field);
void votum_when_row_set_usual_day (VotumWhenRow *self, guint field);

G_END_DECLS
