#pragma once

#include "votum-case-progress.h"
#include "votum-scoring-item.h"

G_BEGIN_DECLS

/**
 * VotumScoringSheet:
 *
 * The marks of one juror in one round, as the page for scoring works at them: whom and what there is to mark, what is marked,
 * and the commands that change it. It keeps up with the case.
 *
 * Signals: "rebuilt" (round, juror, finalists or criteria have changed), "marked" (entrant, criterion; both %NULL where many
 * marks have changed), "evidence" (notes, submissions or measures have changed).
 */
#define VOTUM_TYPE_SCORING_SHEET (votum_scoring_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VotumScoringSheet, votum_scoring_sheet, VOTUM, SCORING_SHEET, GObject)

VotumScoringSheet *votum_scoring_sheet_new          (VotumDesk *desk);

VotumDesk         *votum_scoring_sheet_get_desk     (VotumScoringSheet *self);
VotumCase         *votum_scoring_sheet_get_case     (VotumScoringSheet *self);
VotumThing        *votum_scoring_sheet_get_round    (VotumScoringSheet *self);
void               votum_scoring_sheet_set_round    (VotumScoringSheet *self, VotumThing *round);
VotumThing        *votum_scoring_sheet_get_juror    (VotumScoringSheet *self);
void               votum_scoring_sheet_choose_juror (VotumScoringSheet *self, VotumThing *juror);
void               votum_scoring_sheet_set_juror    (VotumScoringSheet *self, VotumThing *juror);
gboolean           votum_scoring_sheet_is_own       (VotumScoringSheet *self);
const char        *votum_scoring_sheet_typist       (VotumScoringSheet *self);

GListModel        *votum_scoring_sheet_get_rounds   (VotumScoringSheet *self);
GListModel        *votum_scoring_sheet_get_jurors   (VotumScoringSheet *self);
GListModel        *votum_scoring_sheet_get_entrants (VotumScoringSheet *self);
GPtrArray         *votum_scoring_sheet_get_items    (VotumScoringSheet *self, VotumThing *entrant);
VotumScoringItem  *votum_scoring_sheet_find_item    (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion);

const VotumMark   *votum_scoring_sheet_get_mark     (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion);
const VotumMark   *votum_scoring_sheet_get_before   (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion);
VotumMark          votum_scoring_sheet_place        (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion);
gboolean           votum_scoring_sheet_wants_reason (VotumScoringSheet *self, VotumThing *entrant, VotumThing *criterion);
gboolean           votum_scoring_sheet_has_before   (VotumScoringSheet *self, VotumThing *entrant);
void               votum_scoring_sheet_tally        (VotumScoringSheet *self, VotumThing *entrant, VotumTally *tally);
char              *votum_scoring_sheet_total        (VotumScoringSheet *self, VotumThing *entrant);

G_END_DECLS
