#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumRanking:
 * @placed: (element-type VotumThing): those who have a place, the best first
 * @open: (element-type VotumThing): those who have none yet, or of whom nothing was observed
 * @left_out: (element-type VotumThing): those from whom the juror is recused, or whom others mark
 *
 * How a juror has put the entrants of a round in order, where the rule counts places.
 */
typedef struct {
  GPtrArray *placed;
  GPtrArray *open;
  GPtrArray *left_out;
} VotumRanking;

gboolean      votum_case_is_ranked     (VotumCase *self, VotumThing *round, VotumThing *class_thing);
VotumRanking *votum_case_ranking       (VotumCase *self, VotumThing *round, VotumThing *class_thing, VotumThing *juror);
gboolean      votum_case_check_ranking (VotumCase *self, VotumThing *round, VotumThing *class_thing, VotumThing *juror, GError **error);
gboolean      votum_case_place         (VotumCase *self, VotumThing *round, VotumThing *juror, VotumThing *entrant, guint place,
                                        const char *entered_by, GError **error);
void          votum_ranking_free       (VotumRanking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumRanking, votum_ranking_free)

G_END_DECLS
