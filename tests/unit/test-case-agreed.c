#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-edit.h"
#include "votum-case-result.h"
#include "votum-error.h"

/* A mark that the panel agrees on: where it may stand, what it does to the result. */

static VotumThing *
new_consensus (CaseFixture *fixture,
               const char  *criterion,
               const char  *value,
               const char  *reason)
{
  VotumThing *consensus = votum_thing_new (VOTUM_KIND_CONSENSUS);

  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_ROUND, case_fixture_id (fixture, VOTUM_KIND_ROUND, "1"));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_CRITERION, case_fixture_id (fixture, VOTUM_KIND_CRITERION, criterion));
  g_assert_true (votum_thing_set_from_text (consensus, VOTUM_CONSENSUS_VALUE, value, NULL));
  g_assert_true (votum_thing_set_from_text (consensus, VOTUM_CONSENSUS_REASON, reason, NULL));

  return consensus;
}

static void
assert_refused (CaseFixture *fixture,
                const char  *criterion,
                const char  *value,
                const char  *reason,
                const char  *said)
{
  g_autoptr(VotumThing) consensus = new_consensus (fixture, criterion, value, reason);
  g_autoptr(GError) error = NULL;

  g_assert_false (votum_case_add (fixture->votum_case, consensus, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, said));
}

static void
agree (CaseFixture *fixture,
       const char  *criterion,
       const char  *value,
       const char  *reason)
{
  g_autoptr(VotumThing) consensus = new_consensus (fixture, criterion, value, reason);
  g_autoptr(GError) error = NULL;

  votum_case_add (fixture->votum_case, consensus, &error);
  g_assert_no_error (error);
}

static char *
total_of (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStanding) standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);

  g_assert_no_error (error);

  return votum_result_total (standing->result, 0, 0, 2);
}

static void
fill (CaseFixture *fixture)
{
  case_fixture_must_mark (fixture, "nord", "ida", "A", 3);
  case_fixture_must_mark (fixture, "nord", "per", "A", 5);
  case_fixture_must_mark (fixture, "nord", "ida", "B", 4);
  case_fixture_must_mark (fixture, "nord", "per", "B", 4);
}

static void
test_bounds (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  fill (fixture);
  before = total_of (fixture);
  g_assert_cmpstr (before, ==, "4.00");
  assert_refused (fixture, "A", "6", NULL, "from 3 to 5");
  assert_refused (fixture, "A", "7", "A reason", "from 1 to 6");
  assert_refused (fixture, "G", "4", NULL, "“G” is not a criterion");
  agree (fixture, "A", "4.5", NULL);
  assert_refused (fixture, "A", "4", NULL, "already");
  after = total_of (fixture);
  g_assert_cmpstr (after, ==, "4.30");
  agree (fixture, "B", "6", "All of us heard it on the visit");

  g_assert_true (votum_case_undo (fixture->votum_case, NULL));
  g_assert_true (votum_case_undo (fixture->votum_case, NULL));
  undone = total_of (fixture);
  g_assert_cmpstr (undone, ==, "4.00");
}

static void
test_sealed (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumThing *round = case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1");
  g_autoptr(GError) error = NULL;

  fill (fixture);
  g_assert_true (votum_case_edit (fixture->votum_case, round, VOTUM_ROUND_STATE, "sealed", NULL, &error));
  assert_refused (fixture, "A", "4", NULL, "is sealed");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case-agreed/bounds", test_bounds);
  case_fixture_add ("/case-agreed/sealed", test_sealed);

  return g_test_run ();
}
