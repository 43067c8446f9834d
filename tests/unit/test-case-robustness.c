#include "votum-config.h"

#include <math.h>

#include "holder-fixture.h"
#include "votum-case-robustness.h"

/* How sure the order of a case is, and what of it a juror's copy may know. */

static void
fill (CaseFixture *fixture)
{
  static const char *const jurors[] = { "ida", "per" };

  for (guint i = 0; i < G_N_ELEMENTS (jurors); i++)
    {
      case_fixture_must_mark (fixture, "nord", jurors[i], "A", 5 - 2 * i);
      case_fixture_must_mark (fixture, "nord", jurors[i], "B", 2);
      case_fixture_must_mark (fixture, "fjel", jurors[i], "A", 3);
      case_fixture_must_mark (fixture, "fjel", jurors[i], "B", 3);
    }
}

static VotumRobustness *
robustness_of (VotumStanding          *standing,
               VotumRobustnessOptions *options)
{
  g_autoptr(GError) error = NULL;
  VotumRobustness *robustness = votum_standing_robustness (standing, 0, options, &error);

  g_assert_no_error (error);

  return robustness;
}

/* Nordlys 4 and 2, Fjellvind 3 and 3: 3.2 against 3; level when A has half. */
static void
test_figures (CaseFixture  *fixture,
              gconstpointer data)
{
  VotumRobustnessOptions options = { .n_draws = 20000, .seed = 2 };
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumRobustness) robustness = NULL;
  const VotumRobustEntrant *first, *second;
  const VotumRobustWithout *without;

  fill (fixture);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, NULL);
  robustness = robustness_of (standing, &options);
  g_assert_null (robustness->no_weights);
  g_assert_null (robustness->no_juries);
  g_assert_cmpuint (robustness->n_ranked, ==, 2);
  first = votum_robustness_leader (robustness);
  second = g_ptr_array_index (robustness->entrants, 1);
  g_assert_cmpstr (votum_thing_get_key (first->thing), ==, "nord");
  g_assert_null (first->change);
  g_assert_cmpfloat_with_epsilon (first->ranks[0], 0.5, 0.012);
  g_assert_cmpfloat (first->kept_first, ==, 1);
  g_assert_cmpfloat_with_epsilon (second->ranks[1], first->ranks[0], 1e-12);
  g_assert_cmpint (robustness->nearest, ==, 1);
  g_assert_cmpfloat_with_epsilon (second->change->moved, 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (second->change->weights[0], 0.5, 1e-9);

  /* the group has all the weight and can't move */
  g_assert_cmpuint (robustness->criteria->len, ==, 2);
  /* Ida twice: 3.8 against 3; Per twice: 2.6 against 3; both, twice as often: 3.2 */
  g_assert_true (robustness->juries->exact);
  g_assert_cmpfloat_with_epsilon (first->juries[0], 0.75, 1e-12);
  g_assert_true (first->likely_first > 0.5 && first->likely_first < 1);
  g_assert_cmpuint (robustness->without_juror->len, ==, 2);
  without = g_ptr_array_index (robustness->without_juror, 0);
  g_assert_true (without->other_first);
  g_assert_cmpuint (without->swaps->len, ==, 1);
  without = g_ptr_array_index (robustness->without_juror, 1);
  g_assert_false (without->other_first);
  g_assert_cmpuint (robustness->without_entrant->len, ==, 0);
}

/* In a juror's copy: of the own marks alone, and nothing about the jury. */
static void
test_own (CaseFixture  *fixture,
          gconstpointer data)
{
  VotumRobustnessOptions options = { .n_draws = 1000, .seed = 2 };
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumRobustness) robustness = NULL;

  fill (fixture);
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, NULL);
  g_assert_true (standing->own_only);
  robustness = robustness_of (standing, &options);
  g_assert_nonnull (robustness->no_juries);
  g_assert_null (robustness->juries);
  g_assert_cmpuint (robustness->without_juror->len, ==, 0);
  g_assert_cmpstr (votum_thing_get_key (votum_robustness_leader (robustness)->thing), ==, "fjel");
  g_assert_true (isnan (votum_robustness_leader (robustness)->likely_first));
}

static void
test_stopped (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const VotumWork work = { .cancellable = cancellable };
  VotumRobustnessOptions options = { .seed = 2, .work = &work };
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GError) error = NULL;

  fill (fixture);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (votum_standing_robustness (standing, 0, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_nothing (CaseFixture  *fixture,
              gconstpointer data)
{
  VotumRobustnessOptions options = { .seed = 2 };
  g_autoptr(VotumStanding) standing = votum_case_compute (fixture->votum_case, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (votum_standing_robustness (standing, 0, &options, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  case_fixture_add ("/case-robustness/figures", test_figures);
  case_fixture_add ("/case-robustness/own", test_own);
  case_fixture_add ("/case-robustness/stopped", test_stopped);
  case_fixture_add ("/case-robustness/nothing", test_nothing);
  return g_test_run ();
}
