#pragma once

#include "votum-case-agenda.h"

G_BEGIN_DECLS

/**
 * VotumOpinion:
 * @juror: whose it is
 * @name: what the juror is called: a name, or a letter
 * @recused: whether the juror stands aside and gives no mark
 * @mark: (nullable): the mark as it is now, until the case changes
 * @before: (nullable): the mark in the round before
 * @first: (nullable): the mark as it was when the round was opened, where it has been revised since: "3", or %NULL
 * @reason: (nullable): why it was revised last
 * @alone: whether the mark stands far from all others
 * @notes: (element-type VotumThing): what the juror noted about it, as far as it may be seen
 *
 * What one juror says of a finalist on a criterion.
 */
typedef struct {
  VotumThing      *juror;
  char            *name;
  gboolean         recused;
  const VotumMark *mark;
  const VotumMark *before;
  char            *first;
  char            *reason;
  gboolean         alone;
  GPtrArray       *notes;
} VotumOpinion;

void       votum_opinion_free          (VotumOpinion *self);

GPtrArray *votum_case_point_opinions   (VotumCase *self, VotumThing *point, gboolean anonymous, const char *lang);
gboolean   votum_case_mark_bounds      (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumThing *criterion,
                                        VotumDecimal *lowest, VotumDecimal *highest);
VotumThing *votum_case_find_consensus  (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumThing *criterion);

gboolean   votum_case_revise_mark      (VotumCase *self, const VotumMark *mark, VotumThing *point, const char *reason, GError **error);
gboolean   votum_case_set_consensus    (VotumCase *self, VotumThing *consensus, GError **error);

G_END_DECLS
