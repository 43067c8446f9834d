#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumFinalistList:
 *
 * The finalists of the round with how far their marks have come, and a search among them.
 *
 * Signals: "chosen" (entrant), "activated".
 */
#define VOTUM_TYPE_FINALIST_LIST (votum_finalist_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistList, votum_finalist_list, VOTUM, FINALIST_LIST, GtkWidget)

void     votum_finalist_list_set_sheet (VotumFinalistList *self, VotumScoringSheet *sheet);
void     votum_finalist_list_choose    (VotumFinalistList *self, VotumThing *entrant);
void     votum_finalist_list_refresh   (VotumFinalistList *self);
gboolean votum_finalist_list_step      (VotumFinalistList *self, int step);
gboolean votum_finalist_list_search    (VotumFinalistList *self);

G_END_DECLS
