#include "votum-config.h"

#include "case-fixture.h"
#include "refcase.h"
#include "votum-case-edit.h"
#include "votum-case-example.h"
#include "votum-case-holder.h"
#include "votum-case-lock.h"
#include "votum-case-weights.h"
#include "votum-error.h"

/* What a rule does to one finalist's marks, step by step, and what criteria weigh. */

static void
set_rule (CaseFixture *fixture,
          guint        field,
          const char  *text)
{
  g_autoptr(GError) error = NULL;

  votum_case_edit (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_RULE, "r"), field, text, "test", &error);
  g_assert_no_error (error);
}

static VotumRule *
rule_of (CaseFixture *fixture)
{
  return votum_case_get_rule (fixture->votum_case, NULL);
}

static VotumExampleLeaf *
leaf_of (VotumExample *example,
         guint         round,
         guint         leaf)
{
  return g_ptr_array_index (((VotumExampleRound *) g_ptr_array_index (example->rounds, round))->leaves, leaf);
}

static void
add_juror (CaseFixture *fixture,
           const char  *key)
{
  g_autoptr(VotumThing) juror = votum_thing_new (VOTUM_KIND_JUROR);
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (juror, key);
  votum_thing_set_from_text (juror, VOTUM_JUROR_NAME, key, NULL);
  votum_case_add (fixture->votum_case, juror, &error);
  g_assert_no_error (error);
}

static void
mark_all (CaseFixture *fixture)
{
  static const int marks[][2] = { { 6, 4 }, { 5, 4 }, { 1, 5 } };
  static const char *const jurors[] = { "ida", "per", "kai" };

  add_juror (fixture, "kai");
  for (guint i = 0; i < G_N_ELEMENTS (jurors); i++)
    {
      case_fixture_must_mark (fixture, "nord", jurors[i], "A", marks[i][0]);
      case_fixture_must_mark (fixture, "nord", jurors[i], "B", marks[i][1]);
    }
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 3);
}

static void
test_steps (CaseFixture  *fixture,
            gconstpointer data)
{
  g_autoptr(GPtrArray) entrants = NULL;
  g_autoptr(VotumExample) example = NULL;
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GError) error = NULL;
  VotumExampleRound *round;
  VotumExampleLeaf *leaf;
  g_autofree char *total = NULL;

  g_assert_false (votum_case_is_locked (fixture->votum_case));
  mark_all (fixture);
  g_assert_true (votum_case_is_locked (fixture->votum_case));
  g_assert_nonnull (votum_case_locked_since (fixture->votum_case));
  set_rule (fixture, VOTUM_RULE_MARGINS, "1");
  set_rule (fixture, VOTUM_RULE_CORRECTION, "clip");
  set_rule (fixture, VOTUM_RULE_ROUND_MARK, "2");
  set_rule (fixture, VOTUM_RULE_ROUND_PANEL, "1");

  entrants = votum_case_example_entrants (fixture->votum_case, NULL);
  g_assert_cmpuint (entrants->len, ==, 2);
  g_assert_true (g_ptr_array_index (entrants, 0) == case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord"));
  example = votum_case_example (fixture->votum_case, NULL, g_ptr_array_index (entrants, 0), rule_of (fixture), &error);
  g_assert_no_error (error);
  round = g_ptr_array_index (example->rounds, 0);
  g_assert_cmpint (round->state, ==, VOTUM_STANDING_RANKED);
  leaf = leaf_of (example, 0, 0);
  g_assert_cmpuint (leaf->marks->len, ==, 3);
  /* mean 4, margin 1: 6 becomes 5, 5 stays, 1 becomes 3 */
  g_assert_cmpstr (((VotumExampleMark *) g_ptr_array_index (leaf->marks, 0))->given, ==, "6");
  g_assert_cmpstr (((VotumExampleMark *) g_ptr_array_index (leaf->marks, 0))->counted, ==, "5");
  g_assert_cmpstr (((VotumExampleMark *) g_ptr_array_index (leaf->marks, 1))->counted, ==, "5");
  g_assert_cmpstr (((VotumExampleMark *) g_ptr_array_index (leaf->marks, 2))->counted, ==, "3");
  g_assert_cmpstr (leaf->mean, ==, "4.3333…");
  g_assert_cmpstr (leaf->panel, ==, "4.3");
  g_assert_cmpstr (leaf->weight, ==, "60");
  g_assert_cmpstr (leaf->product, ==, "2.58");
  g_assert_cmpstr (leaf->weighted, ==, "2.58");
  leaf = leaf_of (example, 0, 1);
  g_assert_cmpstr (leaf->mean, ==, "4.3333…");
  g_assert_cmpstr (leaf->weight, ==, "40");
  g_assert_cmpstr (round->sum, ==, "4.3");
  g_assert_cmpuint (round->parts->len, ==, 1);
  g_assert_cmpstr (((VotumExamplePart *) g_ptr_array_index (round->parts, 0))->share, ==, "100");
  g_assert_cmpstr (round->total, ==, "4.3");

  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
  total = votum_result_total (standing->result, 0, 0, 1);
  g_assert_cmpstr (total, ==, round->total);
}

/* A rule that is only being tried changes nothing in the case. */
static void
test_preview (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(VotumThing) tried = NULL;
  g_autoptr(VotumExample) example = NULL;
  g_autoptr(GError) error = NULL;
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  guint n_changed;

  mark_all (fixture);
  n_changed = fixture->n_changed;
  tried = votum_thing_copy (VOTUM_THING (rule_of (fixture)));
  votum_thing_set_from_text (tried, VOTUM_RULE_CORRECTION, "median", NULL);
  example = votum_case_example (fixture->votum_case, NULL, nord, VOTUM_RULE (tried), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (leaf_of (example, 0, 0)->panel, ==, "5");
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);

  g_clear_pointer (&example, votum_example_free);
  votum_thing_set_from_text (tried, VOTUM_RULE_CORRECTION, "drop", NULL);
  votum_thing_set_from_text (tried, VOTUM_RULE_DROP, "1", NULL);
  votum_thing_set_from_text (tried, VOTUM_RULE_MINIMUM, "2", NULL);
  example = votum_case_example (fixture->votum_case, NULL, nord, VOTUM_RULE (tried), &error);
  g_assert_no_error (error);
  g_assert_true (leaf_of (example, 0, 0)->too_few);
  g_assert_null (leaf_of (example, 0, 0)->panel);
  g_assert_cmpint (((VotumExampleRound *) g_ptr_array_index (example->rounds, 0))->state, ==, VOTUM_STANDING_TOO_FEW);
}

/* Made-up marks serve where there are none, and where those of others are not to be seen. */
static void
test_made_up (CaseFixture  *fixture,
              gconstpointer data)
{
  static const char *const methods[] = { "marks", "rank-sum", "borda", "places" };
  VotumThing *per = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "per");
  g_autoptr(VotumExample) example = NULL;
  g_autoptr(GPtrArray) entrants = votum_case_example_entrants (fixture->votum_case, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (entrants->len, ==, 0);
  example = votum_case_example (fixture->votum_case, NULL, NULL, rule_of (fixture), &error);
  g_assert_no_error (error);
  g_assert_null (example->entrant);
  g_assert_cmpuint (leaf_of (example, 0, 0)->marks->len, ==, 5);
  /* 8, 7, 2, 8 and 6 tenths of 1 to 6 */
  g_assert_cmpstr (((VotumExampleMark *) g_ptr_array_index (leaf_of (example, 0, 0)->marks, 0))->given, ==, "5");
  g_assert_cmpstr (((VotumExampleMark *) g_ptr_array_index (leaf_of (example, 0, 0)->marks, 2))->given, ==, "2");

  mark_all (fixture);
  g_assert_true (votum_case_set_holder (fixture->votum_case, per, VOTUM_DUTY_JUROR, NULL, &error));
  g_clear_pointer (&entrants, g_ptr_array_unref);
  entrants = votum_case_example_entrants (fixture->votum_case, NULL);
  g_assert_cmpuint (entrants->len, ==, 0);
  g_clear_pointer (&example, votum_example_free);
  example = votum_case_example (fixture->votum_case, NULL, case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord"), rule_of (fixture), &error);
  g_assert_no_error (error);
  g_assert_null (example->entrant);

  /* the two criteria are one too many for places, which is said */
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr(VotumThing) tried = votum_thing_copy (VOTUM_THING (rule_of (fixture)));
      g_autoptr(VotumExample) other = NULL;

      votum_thing_set_from_text (tried, VOTUM_RULE_METHOD, methods[i], NULL);
      other = votum_case_example (fixture->votum_case, NULL, NULL, VOTUM_RULE (tried), &error);
      g_assert_true ((i == 0) == (other != NULL));
      g_clear_error (&error);
    }
}

static void
test_rounds (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autoptr(VotumThing) second = votum_thing_new (VOTUM_KIND_ROUND);
  g_autoptr(VotumExample) example = NULL;
  g_autoptr(GError) error = NULL;
  VotumExampleRound *round;
  VotumExamplePart *part;

  votum_thing_set_from_text (second, VOTUM_ROUND_POSITION, "2", NULL);
  votum_case_add (fixture->votum_case, second, &error);
  g_assert_no_error (error);
  set_rule (fixture, VOTUM_RULE_ROUND_WEIGHTS, "1; 1 3");
  example = votum_case_example (fixture->votum_case, NULL, NULL, rule_of (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (example->rounds->len, ==, 2);
  g_assert_cmpuint (example->last_round, ==, 1);
  round = g_ptr_array_index (example->rounds, 1);
  g_assert_cmpuint (round->parts->len, ==, 2);
  part = g_ptr_array_index (round->parts, 0);
  g_assert_cmpuint (part->number, ==, 1);
  g_assert_cmpstr (part->share, ==, "25");
  part = g_ptr_array_index (round->parts, 1);
  g_assert_cmpuint (part->number, ==, 2);
  g_assert_cmpstr (part->share, ==, "75");
}

/* ---- the case that the skating union published ---- */

static VotumDocument *
skating_document (Refcase *refcase,
                  GList   *names)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  JsonArray *components = refcase_array (refcase->input, "components");

  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", "0", "max", "10", "step", "0.25", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "correction", "drop", "drop", "1", "round-panel", "2", "round-weighted", "2",
                  "weighting", "factors", NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Skating", "scale", "s", "rule", "r", NULL);
  for (guint i = 0; i < json_array_get_length (components); i++)
    {
      g_autofree char *key = g_strdup_printf ("C%u", i);
      g_autofree char *position = g_strdup_printf ("%u", i + 1);

      small_case_add (document, VOTUM_KIND_CRITERION, key, "name", json_array_get_string_element (components, i), "weight", "0.8",
                      "position", position, NULL);
    }
  for (GList *l = names; l != NULL; l = l->next)
    small_case_add (document, VOTUM_KIND_ENTRANT, l->data, "name", l->data, NULL);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *key = g_strdup_printf ("J%u", i);

      small_case_add (document, VOTUM_KIND_JUROR, key, "name", key, NULL);
    }
  small_case_add (document, VOTUM_KIND_ROUND, "1", "position", "1", NULL);

  return document;
}

static void
skating_marks (CaseFixture *fixture,
               Refcase     *refcase,
               GList       *names)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(GError) error = NULL;

  for (GList *l = names; l != NULL; l = l->next)
    for (guint i = 0; i < 5; i++)
      for (guint juror = 0; juror < 9; juror++)
        {
          JsonArray *row = json_array_get_array_element (refcase_array (refcase_object (refcase->input, "marks"), l->data), i);
          g_autofree char *criterion = g_strdup_printf ("C%u", i);
          g_autofree char *key = g_strdup_printf ("J%u", juror);
          VotumMark mark = case_fixture_mark (fixture, "1", l->data, key, criterion, 0);
          VotumDecimal value = refcase_decimal (json_array_get_element (row, juror));

          mark.digits = value.digits;
          mark.scale = value.scale;
          votum_marks_append (votum_changes_new_marks (changes), &mark);
        }
  votum_marks_sort (votum_changes_new_marks (changes), NULL);
  votum_case_apply (fixture->votum_case, changes, "import-marks", "protocol", NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
check_skater (CaseFixture *fixture,
              Refcase     *refcase,
              const char  *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumExample) example = votum_case_example (fixture->votum_case, NULL, case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, name),
                                                        rule_of (fixture), &error);
  JsonArray *panels = refcase_array (refcase_object (refcase->published, "panel"), name);
  VotumExampleRound *round;

  g_assert_no_error (error);
  round = g_ptr_array_index (example->rounds, 0);
  for (guint i = 0; i < 5; i++)
    {
      VotumExampleLeaf *leaf = leaf_of (example, 0, i);
      guint n_dropped = 0;

      for (guint juror = 0; juror < leaf->marks->len; juror++)
        n_dropped += ((VotumExampleMark *) g_ptr_array_index (leaf->marks, juror))->counted == NULL;
      g_assert_cmpuint (n_dropped, ==, 2);
      g_assert_cmpuint (leaf->n_counted, ==, 7);
      g_assert_cmpstr (leaf->weight, ==, "0.8");
      refcase_check_within (refcase, g_ascii_strtod (leaf->panel, NULL), json_array_get_double_element (panels, i), 1e-9);
    }
  refcase_check_within (refcase, g_ascii_strtod (round->total, NULL),
                        refcase_number (refcase_object (refcase->published, "component_total"), name), 1e-9);
}

static void
test_skating (void)
{
  g_autoptr(Refcase) refcase = refcase_open ("B01-trimmed-mean-skating");
  g_autoptr(GList) names = NULL;
  CaseFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  if (refcase == NULL)
    return;

  names = json_object_get_members (refcase_object (refcase->input, "marks"));
  fixture.folder = g_dir_make_tmp ("votum-case-XXXXXX", &error);
  g_assert_no_error (error);
  fixture.path = g_build_filename (fixture.folder, "case.votum", NULL);
  fixture.votum_case = votum_case_create (fixture.path, &error);
  g_assert_no_error (error);
  case_fixture_import (fixture.votum_case, skating_document (refcase, names), "init");
  skating_marks (&fixture, refcase, names);
  for (GList *l = names; l != NULL; l = l->next)
    check_skater (&fixture, refcase, l->data);
  case_fixture_tear_down (&fixture, NULL);
}

/* ---- weights ---- */

static void
test_shares (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumThing *group = case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "G");
  VotumThing *a = case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A");
  g_autoptr(GPtrArray) below = votum_case_criteria_below (fixture->votum_case, NULL, group);
  g_autoptr(GHashTable) typed = g_hash_table_new (NULL, NULL);
  g_autoptr(VotumCaseWeights) weights = votum_case_weights_new (fixture->votum_case, NULL, rule_of (fixture), NULL);
  g_autoptr(VotumCaseWeights) tried = NULL;
  g_autofree char *share = votum_case_weights_share (weights, a, 1);
  g_autofree char *whole = votum_case_weights_share (weights, group, 0);
  g_autofree char *sum = votum_case_sum_weights (below, NULL);
  g_autofree char *tried_share = NULL;
  g_autofree char *tried_sum = NULL;
  VotumDecimal weight = { 125, 1 };

  g_assert_cmpstr (share, ==, "60.0");
  g_assert_cmpstr (whole, ==, "100");
  g_assert_cmpstr (sum, ==, "100");

  g_hash_table_insert (typed, a, &weight);
  tried = votum_case_weights_new (fixture->votum_case, NULL, rule_of (fixture), typed);
  tried_share = votum_case_weights_share (tried, a, 2);
  tried_sum = votum_case_sum_weights (below, typed);
  g_assert_cmpstr (tried_share, ==, "23.81");
  g_assert_cmpstr (tried_sum, ==, "52.5");
  g_assert_true (votum_case_has_criteria (fixture->votum_case, NULL));
}

static void
add_criterion (CaseFixture *fixture,
               const char  *key,
               const char  *weight)
{
  g_autoptr(VotumThing) criterion = votum_thing_new (VOTUM_KIND_CRITERION);
  g_autoptr(VotumTexts) name = votum_texts_with (NULL, "nb", key);
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (criterion, key);
  votum_thing_set_texts (criterion, VOTUM_CRITERION_NAME, name);
  votum_thing_set_from_text (criterion, VOTUM_CRITERION_WEIGHT, weight, NULL);
  votum_thing_set_ref (criterion, VOTUM_CRITERION_PARENT, case_fixture_id (fixture, VOTUM_KIND_CRITERION, "G"));
  votum_case_add (fixture->votum_case, criterion, &error);
  g_assert_no_error (error);
}

static void
check_spread (CaseFixture *fixture,
              VotumSpread  how,
              const char  *expected,
              guint        expected_raised)
{
  VotumThing *group = case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "G");
  g_autoptr(GPtrArray) below = votum_case_criteria_below (fixture->votum_case, NULL, group);
  g_autoptr(GArray) weights = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  VotumDecimal unit;
  guint n_raised;

  weights = votum_case_spread_weights (below, how, (VotumDecimal) { 100, 0 }, &n_raised, &unit);
  for (guint i = 0; i < weights->len; i++)
    {
      g_autofree char *weight = votum_decimal_to_string (g_array_index (weights, VotumDecimal, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", weight);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (n_raised, ==, expected_raised);
}

static void
test_spread (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumThing *group = case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "G");
  g_autoptr(GPtrArray) below = NULL;
  g_autoptr(GArray) weights = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sum = NULL;
  VotumDecimal unit;
  guint n_raised;

  check_spread (fixture, VOTUM_SPREAD_EQUALLY, "50 50", 0);
  check_spread (fixture, VOTUM_SPREAD_IN_PROPORTION, "60 40", 0);
  add_criterion (fixture, "C", "25");
  check_spread (fixture, VOTUM_SPREAD_IN_PROPORTION, "48 32 20", 0);
  check_spread (fixture, VOTUM_SPREAD_EQUALLY, "33.34 33.33 33.33", 1);
  add_criterion (fixture, "D", "0");
  check_spread (fixture, VOTUM_SPREAD_IN_PROPORTION, "48 32 20 0", 0);
  check_spread (fixture, VOTUM_SPREAD_EQUALLY, "25 25 25 25", 0);
  add_criterion (fixture, "E", "5");
  /* 46.1538..., 30.7692..., 19.2307..., 0, 3.8461... */
  check_spread (fixture, VOTUM_SPREAD_IN_PROPORTION, "46.15 30.77 19.23 0 3.85", 2);
  add_criterion (fixture, "F", "7.5");
  check_spread (fixture, VOTUM_SPREAD_EQUALLY, "16.67 16.67 16.67 16.67 16.66 16.66", 4);

  below = votum_case_criteria_below (fixture->votum_case, NULL, group);
  weights = votum_case_spread_weights (below, VOTUM_SPREAD_EQUALLY, (VotumDecimal) { 100, 0 }, &n_raised, &unit);
  g_assert_cmpint (unit.scale, ==, 2);
  g_assert_true (votum_case_set_weights (fixture->votum_case, below, weights, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_things, ==, 6);
  sum = votum_case_sum_weights (below, NULL);
  g_assert_cmpstr (sum, ==, "100");
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "weigh-criteria");
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->subject, ==, "Gruppe");

  /* once there are marks it takes a reason */
  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  g_array_index (weights, VotumDecimal, 0) = (VotumDecimal) { 40, 0 };
  g_assert_false (votum_case_set_weights (fixture->votum_case, below, weights, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (votum_case_set_weights (fixture->votum_case, below, weights, "The statutes say so", &error));
  g_assert_no_error (error);
}

/* Juries write 60 and 40 in a group of 100, or 21 and 14 in a group of 35. */
static void
test_expected (CaseFixture  *fixture,
               gconstpointer data)
{
  VotumCase *votum_case = fixture->votum_case;
  VotumThing *group = case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "G");
  g_autoptr(GHashTable) typed = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) below = votum_case_criteria_below (votum_case, NULL, group);
  g_autoptr(GArray) weights = NULL;
  g_autofree char *sum = NULL;
  VotumDecimal weight = { 355, 1 };
  VotumDecimal unit;
  guint n_raised;

  g_assert_cmpint (votum_case_expected_sum (votum_case, NULL, NULL, NULL).digits, ==, 100);
  g_assert_cmpint (votum_case_expected_sum (votum_case, NULL, group, NULL).digits, ==, 100);
  g_hash_table_insert (typed, group, &weight);
  g_assert_cmpint (votum_case_expected_sum (votum_case, NULL, group, typed).digits, ==, 100);
  weights = votum_case_spread_weights (below, VOTUM_SPREAD_IN_PROPORTION, weight, &n_raised, &unit);
  g_assert_true (votum_case_set_weights (votum_case, below, weights, NULL, NULL));
  sum = votum_case_sum_weights (below, NULL);
  g_assert_cmpstr (sum, ==, "35.5");
  g_assert_cmpint (votum_case_expected_sum (votum_case, NULL, group, typed).digits, ==, 355);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case/example/steps", test_steps);
  case_fixture_add ("/case/example/preview", test_preview);
  case_fixture_add ("/case/example/made-up", test_made_up);
  case_fixture_add ("/case/example/rounds", test_rounds);
  g_test_add_func ("/case/example/skating", test_skating);
  case_fixture_add ("/case/weights/shares", test_shares);
  case_fixture_add ("/case/weights/spread", test_spread);
  case_fixture_add ("/case/weights/expected", test_expected);

  return g_test_run ();
}
