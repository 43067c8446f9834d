#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-ballots.h"
#include "votum-case-decide.h"
#include "votum-case-edit.h"
#include "votum-case-result-list.h"
#include "votum-case-revote.h"
#include "votum-case-verdict.h"
#include "votum-case-verify.h"
#include "votum-error.h"
#include "votum-page.h"

/* Two are level, the jury votes again on them: it is settled, or they are level still and share the prize. */

static void
give (CaseFixture *fixture,
      const char  *round,
      const char  *entrant,
      int          ida,
      int          per)
{
  static const char *const criteria[] = { "A", "B" };
  g_autoptr(GError) error = NULL;

  for (guint c = 0; c < G_N_ELEMENTS (criteria); c++)
    {
      VotumMark one = case_fixture_mark (fixture, round, entrant, "ida", criteria[c], ida);
      VotumMark other = case_fixture_mark (fixture, round, entrant, "per", criteria[c], per);

      g_assert_true (votum_case_set_mark (fixture->votum_case, &one, &error));
      g_assert_true (votum_case_set_mark (fixture->votum_case, &other, &error));
      g_assert_no_error (error);
    }
}

static void
open_round (CaseFixture *fixture,
            const char  *round)
{
  g_autoptr(GError) error = NULL;

  votum_case_open_round (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_ROUND, round), NULL, &error);
  g_assert_no_error (error);
}

/* nord and fjel are level at 4, hav behind them. */
static void
make_tie (CaseFixture *fixture,
          const char  *tie_breaks)
{
  g_autoptr(VotumThing) third = votum_thing_new (VOTUM_KIND_ENTRANT);
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (third, "hav");
  votum_thing_set_from_text (third, VOTUM_ENTRANT_NAME, "Havgap", NULL);
  g_assert_true (votum_case_add (fixture->votum_case, third, &error));
  g_assert_true (votum_case_edit (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_RULE, "r"), VOTUM_RULE_TIE_BREAKS, tie_breaks, NULL,
                                  &error));
  give (fixture, "1", "nord", 5, 3);
  give (fixture, "1", "fjel", 3, 5);
  give (fixture, "1", "hav", 3, 3);
  open_round (fixture, "1");
}

static VotumStanding *
compute (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VotumStanding *standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);

  g_assert_no_error (error);

  return standing;
}

/* "1 nord 4.00, 2 fjel 4.00", with = where a place is shared */
static void
assert_order (CaseFixture *fixture,
              const char  *expected)
{
  g_autoptr(VotumStanding) standing = compute (fixture);
  g_autoptr(GArray) order = votum_result_order (standing->result, standing->last_round);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);
      g_autofree char *total = votum_result_total (standing->result, standing->last_round, entrant, 2);

      g_string_append_printf (text, "%s%u%s %s %s", i > 0 ? ", " : "", votum_result_position (standing->result, standing->last_round, entrant),
                              votum_result_is_shared (standing->result, standing->last_round, entrant) ? "=" : "",
                              votum_thing_get_key (g_ptr_array_index (standing->entrants, entrant)), total);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static VotumThing *
begin (CaseFixture *fixture,
       GError     **error)
{
  g_autoptr(VotumStanding) standing = compute (fixture);
  g_autoptr(GPtrArray) tied = votum_standing_find_tie (standing, standing->last_round);

  g_assert_nonnull (tied);
  g_assert_cmpuint (tied->len, ==, 2);

  return votum_case_begin_revote (fixture->votum_case, g_ptr_array_index (standing->rounds, standing->rounds->len - 1), tied, error);
}

static VotumThing *
must_begin (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VotumThing *round = begin (fixture, &error);

  g_assert_no_error (error);

  return round;
}

static char *
words_of (VotumPaper *paper)
{
  g_autoptr(VotumOutline) outline = votum_paper_outline (paper);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < outline->parts->len; i++)
    {
      const VotumPart *part = g_ptr_array_index (outline->parts, i);

      g_string_append_printf (words, "%s\n", part->text != NULL ? part->text : "");
      for (guint c = 0; part->table != NULL && c < part->table->cells->len; c++)
        g_string_append_printf (words, "%s|", (const char *) g_ptr_array_index (part->table->cells, c));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_protocol (CaseFixture *fixture,
                 const char  *said)
{
  const VotumVerdictOptions options = { .lang = "en", .part = VOTUM_VERDICT_PROTOCOL };
  g_autoptr(VotumStanding) standing = compute (fixture);
  gboolean draft;
  g_autoptr(VotumPaper) paper = votum_case_verdict (fixture->votum_case, standing, &options, &draft);
  g_autofree char *words = words_of (paper);

  if (strstr (words, said) == NULL)
    g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, said));
}

static void
assert_published (CaseFixture *fixture,
                  const char  *said)
{
  g_autoptr(GPtrArray) standings = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_standing_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumPaper) paper = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_add (standings, compute (fixture));
  paper = votum_case_result_list (fixture->votum_case, standings, "en", TRUE, &error);
  g_assert_no_error (error);
  words = words_of (paper);
  if (strstr (words, said) == NULL)
    g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, said));
}

static void
decide (CaseFixture *fixture,
        const char  *first,
        const char  *second)
{
  g_autoptr(VotumDecisionPlan) plan = votum_decision_plan_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (plan->winners, g_object_ref (case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, first)));
  if (second != NULL)
    g_ptr_array_add (plan->winners, g_object_ref (case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, second)));
  votum_decision_plan_record (plan, fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_verified (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumVerification) found = votum_case_verify_verdict (fixture->votum_case, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < found->differences->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (found->differences, i));
  g_assert_cmpuint (found->differences->len, ==, 0);
}

/* The figures stay what they were; the revote only says who of the level comes first. */
static void
test_settled (CaseFixture  *fixture,
              gconstpointer data)
{
  VotumThing *round;
  VotumMark third;
  g_autoptr(GError) error = NULL;

  make_tie (fixture, "revote");
  assert_order (fixture, "1= nord 4.00, 1= fjel 4.00, 3 hav 3.00");
  round = must_begin (fixture);
  assert_order (fixture, "1= nord 4.00, 1= fjel 4.00, 3 hav 3.00");
  /* among those two alone */
  third = case_fixture_mark (fixture, votum_thing_get_key (round), "hav", "ida", "A", 6);
  g_assert_false (votum_case_set_mark (fixture->votum_case, &third, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);

  give (fixture, votum_thing_get_key (round), "nord", 4, 4);
  give (fixture, votum_thing_get_key (round), "fjel", 5, 4);
  open_round (fixture, votum_thing_get_key (round));
  assert_order (fixture, "1 fjel 4.00, 2 nord 4.00, 3 hav 3.00");
  assert_protocol (fixture, "a revote among them");
  assert_protocol (fixture, "Fjellvind 4.5; Nordlys 4");
  assert_published (fixture, "1|Fjellvind|1st place|4.00|");
  assert_published (fixture, "2|Nordlys|2nd place|4.00|");
  decide (fixture, "fjel", NULL);
  assert_verified (fixture);
  assert_published (fixture, "1|Fjellvind|Winner|4.00|");
  /* what is settled is not voted on once more */
  {
    g_autoptr(VotumStanding) standing = compute (fixture);

    g_assert_null (votum_standing_find_tie (standing, standing->last_round));
  }
}

static void
test_level_still (CaseFixture  *fixture,
                  gconstpointer data)
{
  VotumThing *round;
  VotumThing *second;
  g_autofree char *name = NULL;

  make_tie (fixture, "revote");
  round = must_begin (fixture);
  give (fixture, votum_thing_get_key (round), "nord", 6, 2);
  give (fixture, votum_thing_get_key (round), "fjel", 2, 6);
  open_round (fixture, votum_thing_get_key (round));
  assert_order (fixture, "1= nord 4.00, 1= fjel 4.00, 3 hav 3.00");

  /* once more, and then no more: they share */
  second = must_begin (fixture);
  name = votum_case_name_of (fixture->votum_case, second, "en");
  g_assert_cmpstr (name, ==, "Revote 2");
  give (fixture, votum_thing_get_key (second), "nord", 1, 1);
  give (fixture, votum_thing_get_key (second), "fjel", 1, 1);
  open_round (fixture, votum_thing_get_key (second));
  assert_order (fixture, "1= nord 4.00, 1= fjel 4.00, 3 hav 3.00");
  assert_published (fixture, "3|Havgap|3rd place|3.00|");
  decide (fixture, "nord", "fjel");
  assert_verified (fixture);
  assert_protocol (fixture, "Nordlys and Fjellvind");
  assert_published (fixture, "|Nordlys|Shared prize|4.00|");
  assert_published (fixture, "|Fjellvind|Shared prize|4.00|");
}

/* The second revote settles what the first has left. */
static void
test_settled_at_last (CaseFixture  *fixture,
                      gconstpointer data)
{
  VotumThing *round;

  make_tie (fixture, "revote; chair");
  round = must_begin (fixture);
  give (fixture, votum_thing_get_key (round), "nord", 5, 5);
  give (fixture, votum_thing_get_key (round), "fjel", 5, 5);
  open_round (fixture, votum_thing_get_key (round));
  round = must_begin (fixture);
  give (fixture, votum_thing_get_key (round), "nord", 5, 5);
  give (fixture, votum_thing_get_key (round), "fjel", 4, 5);
  open_round (fixture, votum_thing_get_key (round));
  assert_order (fixture, "1 nord 4.00, 2 fjel 4.00, 3 hav 3.00");
  decide (fixture, "nord", NULL);
  assert_verified (fixture);
}

/* A rule without it would not look at the revote. */
static void
test_not_in_the_rule (CaseFixture  *fixture,
                      gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  make_tie (fixture, "chair");
  g_assert_null (begin (fixture, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "tie-breaks"));
  g_clear_error (&error);
  g_assert_true (votum_case_edit (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_RULE, "r"), VOTUM_RULE_TIE_BREAKS, "revote; chair",
                                  "Vedtatt i møtet.", &error));
  g_assert_nonnull (begin (fixture, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case/revote/settled", test_settled);
  case_fixture_add ("/case/revote/level-still", test_level_still);
  case_fixture_add ("/case/revote/settled-at-last", test_settled_at_last);
  case_fixture_add ("/case/revote/not-in-the-rule", test_not_in_the_rule);

  return g_test_run ();
}
