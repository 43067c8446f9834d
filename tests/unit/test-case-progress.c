#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-agenda.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"

/* What is done, what is missing, and what comes next. */

static void
must (gboolean done,
      GError  *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
edit (CaseFixture *fixture,
      VotumThing  *thing,
      guint        field,
      const char  *text)
{
  GError *error = NULL;

  must (votum_case_edit (fixture->votum_case, thing, field, text, NULL, &error), error);
}

static void
add (CaseFixture *fixture,
     VotumThing  *thing)
{
  GError *error = NULL;

  must (votum_case_add (fixture->votum_case, thing, &error), error);
}

static VotumThing *
add_round (CaseFixture *fixture,
           const char  *key,
           const char  *kind)
{
  g_autoptr(VotumThing) round = votum_thing_new (VOTUM_KIND_ROUND);

  votum_thing_set_key (round, key);
  votum_thing_set_from_text (round, VOTUM_ROUND_KIND, kind, NULL);
  add (fixture, round);

  return round;
}

static VotumThing *
add_recusal (CaseFixture *fixture,
             const char  *juror,
             const char  *entrant)
{
  g_autoptr(VotumThing) recusal = votum_thing_new (VOTUM_KIND_RECUSAL);

  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, case_fixture_id (fixture, VOTUM_KIND_JUROR, juror));
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, entrant));
  add (fixture, recusal);

  return recusal;
}

static VotumThing *
add_visit (CaseFixture *fixture,
           const char  *entrant,
           const char  *planned)
{
  g_autoptr(VotumThing) visit = votum_thing_new (VOTUM_KIND_VISIT);

  votum_thing_set_ref (visit, VOTUM_VISIT_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, entrant));
  votum_thing_set_from_text (visit, VOTUM_VISIT_PLANNED, planned, NULL);
  add (fixture, visit);

  return visit;
}

static void
give (CaseFixture *fixture,
      const char  *round,
      const char  *entrant,
      const char  *juror,
      const char  *criterion,
      int          value,
      const char  *comment)
{
  VotumMark mark = case_fixture_mark (fixture, round, entrant, juror, criterion, value);
  GError *error = NULL;

  mark.comment = comment;
  if (value == 0)
    mark.state = VOTUM_MARK_NOT_OBSERVED;
  if (votum_case_get_holder (fixture->votum_case) != NULL &&
      votum_thing_get_id (votum_case_get_holder (fixture->votum_case)) != mark.juror)
    mark.entered_by = "Test";
  must (votum_case_set_mark (fixture->votum_case, &mark, &error), error);
}

static void
give_both (CaseFixture *fixture,
           const char  *round,
           const char  *juror,
           int          value)
{
  static const char *const entrants[] = { "nord", "fjel" };
  static const char *const criteria[] = { "A", "B" };

  for (guint e = 0; e < 2; e++)
    for (guint c = 0; c < 2; c++)
      give (fixture, round, entrants[e], juror, criteria[c], value, NULL);
}

static void
assert_tally (const VotumTally *tally,
              guint             wanted,
              guint             given,
              guint             not_observed,
              guint             reasons_missing)
{
  g_assert_cmpuint (tally->wanted, ==, wanted);
  g_assert_cmpuint (tally->given, ==, given);
  g_assert_cmpuint (tally->not_observed, ==, not_observed);
  g_assert_cmpuint (tally->reasons_missing, ==, reasons_missing);
}

static void
test_tallies (CaseFixture  *fixture,
              gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *round = votum_case_current_round (self);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *fjel = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "fjel");
  VotumThing *ida = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida");
  VotumThing *siv = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "siv");
  VotumThing *recusal;
  VotumTally tally;
  g_autoptr(GPtrArray) criteria = votum_case_criteria_for (self, nord);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (criteria->len, ==, 2);
  g_assert_cmpstr (votum_thing_get_key (criteria->pdata[0]), ==, "A");
  votum_case_tally_round (self, round, &tally);
  assert_tally (&tally, 8, 0, 0, 0);
  votum_case_tally (self, round, nord, siv, &tally);
  assert_tally (&tally, 0, 0, 0, 0);

  give (fixture, "1", "nord", "ida", "A", 4, NULL);
  give (fixture, "1", "nord", "ida", "B", 0, NULL);
  votum_case_tally (self, round, nord, ida, &tally);
  assert_tally (&tally, 2, 2, 1, 0);
  votum_case_tally_juror (self, round, ida, &tally);
  assert_tally (&tally, 4, 2, 1, 0);
  votum_case_tally_entrant (self, round, nord, &tally);
  assert_tally (&tally, 4, 2, 1, 0);
  votum_case_tally_round (self, round, &tally);
  assert_tally (&tally, 8, 2, 1, 0);

  must (votum_case_undo (self, &error), error);
  votum_case_tally_round (self, round, &tally);
  assert_tally (&tally, 8, 1, 0, 0);

  recusal = add_recusal (fixture, "ida", "nord");
  votum_case_tally (self, round, nord, ida, &tally);
  assert_tally (&tally, 0, 0, 0, 0);
  g_assert_true (tally.recused);
  g_assert_true (tally.recusal == recusal);
  votum_case_tally_round (self, round, &tally);
  assert_tally (&tally, 6, 0, 0, 0);

  edit (fixture, fjel, VOTUM_ENTRANT_STATUS, "withdrawn");
  votum_case_tally_round (self, round, &tally);
  assert_tally (&tally, 2, 0, 0, 0);
}

static void
test_rounds (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *first = votum_case_current_round (self);
  VotumThing *second = add_round (fixture, "2", "after-visit");
  g_autoptr(VotumThing) entry = votum_thing_new (VOTUM_KIND_ROUND_ENTRY);
  g_autoptr(GPtrArray) entrants = NULL;

  /* a template has its rounds from the beginning; the first is the one to begin with */
  g_assert_true (votum_case_current_round (self) == first);
  give (fixture, "1", "nord", "ida", "A", 4, NULL);
  g_assert_true (votum_case_current_round (self) == first);
  votum_thing_set_ref (entry, VOTUM_ROUND_ENTRY_ROUND, votum_thing_get_id (second));
  votum_thing_set_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  add (fixture, entry);
  g_assert_true (votum_case_current_round (self) == second);
  entrants = votum_case_round_entrants (self, second);
  g_assert_cmpuint (entrants->len, ==, 1);

  edit (fixture, second, VOTUM_ROUND_STATE, "opened");
  g_assert_true (votum_case_current_round (self) == first);
  edit (fixture, first, VOTUM_ROUND_STATE, "opened");
  g_assert_true (votum_case_current_round (self) == second);
}

static void
test_reasons (CaseFixture  *fixture,
              gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *second = add_round (fixture, "2", "after-visit");
  VotumThing *rule = case_fixture_thing (fixture, VOTUM_KIND_RULE, "r");
  VotumThing *ida = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida");
  VotumMark mark;
  VotumTally tally;
  GError *error = NULL;

  give (fixture, "1", "nord", "ida", "A", 2, NULL);
  give (fixture, "2", "nord", "ida", "A", 4, NULL);
  votum_case_tally_juror (self, second, ida, &tally);
  g_assert_cmpuint (tally.reasons_missing, ==, 0);

  /* more than the two steps of the rule: stored, and counted until there is a reason */
  give (fixture, "2", "nord", "ida", "A", 5, NULL);
  votum_case_tally_juror (self, second, ida, &tally);
  g_assert_cmpuint (tally.reasons_missing, ==, 1);
  give (fixture, "2", "nord", "ida", "A", 5, "Så det selv.");
  votum_case_tally_juror (self, second, ida, &tally);
  g_assert_cmpuint (tally.reasons_missing, ==, 0);

  /* the mark before decides, too */
  give (fixture, "2", "nord", "ida", "A", 4, NULL);
  give (fixture, "1", "nord", "ida", "A", 1, NULL);
  votum_case_tally_juror (self, second, ida, &tally);
  g_assert_cmpuint (tally.reasons_missing, ==, 1);
  mark = case_fixture_mark (fixture, "2", "nord", "ida", "A", 3);
  g_assert_false (votum_case_change_needs_reason (self, &mark));
  g_assert_cmpint (votum_case_mark_before (self, &mark)->digits, ==, 1);
  mark.digits = 35;
  mark.scale = 1;
  g_assert_true (votum_case_change_needs_reason (self, &mark));

  must (votum_case_edit (self, rule, VOTUM_RULE_CHANGE_LIMIT, NULL, NULL, &error), error);
  votum_case_tally_juror (self, second, ida, &tally);
  g_assert_cmpuint (tally.reasons_missing, ==, 0);
}

static void
test_hidden (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *ida = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida");
  VotumThing *per = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "per");
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *round = votum_case_current_round (self);
  VotumTally tally;
  GError *error = NULL;

  give (fixture, "1", "nord", "ida", "A", 0, NULL);
  give (fixture, "1", "nord", "per", "A", 0, NULL);
  must (votum_case_set_holder (self, per, VOTUM_DUTY_JUROR, NULL, &error), error);
  votum_case_tally_juror (self, round, per, &tally);
  assert_tally (&tally, 4, 1, 1, 0);
  votum_case_tally_juror (self, round, ida, &tally);
  assert_tally (&tally, 4, 1, 0, 0);
  votum_case_tally_entrant (self, round, nord, &tally);
  assert_tally (&tally, 4, 2, 0, 0);
  g_assert_null (votum_case_own_total (self, round, nord, ida, 2));
}

static void
test_own_total (CaseFixture  *fixture,
                gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *round = votum_case_current_round (self);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *ida = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida");
  VotumThing *rule = case_fixture_thing (fixture, VOTUM_KIND_RULE, "r");
  g_autofree char *none = votum_case_own_total (self, round, nord, ida, 2);
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;
  g_autoptr(VotumThing) strict = NULL;
  GError *error = NULL;

  g_assert_null (none);
  give (fixture, "1", "nord", "ida", "B", 0, NULL);
  g_assert_null (votum_case_own_total (self, round, nord, ida, 2));
  give (fixture, "1", "nord", "ida", "A", 4, NULL);
  one = votum_case_own_total (self, round, nord, ida, 2);
  g_assert_cmpstr (one, ==, "4.00");

  /* what the rule does to several jurors says nothing about one */
  strict = votum_thing_copy (rule);
  votum_thing_set_from_text (strict, VOTUM_RULE_CORRECTION, "drop", NULL);
  votum_thing_set_from_text (strict, VOTUM_RULE_DROP, "1", NULL);
  votum_thing_set_from_text (strict, VOTUM_RULE_MINIMUM, "3", NULL);
  must (votum_case_replace (self, rule, strict, "Vedtatt.", &error), error);
  give (fixture, "1", "nord", "ida", "B", 5, NULL);
  both = votum_case_own_total (self, round, nord, ida, 2);
  g_assert_cmpstr (both, ==, "4.40");
}

/* ---- what comes next ---- */

static void
assert_next (CaseFixture  *fixture,
             VotumNextKind kind,
             const char   *key,
             guint         count)
{
  VotumNextStep step;

  votum_case_next_step (fixture->votum_case, &step);
  g_assert_cmpint (step.kind, ==, kind);
  g_assert_cmpstr (step.thing != NULL ? votum_thing_get_key (step.thing) : NULL, ==, key);
  g_assert_cmpuint (step.count, ==, count);
}

static void
hold (CaseFixture *fixture,
      const char  *juror,
      VotumDuty    duty)
{
  GError *error = NULL;

  must (votum_case_set_holder (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_JUROR, juror), duty, "Overlevert.", &error), error);
}

static void
test_next_juror (CaseFixture  *fixture,
                 gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *visit;

  assert_next (fixture, VOTUM_NEXT_CHOOSE_HOLDER, NULL, 0);
  hold (fixture, "per", VOTUM_DUTY_JUROR);
  assert_next (fixture, VOTUM_NEXT_SCORE, "nord", 2);
  give (fixture, "1", "fjel", "per", "A", 1, NULL);
  assert_next (fixture, VOTUM_NEXT_SCORE, "fjel", 1);
  give_both (fixture, "1", "per", 1);
  assert_next (fixture, VOTUM_NEXT_NOTHING, NULL, 0);

  hold (fixture, "siv", VOTUM_DUTY_SECRETARY);
  edit (fixture, votum_case_current_round (self), VOTUM_ROUND_STATE, "opened");
  add_round (fixture, "2", "after-visit");
  visit = add_visit (fixture, "fjel", "2020-01-01T10:00:00Z");
  hold (fixture, "per", VOTUM_DUTY_JUROR);
  assert_next (fixture, VOTUM_NEXT_VISIT, votum_thing_get_key (visit), 0);
  edit (fixture, visit, VOTUM_VISIT_ENDED, "2020-01-01T12:00:00Z");
  assert_next (fixture, VOTUM_NEXT_SCORE, "fjel", 2);
  give (fixture, "2", "fjel", "per", "A", 6, NULL);
  assert_next (fixture, VOTUM_NEXT_SCORE, "fjel", 1);
  give (fixture, "2", "fjel", "per", "B", 1, NULL);
  assert_next (fixture, VOTUM_NEXT_GIVE_REASON, "fjel", 1);
  give (fixture, "2", "fjel", "per", "A", 6, "Så det selv.");
  assert_next (fixture, VOTUM_NEXT_PLAN_VISIT, "nord", 1);
  visit = add_visit (fixture, "nord", "2999-01-01");
  assert_next (fixture, VOTUM_NEXT_VISIT, votum_thing_get_key (visit), 0);
  edit (fixture, visit, VOTUM_VISIT_STARTED, "2020-01-02T10:00:00Z");
  assert_next (fixture, VOTUM_NEXT_SCORE, "nord", 2);
  add_recusal (fixture, "per", "nord");
  assert_next (fixture, VOTUM_NEXT_NOTHING, NULL, 0);
}

static void
test_next_chair (CaseFixture  *fixture,
                 gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *a = case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A");
  g_autoptr(VotumThing) decision = votum_thing_new (VOTUM_KIND_DECISION);
  g_autoptr(VotumThing) citation = votum_thing_new (VOTUM_KIND_CITATION);
  g_autoptr(VotumThing) point = votum_thing_new (VOTUM_KIND_POINT);

  hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  edit (fixture, a, VOTUM_CRITERION_WEIGHT, "50");
  assert_next (fixture, VOTUM_NEXT_FIX_WEIGHTS, "G", 0);
  edit (fixture, a, VOTUM_CRITERION_WEIGHT, "60");

  assert_next (fixture, VOTUM_NEXT_SCORE, "nord", 2);
  give_both (fixture, "1", "ida", 4);
  assert_next (fixture, VOTUM_NEXT_AWAIT_MARKS, "per", 4);
  give_both (fixture, "1", "per", 4);
  assert_next (fixture, VOTUM_NEXT_OPEN_ROUND, "1", 0);
  edit (fixture, votum_case_current_round (self), VOTUM_ROUND_STATE, "opened");
  assert_next (fixture, VOTUM_NEXT_DELIBERATE, NULL, 0);
  votum_thing_set_from_text (point, VOTUM_POINT_TITLE, "Hva er tett på?", NULL);
  g_assert_true (votum_case_add_point (self, point, NULL));
  assert_next (fixture, VOTUM_NEXT_DELIBERATE, NULL, 1);
  edit (fixture, point, VOTUM_POINT_STATE, "left");
  assert_next (fixture, VOTUM_NEXT_DECIDE, NULL, 0);
  votum_thing_set_from_text (decision, VOTUM_DECISION_OUTCOME, "winner", NULL);
  votum_thing_set_ref (decision, VOTUM_DECISION_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  add (fixture, decision);
  assert_next (fixture, VOTUM_NEXT_WRITE_CITATION, "nord", 1);
  votum_thing_set_ref (citation, VOTUM_CITATION_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  votum_thing_set_from_text (citation, VOTUM_CITATION_LANGUAGE, "nb", NULL);
  votum_thing_set_from_text (citation, VOTUM_CITATION_TEXT, "Nordlys får prisen.", NULL);
  add (fixture, citation);
  assert_next (fixture, VOTUM_NEXT_EXPORT_VERDICT, NULL, 0);
}

/* An empty prize, as a chair begins with. */
static void
test_next_beginning (CaseFixture  *fixture,
                     gconstpointer data)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(VotumThing) juror = votum_thing_new (VOTUM_KIND_JUROR);
  g_autoptr(VotumThing) entrant = votum_thing_new (VOTUM_KIND_ENTRANT);
  g_autoptr(VotumThing) criterion = votum_thing_new (VOTUM_KIND_CRITERION);
  g_autoptr(VotumTexts) name = votum_texts_with (NULL, "nb", "Kultur");
  GError *error = NULL;

  g_clear_object (&fixture->votum_case);
  g_unlink (fixture->path);
  fixture->votum_case = votum_case_create (fixture->path, &error);
  g_assert_no_error (error);
  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", "1", "max", "6", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "round-total", "2", NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Prøveprisen", "scale", "s", "rule", "r", NULL);
  case_fixture_import (fixture->votum_case, document, "init");

  assert_next (fixture, VOTUM_NEXT_ADD_CRITERIA, NULL, 0);
  votum_thing_set_texts (criterion, VOTUM_CRITERION_NAME, name);
  add (fixture, criterion);
  assert_next (fixture, VOTUM_NEXT_ADD_JURORS, NULL, 0);
  votum_thing_set_from_text (juror, VOTUM_JUROR_NAME, "Ida Berg", NULL);
  votum_thing_set_from_text (juror, VOTUM_JUROR_ROLES, "chair", NULL);
  add (fixture, juror);
  assert_next (fixture, VOTUM_NEXT_CHOOSE_HOLDER, NULL, 0);
  must (votum_case_set_holder (fixture->votum_case, juror, VOTUM_DUTY_CHAIR, NULL, &error), error);
  assert_next (fixture, VOTUM_NEXT_IMPORT_FINALISTS, NULL, 0);
  votum_thing_set_from_text (entrant, VOTUM_ENTRANT_NAME, "Nordlys", NULL);
  add (fixture, entrant);
  assert_next (fixture, VOTUM_NEXT_ADD_ROUND, NULL, 0);
  add_round (fixture, "1", "individual");
  assert_next (fixture, VOTUM_NEXT_SCORE, votum_thing_get_key (entrant), 1);
}

/* ---- a large jury, with -m perf ---- */

static void
add_large_jury (VotumDocument *document)
{
  static const char *const values[] = { "1", "2", "3", "4", "5", "6" };
  char keys[3][8];

  for (guint i = 0; i < 200; i++)
    {
      g_snprintf (keys[0], sizeof keys[0], "e%u", i);
      small_case_add (document, VOTUM_KIND_ENTRANT, keys[0], "name", keys[0], NULL);
    }
  for (guint i = 0; i < 30; i++)
    {
      g_snprintf (keys[1], sizeof keys[1], "j%u", i);
      small_case_add (document, VOTUM_KIND_JUROR, keys[1], "name", keys[1], NULL);
      g_snprintf (keys[2], sizeof keys[2], "c%u", i);
      small_case_add (document, VOTUM_KIND_CRITERION, keys[2], "name", keys[2], "weight", values[i % 6], NULL);
    }
  for (guint i = 0; i < 200 * 30 * 30; i++)
    {
      VotumMarkRow row = { .round = "1", .entrant = keys[0], .juror = keys[1], .criterion = keys[2], .value = { 1 + i % 6, 0 } };

      g_snprintf (keys[0], sizeof keys[0], "e%u", i / 900);
      g_snprintf (keys[1], sizeof keys[1], "j%u", i / 30 % 30);
      g_snprintf (keys[2], sizeof keys[2], "c%u", i % 30);
      votum_document_add_mark (document, &row);
    }
}

static double
time_tallies (CaseFixture *fixture)
{
  GListModel *entrants = votum_case_get_things (fixture->votum_case, VOTUM_KIND_ENTRANT);
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (fixture->votum_case);
  VotumThing *round = votum_case_current_round (fixture->votum_case);
  gint64 start = g_get_monotonic_time ();
  VotumTally tally;

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      for (guint j = 0; j < jurors->len; j++)
        votum_case_tally (fixture->votum_case, round, entrant, jurors->pdata[j], &tally);
      votum_case_tally_entrant (fixture->votum_case, round, entrant, &tally);
    }
  votum_case_tally_round (fixture->votum_case, round, &tally);

  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
test_large (CaseFixture  *fixture,
            gconstpointer data)
{
  VotumDocument *document = case_fixture_award ();
  VotumNextStep step;
  gint64 start;

  add_large_jury (document);
  g_clear_object (&fixture->votum_case);
  g_unlink (fixture->path);
  fixture->votum_case = votum_case_create (fixture->path, NULL);
  case_fixture_import (fixture->votum_case, document, "init");

  g_test_message ("all tallies, the first time: %.3f ms", time_tallies (fixture));
  g_test_message ("again: %.3f ms", time_tallies (fixture));
  give (fixture, "1", "e7", "j7", "c7", 3, "Etter besøket");
  g_test_message ("after a mark: %.3f ms", time_tallies (fixture));
  hold (fixture, "j7", VOTUM_DUTY_JUROR);
  start = g_get_monotonic_time ();
  votum_case_next_step (fixture->votum_case, &step);
  g_test_message ("the next step: %.3f ms", (g_get_monotonic_time () - start) / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case-progress/tallies", test_tallies);
  case_fixture_add ("/case-progress/rounds", test_rounds);
  case_fixture_add ("/case-progress/reasons", test_reasons);
  case_fixture_add ("/case-progress/hidden", test_hidden);
  case_fixture_add ("/case-progress/own-total", test_own_total);
  case_fixture_add ("/case-progress/next-juror", test_next_juror);
  case_fixture_add ("/case-progress/next-chair", test_next_chair);
  case_fixture_add ("/case-progress/next-beginning", test_next_beginning);
  if (g_test_perf ())
    case_fixture_add ("/case-progress/large", test_large);

  return g_test_run ();
}
