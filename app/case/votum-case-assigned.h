#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* Who marks whom, where not everybody marks everybody. */

gboolean votum_case_has_assignments    (VotumCase *self);
gboolean votum_case_marks_all          (VotumCase *self, VotumThing *juror);
gboolean votum_case_marks_class        (VotumCase *self, VotumThing *juror, VotumThing *class_thing);
gboolean votum_case_is_assigned        (VotumCase *self, VotumThing *juror, VotumThing *entrant);

gboolean votum_case_assign             (VotumCase *self, VotumThing *juror, VotumThing *entrant, gboolean assigned, GError **error);
gboolean votum_case_assign_class       (VotumCase *self, VotumThing *juror, VotumThing *class_thing, GError **error);
gboolean votum_case_leave_class        (VotumCase *self, VotumThing *juror, VotumThing *class_thing, GError **error);
gboolean votum_case_assign_all         (VotumCase *self, VotumThing *juror, GError **error);
gboolean votum_case_spread             (VotumCase *self, VotumThing *round, guint n_marks, GPtrArray *short_of, GError **error);

/**
 * VotumCoverage:
 * @asked: jurors who are asked to mark the entrant
 * @done: of them, those who have given all their marks
 * @minimum: marks that the rule asks for before there is a result
 *
 * How well an entrant is covered by marks.
 */
typedef struct {
  guint asked;
  guint done;
  guint minimum;
} VotumCoverage;

void     votum_case_coverage           (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumCoverage *coverage);
guint    votum_case_count_uncovered    (VotumCase *self, VotumThing *round);

G_END_DECLS
