#pragma once

#include <adwaita.h>

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumMarkList:
 *
 * The criteria of one finalist, a row each. Every key that gives a mark is answered here.
 *
 * Signals: "chosen" (criterion, nullable), "preview" (criterion, value; %NULL when none is looked at any more).
 */
#define VOTUM_TYPE_MARK_LIST (votum_mark_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumMarkList, votum_mark_list, VOTUM, MARK_LIST, AdwBin)

void        votum_mark_list_set_sheet     (VotumMarkList *self, VotumScoringSheet *sheet);
void        votum_mark_list_set_entrant   (VotumMarkList *self, VotumThing *entrant);
VotumThing *votum_mark_list_get_criterion (VotumMarkList *self);
gboolean    votum_mark_list_was_entered   (VotumMarkList *self);
void        votum_mark_list_choose        (VotumMarkList *self, VotumThing *criterion, gboolean focus);
gboolean    votum_mark_list_grab          (VotumMarkList *self);
gboolean    votum_mark_list_finish        (VotumMarkList *self);
void        votum_mark_list_open_comment  (VotumMarkList *self);

G_END_DECLS
