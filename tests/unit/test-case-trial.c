#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-look.h"
#include "votum-case-trial.h"
#include "votum-case-weights.h"
#include "votum-error.h"

/* A case as somebody looks at it: without a juror, only some finalists, other weights; and weights adopted. */

/* Beside the group G of 100 (A 60, B 40), a criterion C of 100; Nordlys is better on A, Fjellvind on B and C. */
static void
fill (CaseFixture *fixture)
{
  VotumDocument *document = case_fixture_award ();
  static const char *const jurors[] = { "ida", "per" };

  small_case_add (document, VOTUM_KIND_CRITERION, "C", "name", "Kanaler", "weight", "100", "position", "2", NULL);
  case_fixture_import (fixture->votum_case, document, "import-award");
  for (guint i = 0; i < G_N_ELEMENTS (jurors); i++)
    {
      case_fixture_must_mark (fixture, "nord", jurors[i], "A", 6);
      case_fixture_must_mark (fixture, "nord", jurors[i], "B", 2);
      case_fixture_must_mark (fixture, "nord", jurors[i], "C", 2 + i);
      case_fixture_must_mark (fixture, "fjel", jurors[i], "A", 3);
      case_fixture_must_mark (fixture, "fjel", jurors[i], "B", 4);
      case_fixture_must_mark (fixture, "fjel", jurors[i], "C", 5);
    }
}

static guint
node_of (VotumTrial *trial,
         const char *key)
{
  for (guint i = 0; i < votum_trial_n_nodes (trial); i++)
    if (g_strcmp0 (votum_thing_get_key (votum_trial_get_thing (trial, i)), key) == 0)
      return i;
  g_assert_not_reached ();
}

static void
weighs (VotumTrial *trial,
        double      g,
        double      a,
        double      b,
        double      c)
{
  g_assert_cmpfloat_with_epsilon (votum_trial_get (trial, node_of (trial, "G")), g, 1e-9);
  g_assert_cmpfloat_with_epsilon (votum_trial_get (trial, node_of (trial, "A")), a, 1e-9);
  g_assert_cmpfloat_with_epsilon (votum_trial_get (trial, node_of (trial, "B")), b, 1e-9);
  g_assert_cmpfloat_with_epsilon (votum_trial_get (trial, node_of (trial, "C")), c, 1e-9);
}

static VotumTrial *
trial_of (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VotumTrial *trial = votum_trial_new (fixture->votum_case, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (trial);

  return trial;
}

static char *
total_of (CaseFixture     *fixture,
          const VotumLook *look,
          const char      *entrant)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStanding) standing = votum_case_look (fixture->votum_case, look, &error);
  guint at;

  g_assert_no_error (error);
  standing->result = votum_standing_work_out (standing, NULL, &error);
  g_assert_no_error (error);
  if (!g_ptr_array_find (standing->entrants, case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, entrant), &at))
    return NULL;

  return votum_result_total (standing->result, 0, at, 2);
}

static void
shares_move (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autoptr(VotumTrial) trial = NULL;
  g_autoptr(GArray) leaves = NULL;

  fill (fixture);
  trial = trial_of (fixture);
  weighs (trial, .5, .3, .2, .5);
  g_assert_false (votum_trial_is_moved (trial));
  g_assert_null (votum_trial_typed (trial));

  /* all others make room in proportion, wherever they hang */
  votum_trial_move (trial, node_of (trial, "A"), .65);
  weighs (trial, .75, .65, .1, .25);
  g_assert_true (votum_trial_is_moved (trial));
  leaves = votum_trial_leaves (trial);
  g_assert_cmpuint (leaves->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (leaves, double, 1), .1, 1e-9);

  votum_trial_reset (trial);
  votum_trial_move (trial, node_of (trial, "G"), .8);
  weighs (trial, .8, .48, .32, .2);

  /* there and back through nothing and through everything */
  votum_trial_move (trial, node_of (trial, "G"), 0);
  weighs (trial, 0, 0, 0, 1);
  votum_trial_move (trial, node_of (trial, "G"), .5);
  weighs (trial, .5, .3, .2, .5);
  g_assert_false (votum_trial_is_moved (trial));
  votum_trial_move (trial, node_of (trial, "A"), 1);
  weighs (trial, 1, 1, 0, 0);
  votum_trial_move (trial, node_of (trial, "A"), .3);
  weighs (trial, .5, .3, .2, .5);
}

static void
results_follow (CaseFixture  *fixture,
                gconstpointer data)
{
  g_autoptr(VotumTrial) trial = NULL;
  g_autoptr(GHashTable) typed = NULL;
  g_autoptr(GPtrArray) some = g_ptr_array_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *without = NULL;

  fill (fixture);
  trial = trial_of (fixture);
  before = total_of (fixture, &(VotumLook) { 0 }, "nord");
  g_assert_cmpstr (before, ==, "3.45");

  votum_trial_move (trial, node_of (trial, "A"), .65);
  typed = votum_trial_typed (trial);
  after = total_of (fixture, &(VotumLook) { .weights = typed }, "nord");
  g_assert_cmpstr (after, ==, "4.73"); /* .65 6 + .1 2 + .25 2.5 = 4.725 */

  g_ptr_array_add (some, case_fixture_thing (fixture, VOTUM_KIND_JUROR, "per"));
  without = total_of (fixture, &(VotumLook) { .without = some }, "nord");
  g_assert_cmpstr (without, ==, "3.20");

  g_ptr_array_set_size (some, 0);
  g_ptr_array_add (some, case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "fjel"));
  g_assert_null (total_of (fixture, &(VotumLook) { .entrants = some }, "nord"));
  g_assert_true (votum_trial_equal (trial, trial));
}

static void
adopted (CaseFixture  *fixture,
         gconstpointer data)
{
  g_autoptr(VotumTrial) trial = NULL;
  g_autoptr(VotumTrial) later = NULL;
  g_autoptr(GError) error = NULL;
  VotumDecimal weight;

  fill (fixture);
  trial = trial_of (fixture);
  votum_trial_move (trial, node_of (trial, "A"), 1 / 3.0);

  /* the first mark has locked them */
  g_assert_false (votum_trial_adopt (trial, fixture->votum_case, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_true (votum_trial_adopt (trial, fixture->votum_case, "agreed", &error));
  g_assert_no_error (error);
  /* 0.52381 and 0.47619 of 200; 63.6364 and 36.3636 of 100 */
  votum_thing_get_decimal (case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "G"), VOTUM_CRITERION_WEIGHT, &weight);
  g_assert_cmpfloat_with_epsilon (votum_decimal_to_double (weight), 104.8, 1e-9);
  votum_thing_get_decimal (case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "C"), VOTUM_CRITERION_WEIGHT, &weight);
  g_assert_cmpfloat_with_epsilon (votum_decimal_to_double (weight), 95.2, 1e-9);
  votum_thing_get_decimal (case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A"), VOTUM_CRITERION_WEIGHT, &weight);
  g_assert_cmpfloat_with_epsilon (votum_decimal_to_double (weight), 63.6, 1e-9);
  later = trial_of (fixture);
  g_assert_false (votum_trial_equal (trial, later));

  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_no_error (error);
  g_clear_pointer (&later, votum_trial_unref);
  later = trial_of (fixture);
  weighs (later, .5, .3, .2, .5);
}

static void
points (CaseFixture  *fixture,
        gconstpointer data)
{
  g_autoptr(VotumTrial) trial = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) criteria = g_ptr_array_new ();
  g_autoptr(GArray) weights = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));

  fill (fixture);
  votum_case_edit (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_RULE, "r"), VOTUM_RULE_WEIGHTING, "factors", "test", &error);
  g_assert_no_error (error);
  trial = trial_of (fixture);
  g_assert_true (votum_trial_is_points (trial));
  g_assert_false (votum_trial_can_move (trial, node_of (trial, "G")));
  weighs (trial, 100, 60, 40, 100);
  votum_trial_move (trial, node_of (trial, "A"), 75);
  weighs (trial, 115, 75, 40, 100);
  votum_trial_round (trial, criteria, weights);
  g_assert_cmpuint (criteria->len, ==, 1);
  g_assert_cmpint (g_array_index (weights, VotumDecimal, 0).digits, ==, 75);
}

/* Jurors by letters: the same marks, and no name left. */
static void
veiled (CaseFixture  *fixture,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumStanding) letters = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
  letters = votum_standing_veiled (standing, fixture->votum_case, "nb");
  g_assert_cmpuint (letters->jurors->len, ==, standing->jurors->len);
  for (guint i = 0; i < letters->jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (letters->jurors, i);

      g_assert_true (g_str_has_prefix (votum_thing_get_text (juror, VOTUM_JUROR_NAME), "Jurymedlem "));
      g_assert_cmpint (votum_thing_get_id (juror), ==, votum_thing_get_id (g_ptr_array_index (standing->jurors, i)));
    }
  before = votum_result_total (standing->result, 0, 0, 2);
  after = votum_result_total (letters->result, 0, 0, 2);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (votum_thing_get_text (case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida"), VOTUM_JUROR_NAME), ==, "Ida Berg");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  case_fixture_add ("/trial/shares", shares_move);
  case_fixture_add ("/trial/results", results_follow);
  case_fixture_add ("/trial/adopted", adopted);
  case_fixture_add ("/trial/points", points);
  case_fixture_add ("/trial/veiled", veiled);

  return g_test_run ();
}
