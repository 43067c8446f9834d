#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-decide.h"
#include "votum-case-edit.h"
#include "votum-case-minutes.h"
#include "votum-case-verify.h"
#include "votum-error.h"

/* What a vote comes to by the rule, and decisions that do not say two things. */

static void
set_rule (CaseFixture *fixture,
          guint        field,
          const char  *text)
{
  g_autoptr(GError) error = NULL;

  votum_case_edit (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_RULE, "r"), field, text, "Endret av styret.", &error);
  g_assert_no_error (error);
}

static void
add_jurors (CaseFixture *fixture)
{
  static const char *const keys[] = { "eva", "ola", "tor" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(VotumThing) juror = votum_thing_new (VOTUM_KIND_JUROR);

      votum_thing_set_key (juror, keys[i]);
      votum_thing_set_from_text (juror, VOTUM_JUROR_NAME, keys[i], NULL);
      g_assert_true (votum_case_add (fixture->votum_case, juror, NULL));
    }
}

static gboolean
vote (CaseFixture *fixture,
      guint        votes_for,
      guint        votes_against,
      const char  *outcome,
      const char  *reason,
      GError     **error)
{
  g_autoptr(VotumThing) minute = votum_thing_new (VOTUM_KIND_MINUTE);

  votum_thing_set_from_text (minute, VOTUM_MINUTE_KIND, "vote", NULL);
  votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_FOR, votes_for);
  votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_AGAINST, votes_against);
  g_assert_true (votum_thing_set_from_text (minute, VOTUM_MINUTE_OUTCOME, outcome, NULL));

  return votum_case_add_vote (fixture->votum_case, minute, reason, error);
}

/* Words of the minute @back from the end. */
static char *
last_words (CaseFixture *fixture,
            guint        back)
{
  g_autoptr(GPtrArray) minutes = votum_case_minutes (fixture->votum_case, votum_case_running_meeting (fixture->votum_case));

  return votum_case_minute_words (fixture->votum_case, g_ptr_array_index (minutes, minutes->len - 1 - back), "en");
}

#define assert_words(fixture, back, said) \
  G_STMT_START { g_autofree char *words = last_words (fixture, back); g_assert_nonnull (strstr (words, said)); } G_STMT_END

static void
test_judged (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumCase *self = fixture->votum_case;

  g_assert_cmpint (votum_case_judge_vote (self, NULL, 2, 1), ==, VOTUM_MINUTE_OUTCOME_CARRIED);
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 1, 2), ==, VOTUM_MINUTE_OUTCOME_REJECTED);
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 1, 1), ==, VOTUM_MINUTE_OUTCOME_TIED);
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 0, 0), ==, VOTUM_MINUTE_OUTCOME_TIED);
  g_assert_false (votum_case_rules_votes (self, NULL));

  set_rule (fixture, VOTUM_RULE_QUORUM, "3");
  g_assert_true (votum_case_rules_votes (self, NULL));
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 2, 0), ==, -1);
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 2, 1), ==, VOTUM_MINUTE_OUTCOME_CARRIED);
  set_rule (fixture, VOTUM_RULE_MAJORITY, "2/3");
  /* more than two thirds, not as many */
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 2, 1), ==, VOTUM_MINUTE_OUTCOME_REJECTED);
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 3, 1), ==, VOTUM_MINUTE_OUTCOME_CARRIED);
  g_assert_cmpint (votum_case_judge_vote (self, NULL, 2, 2), ==, VOTUM_MINUTE_OUTCOME_TIED);
  g_assert_cmpint (votum_case_judge_vote (self, NULL, G_MAXUINT, G_MAXUINT), ==, VOTUM_MINUTE_OUTCOME_TIED);
}

/* The rule proposes; another outcome needs its reason, which stands after the vote. */
static void
test_minutes (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  add_jurors (fixture);
  set_rule (fixture, VOTUM_RULE_QUORUM, "3");
  set_rule (fixture, VOTUM_RULE_MAJORITY, "2/3");
  g_assert_true (votum_case_begin_meeting (fixture->votum_case, NULL, &error));
  g_assert_true (vote (fixture, 4, 1, NULL, NULL, &error));
  assert_words (fixture, 0, "Carried by a majority");
  g_assert_true (vote (fixture, 2, 0, NULL, NULL, &error));
  assert_words (fixture, 0, "Too few votes");
  g_assert_true (vote (fixture, 2, 1, NULL, NULL, &error));
  assert_words (fixture, 0, "Rejected");
  g_assert_false (vote (fixture, 2, 1, "carried", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vote (fixture, 2, 0, "carried", "  ", &error));
  g_clear_error (&error);
  g_assert_true (vote (fixture, 2, 1, "withdrawn", NULL, &error));
  assert_words (fixture, 0, "Withdrawn");
  g_assert_true (vote (fixture, 2, 1, "carried", "Statuttene ber om halvparten.", &error));
  g_assert_no_error (error);
  assert_words (fixture, 1, "Carried");
  assert_words (fixture, 0, "Statuttene");
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  assert_words (fixture, 0, "Withdrawn");
}

static gboolean
decide (CaseFixture *fixture,
        const char  *first,
        const char  *second,
        guint        votes_for,
        guint        votes_against,
        const char  *reason,
        GError     **error)
{
  g_autoptr(VotumDecisionPlan) plan = votum_decision_plan_new ();

  g_ptr_array_add (plan->winners, g_object_ref (case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, first)));
  if (second != NULL)
    g_ptr_array_add (plan->winners, g_object_ref (case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, second)));
  plan->votes_for = votes_for;
  plan->votes_against = votes_against;
  plan->reason = g_strdup (reason);

  return votum_decision_plan_record (plan, fixture->votum_case, NULL, NULL, error);
}

static void
test_decision_by_too_few (CaseFixture  *fixture,
                          gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  add_jurors (fixture);
  g_assert_true (decide (fixture, "nord", NULL, 2, 1, NULL, &error));
  set_rule (fixture, VOTUM_RULE_MAJORITY, "2/3");
  g_assert_false (decide (fixture, "nord", NULL, 2, 1, NULL, &error));
  g_assert_nonnull (strstr (error->message, "greater majority"));
  g_clear_error (&error);
  g_assert_true (decide (fixture, "nord", NULL, 2, 1, "Ingen andre er igjen.", &error));
  g_assert_true (decide (fixture, "nord", NULL, 4, 1, NULL, &error));
  g_assert_true (decide (fixture, "nord", NULL, 0, 0, NULL, &error));
  g_assert_no_error (error);
}

/* Written down in the award's language, read in the reader's, also once something else is decided. */
static void
test_minutes_in_one_language (CaseFixture  *fixture,
                              gconstpointer data)
{
  VotumThing *award = votum_case_get_award (fixture->votum_case);
  g_autoptr(GError) error = NULL;

  add_jurors (fixture);
  g_assert_true (votum_case_edit (fixture->votum_case, award, VOTUM_AWARD_LANGUAGES, "nb en", NULL, &error));
  g_assert_true (votum_case_begin_meeting (fixture->votum_case, NULL, &error));
  g_assert_true (decide (fixture, "nord", NULL, 3, 1, "Slik.", &error));
  g_assert_true (decide (fixture, "nord", "fjel", 0, 0, "Slik.", &error));
  g_assert_no_error (error);
  assert_words (fixture, 0, "Shared prize: Nordlys and Fjellvind.");
  assert_words (fixture, 1, "Decision: Winner: Nordlys. Votes for: 3. Against: 1. Abstained: 0. Carried by a majority.");
}

static gboolean
place (CaseFixture *fixture,
       const char  *entrant,
       const char  *number,
       GError     **error)
{
  g_autoptr(VotumThing) decision = votum_thing_new (VOTUM_KIND_DECISION);

  votum_thing_set_ref (decision, VOTUM_DECISION_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, entrant));
  votum_thing_set_from_text (decision, VOTUM_DECISION_OUTCOME, "place", NULL);
  votum_thing_set_from_text (decision, VOTUM_DECISION_PLACE, number, NULL);

  return votum_case_add (fixture->votum_case, decision, error);
}

static guint
n_decisions (CaseFixture *fixture)
{
  return g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_DECISION));
}

static guint
n_conflicts (CaseFixture *fixture)
{
  g_autoptr(GPtrArray) conflicts = votum_decision_conflicts (fixture->votum_case, NULL);

  return conflicts->len;
}

/* First one wins and the other is second; then they share, and nobody is second any more. */
static void
test_shared (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (decide (fixture, "nord", NULL, 0, 0, NULL, &error));
  g_assert_true (place (fixture, "fjel", "2", &error));
  g_assert_cmpuint (n_conflicts (fixture), ==, 0);
  g_assert_true (decide (fixture, "nord", "fjel", 0, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_decisions (fixture), ==, 2);
  g_assert_cmpuint (n_conflicts (fixture), ==, 0);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (n_decisions (fixture), ==, 2);
  g_assert_cmpuint (n_conflicts (fixture), ==, 0);

  /* the other way round it is refused, with what to do */
  g_assert_true (votum_case_redo (fixture->votum_case, &error));
  g_assert_false (place (fixture, "fjel", "2", &error));
  g_assert_nonnull (strstr (error->message, "two places"));
  g_clear_error (&error);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_false (place (fixture, "fjel", "3", &error));
  g_clear_error (&error);
  g_assert_false (place (fixture, "nord", "2", &error));
}

/* Places are decided along with the prize, or stay as they are; another one than the rule gives needs its reason. */
static void
test_places (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *fjel = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "fjel");
  g_autoptr(VotumDecisionPlan) plan = votum_decision_plan_new ();
  g_autoptr(VotumDecisionPlan) read = NULL;
  g_autoptr(GError) error = NULL;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 6);
  case_fixture_must_mark (fixture, "nord", "ida", "B", 6);
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 4);
  case_fixture_must_mark (fixture, "fjel", "ida", "B", 4);
  g_ptr_array_add (plan->winners, g_object_ref (nord));
  votum_decision_plan_add_place (plan, fjel, 3);
  g_assert_false (votum_decision_plan_record (plan, fixture->votum_case, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "otherwise than the result"));
  g_clear_error (&error);
  g_array_index (plan->places, VotumDecisionPlace, 0).place = 2;
  g_assert_true (votum_decision_plan_record (plan, fixture->votum_case, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_decisions (fixture), ==, 2);

  /* what says nothing of places lets them be, what says that there are none takes them out */
  g_assert_true (decide (fixture, "nord", NULL, 0, 0, NULL, &error));
  g_assert_cmpuint (n_decisions (fixture), ==, 2);
  read = votum_decision_plan_read (fixture->votum_case, NULL);
  votum_decision_plan_read_places (read, fixture->votum_case, NULL);
  g_assert_cmpuint (votum_decision_plan_get_place (read, fjel), ==, 2);
  g_assert_cmpuint (votum_decision_plan_get_place (read, nord), ==, 0);
  g_array_set_size (read->places, 0);
  g_assert_true (votum_decision_plan_record (read, fixture->votum_case, NULL, NULL, &error));
  g_assert_cmpuint (n_decisions (fixture), ==, 1);
}

/* Places that the shared prize takes up are told, also by verifying. */
static void
test_told (CaseFixture  *fixture,
           gconstpointer data)
{
  g_autoptr(VotumThing) third = votum_thing_new (VOTUM_KIND_ENTRANT);
  g_autoptr(VotumVerification) found = NULL;
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (third, "hav");
  votum_thing_set_from_text (third, VOTUM_ENTRANT_NAME, "Havgap", NULL);
  g_assert_true (votum_case_add (fixture->votum_case, third, &error));
  g_assert_true (decide (fixture, "nord", "fjel", 0, 0, NULL, &error));
  g_assert_true (place (fixture, "hav", "2", &error));
  g_assert_cmpuint (n_conflicts (fixture), ==, 1);
  found = votum_case_verify_verdict (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->differences->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (found->differences, 0), "The next place is 3"));
  /* recording the prize once more takes it out */
  g_assert_true (decide (fixture, "nord", "fjel", 0, 0, NULL, &error));
  g_assert_cmpuint (n_conflicts (fixture), ==, 0);
  g_assert_true (place (fixture, "hav", "3", &error));
  g_assert_cmpuint (n_conflicts (fixture), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case/decide/judged", test_judged);
  case_fixture_add ("/case/decide/minutes-in-one-language", test_minutes_in_one_language);
  case_fixture_add ("/case/decide/minutes", test_minutes);
  case_fixture_add ("/case/decide/by-too-few", test_decision_by_too_few);
  case_fixture_add ("/case/decide/shared", test_shared);
  case_fixture_add ("/case/decide/places", test_places);
  case_fixture_add ("/case/decide/told", test_told);

  return g_test_run ();
}
