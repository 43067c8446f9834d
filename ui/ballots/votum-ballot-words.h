#pragma once

#include "votum-badge.h"
#include "votum-ballot-arrival.h"
#include "votum-case-ballots.h"
#include "votum-case-progress.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumBallotWords:
 * @badge: in a word or two
 * @style: how the badge looks
 * @line: what there is to know
 * @problem: (nullable): what is wrong, and what to do about it
 * @older: whether the juror's copy is older than the case
 *
 * How far a juror has come in a round, as it is told.
 */
typedef struct {
  char            *badge;
  VotumBadgeStyle  style;
  char            *line;
  char            *problem;
  gboolean         older;
} VotumBallotWords;

void     votum_ballot_words         (VotumDesk *desk, const VotumBallotStanding *standing, VotumBallotWords *words);
void     votum_ballot_words_clear   (VotumBallotWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VotumBallotWords, votum_ballot_words_clear)

gboolean votum_ballot_is_in         (VotumDesk *desk, const VotumBallotStanding *standing);
gboolean votum_ballot_is_part       (VotumDesk *desk, const VotumBallotStanding *standing, VotumTally *tally);
char    *votum_ballot_short_receipt (const char *receipt);
char    *votum_arrival_heading      (VotumDesk *desk, VotumBallotArrival *arrival);
char    *votum_arrival_line         (VotumDesk *desk, VotumBallotArrival *arrival);
char    *votum_ballots_summary      (VotumDesk *desk, VotumThing *round);
char    *votum_ballots_state        (VotumDesk *desk, VotumThing *round);

G_END_DECLS
