#pragma once

#include "holder-fixture.h"
#include "votum-case-ballots.h"

/* The fixture's chair and a juror, per, with a copy of their own. */

static inline void
give_mark (VotumCase  *votum_case,
           const char *entrant,
           const char *criterion,
           gint64      value)
{
  g_autoptr(GError) error = NULL;
  VotumMark mark = {
    .round = (gint32) votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_ROUND, "1")),
    .entrant = (gint32) votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_ENTRANT, entrant)),
    .juror = (gint32) votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_JUROR, "per")),
    .criterion = (gint32) votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_CRITERION, criterion)),
    .digits = value,
  };

  votum_case_set_mark (votum_case, &mark, &error);
  g_assert_no_error (error);
}

/* The copy that the chair makes for per, and where per's ballot is to lie; the chair's case is the fixture's. */
static inline VotumCase *
hand_out_to_per (CaseFixture *fixture,
                 char       **ballot)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "per.votum", NULL);
  VotumCase *juror;

  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  *ballot = g_build_filename (fixture->folder, "per.ballot", NULL);
  votum_case_hand_out (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_JUROR, "per"), path, FALSE, NULL, &error);
  g_assert_no_error (error);
  juror = votum_case_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);

  return juror;
}
