#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* Marks that a juror gave on paper. They are typed in as any mark that is typed in for somebody else; a ballot in the case says that
 * they are all of the juror's in the round. They stay out of every result until the round is opened. */

VotumThing *votum_case_get_paper       (VotumCase *self, VotumThing *juror, VotumThing *round);
VotumThing *votum_case_begin_paper     (VotumCase *self, VotumThing *juror, VotumThing *round, GError **error);
gboolean    votum_case_drop_paper      (VotumCase *self, VotumThing *ballot, GError **error);

/**
 * VotumPaperDifference:
 * @entrant: the finalist
 * @criterion: the criterion
 * @first: (nullable): the mark as it was typed in; %NULL: there is none
 * @second: (nullable): the mark as it was read the second time; %NULL: there is none
 *
 * Where two who read the same paper did not read the same. Marks live as long as the collections they are in do not change.
 */
typedef struct {
  VotumThing      *entrant;
  VotumThing      *criterion;
  const VotumMark *first;
  const VotumMark *second;
} VotumPaperDifference;

gboolean    votum_case_paper_needs_reading (VotumCase *self, VotumThing *ballot);
gboolean    votum_case_may_read_paper  (VotumCase *self, VotumThing *ballot, const char *reader, GError **error);
GArray     *votum_case_compare_paper   (VotumCase *self, VotumThing *ballot, const VotumMarks *second);
gboolean    votum_case_confirm_paper   (VotumCase *self, VotumThing *ballot, const VotumMarks *second, const char *reader, GError **error);

G_END_DECLS
