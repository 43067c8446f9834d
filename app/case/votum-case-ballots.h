#pragma once

#include "votum-case-import.h"

G_BEGIN_DECLS

/* The way of a ballot: a case is handed out to a juror, who hands in; the chair takes in, and opens all of a round at once. */

/* ---- handing out ---- */

gboolean    votum_case_hand_out        (VotumCase *self, VotumThing *juror, const char *path, gboolean anew, GPtrArray *remarks, GError **error);
gboolean    votum_case_take_hand_out   (VotumCase *self, const char *path, GError **error);
VotumImport *votum_case_plan_hand_out  (VotumCase *self, VotumCase *later, GError **error);
gboolean    votum_case_bring_hand_out  (VotumCase *self, VotumCase *later, VotumImport *plan, const char *name, GError **error);
VotumThing *votum_case_get_hand_out    (VotumCase *self, VotumThing *juror);
gboolean    votum_case_was_handed_out  (VotumCase *self);
VotumThing *votum_case_get_recipient   (VotumCase *self);
GPtrArray  *votum_case_hand_out_news   (VotumCase *self, VotumThing *juror, const char *lang);
char       *votum_case_hand_out_name   (VotumThing *juror);
char       *votum_case_hand_out_file   (VotumCase *self, VotumThing *juror, gboolean next);
char       *votum_case_hand_out_mail   (VotumCase *self, VotumThing *juror, const char *file, const char *lang);

/* ---- handing in ---- */

/**
 * VotumHandInSummary:
 * @wanted: marks that are asked for
 * @given: marks that are given
 * @not_observed: of them, those that say that nothing was observed
 * @recused: finalists that the juror is recused from
 * @reasons_missing: marks that changed so much since the round before that the rule asks for a reason
 * @comments_missing: marks without the comment that the rule asks for; as long as there are any, nothing is handed in
 * @notes: notes that go with the ballot, since they are not the juror's alone
 * @number: which ballot of this round it will be
 *
 * What a juror is about to hand in.
 */
typedef struct {
  guint wanted;
  guint given;
  guint not_observed;
  guint recused;
  guint reasons_missing;
  guint comments_missing;
  guint notes;
  guint number;
} VotumHandInSummary;

gboolean    votum_case_sum_up_hand_in  (VotumCase *self, VotumThing *round, VotumHandInSummary *summary, GError **error);
char       *votum_case_hand_in         (VotumCase *self, VotumThing *round, const char *path, const char *passphrase, GError **error);

/* ---- taking in and opening ---- */

VotumThing *votum_case_take_in         (VotumCase *self, const char *path, const char *passphrase, const char *late_reason, GError **error);
VotumThing *votum_case_sealed_ballot   (VotumCase *self, VotumThing *juror);
gboolean    votum_case_set_aside       (VotumCase *self, VotumThing *ballot, const char *reason, GError **error);
gboolean    votum_case_open_round      (VotumCase *self, VotumThing *round, const char *passphrase, GError **error);

/**
 * VotumBallotStanding:
 * @juror: who gives marks
 * @round: the round
 * @hand_out: (nullable): the latest copy of the case that was made for the juror
 * @ballot: (nullable): the latest ballot of the juror in the round
 * @set_aside: (nullable): instead of that, the latest one that was set aside, where none has come since
 * @n_ballots: how many there have been
 * @n_marks: marks of the juror in the round that are in the case, where that may be told: 0 else
 * @outdated: whether the criteria have changed since the ballot
 *
 * How far a juror has come in a round.
 */
typedef struct {
  VotumThing *juror;
  VotumThing *round;
  VotumThing *hand_out;
  VotumThing *ballot;
  VotumThing *set_aside;
  guint       n_ballots;
  guint       n_marks;
  gboolean    outdated;
} VotumBallotStanding;

GArray     *votum_case_list_ballots    (VotumCase *self, VotumThing *round);
char       *votum_case_criteria_digest (VotumCase *self);

G_END_DECLS
