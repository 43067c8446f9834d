#include "votum-config.h"

#include "holder-fixture.h"

/* Whose copy a case is, and what they may do in it. */

/* ---- naming the holder ---- */

static void
test_naming (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  g_autoptr(GError) error = NULL;

  g_assert_null (votum_case_get_holder (self));
  g_assert_cmpint (votum_case_get_duty (self), ==, VOTUM_DUTY_NONE);
  g_assert_cmpstr (votum_case_get_who (self), ==, "Test");

  g_assert_false (hold (fixture, "per", VOTUM_DUTY_CHAIR, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (hold (fixture, "per", VOTUM_DUTY_SECRETARY, NULL, &error));
  g_clear_error (&error);
  g_assert_false (hold (fixture, "siv", VOTUM_DUTY_JUROR, NULL, &error));
  g_clear_error (&error);

  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_things, ==, 0);
  g_assert_cmpstr (votum_case_get_who (self), ==, "Per Dahl");

  g_assert_false (hold (fixture, "siv", VOTUM_DUTY_SECRETARY, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  /* who holds it already needs no reason, and it leaves no trace */
  g_assert_true (hold (fixture, "per", VOTUM_DUTY_JUROR, NULL, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  case_fixture_reopen (fixture);
  g_assert_true (votum_case_get_holder (fixture->votum_case) == case_fixture_thing (fixture, VOTUM_KIND_JUROR, "per"));
  g_assert_cmpint (votum_case_get_duty (fixture->votum_case), ==, VOTUM_DUTY_JUROR);
  g_assert_true (votum_case_was_held (fixture->votum_case));
  g_assert_true (votum_case_verify (fixture->votum_case, NULL, &error));
  g_assert_no_error (error);
}

static void
test_barrier (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *log;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  g_assert_nonnull (votum_case_undo_entry (fixture->votum_case));
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_null (votum_case_undo_entry (fixture->votum_case));
  g_assert_false (votum_case_undo (fixture->votum_case, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  case_fixture_must_mark (fixture, "nord", "per", "A", 3);
  log = votum_case_get_log (fixture->votum_case);
  g_assert_cmpstr (((VotumLogEntry *) log->pdata[log->len - 1])->who, ==, "Per Dahl");
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  case_fixture_reopen (fixture);
  g_assert_null (votum_case_undo_entry (fixture->votum_case));
  g_assert_true (votum_case_redo (fixture->votum_case, &error));
  g_assert_no_error (error);

  /* nor is what was taken back before the handing over done again after it */
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  g_assert_null (votum_case_redo_entry (fixture->votum_case));
}

/* ---- what may be done ---- */

static void
test_juror_changes (CaseFixture  *fixture,
                    gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 4);
  VotumThing *theirs = must_add_note (fixture, "ida", "jury", "Idas");
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  g_autoptr(VotumThing) recusal = votum_thing_new (VOTUM_KIND_RECUSAL);
  g_autoptr(VotumThing) visit = votum_thing_new (VOTUM_KIND_VISIT);
  g_autoptr(VotumThing) criterion = votum_thing_copy (case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A"));
  VotumThing *mine;
  g_autoptr(GError) error = NULL;

  must_hold (fixture, "per", VOTUM_DUTY_JUROR);

  g_assert_false (votum_case_set_mark (self, &mark, &error));
  assert_not_allowed (error);
  mark.entered_by = "Per Dahl";
  g_assert_false (votum_case_set_mark (self, &mark, &error));
  assert_not_allowed (error);
  case_fixture_must_mark (fixture, "nord", "per", "A", 3);
  case_fixture_must_mark (fixture, "nord", "per", "A", 4);
  g_assert_true (votum_case_undo (self, &error));
  g_assert_true (votum_case_redo (self, &error));

  mine = must_add_note (fixture, "per", "mine", "Pers");
  g_assert_true (votum_case_edit (self, mine, VOTUM_NOTE_TEXT, "Pers egen", NULL, &error));
  g_assert_null (add_note (fixture, "ida", "mine", "Ikke Pers", &error));
  assert_not_allowed (error);
  g_assert_null (add_note (fixture, NULL, "mine", "Ingens", &error));
  assert_not_allowed (error);
  g_assert_false (votum_case_edit (self, theirs, VOTUM_NOTE_TEXT, "Rettet", NULL, &error));
  assert_not_allowed (error);
  g_assert_false (votum_case_remove (self, theirs, &error));
  assert_not_allowed (error);

  votum_thing_set_ref (visit, VOTUM_VISIT_ENTRANT, votum_thing_get_id (nord));
  g_assert_true (votum_case_add (self, visit, &error));
  g_assert_false (votum_case_edit (self, nord, VOTUM_ENTRANT_NAME, "Nordlyset", NULL, &error));
  assert_not_allowed (error);
  votum_thing_set_from_text (criterion, VOTUM_CRITERION_WEIGHT, "50", NULL);
  g_assert_false (votum_case_replace (self, case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A"), criterion, "Fordi", &error));
  assert_not_allowed (error);

  votum_thing_set_ref (recusal, VOTUM_RECUSAL_ENTRANT, votum_thing_get_id (nord));
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, case_fixture_id (fixture, VOTUM_KIND_JUROR, "ida"));
  g_assert_false (votum_case_add_recusal (self, recusal, &error));
  assert_not_allowed (error);
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, case_fixture_id (fixture, VOTUM_KIND_JUROR, "per"));
  g_assert_true (votum_case_add_recusal (self, recusal, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_old_marks, ==, 1);

  g_assert_true (votum_case_may_change (self, VOTUM_KIND_VISIT, NULL, NULL));
  g_assert_true (votum_case_may_change (self, VOTUM_KIND_NOTE, NULL, NULL));
  g_assert_false (votum_case_may_change (self, VOTUM_KIND_NOTE, theirs, NULL));
  g_assert_false (votum_case_may_change (self, VOTUM_KIND_CITATION, NULL, NULL));
  g_assert_false (votum_case_may_change (self, VOTUM_KIND_ROUND, NULL, NULL));
}

/* A visit does not go with what others wrote on it. */
static void
test_others_notes_stay (CaseFixture  *fixture,
                        gconstpointer data)
{
  g_autoptr(VotumThing) visit = votum_thing_new (VOTUM_KIND_VISIT);
  g_autofree char *number = NULL;
  VotumThing *note;
  g_autoptr(GError) error = NULL;

  votum_thing_set_ref (visit, VOTUM_VISIT_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  g_assert_true (votum_case_add (fixture->votum_case, visit, &error));
  note = must_add_note (fixture, "per", "mine", "Pers");
  number = g_strdup_printf ("%" G_GINT64_FORMAT, votum_thing_get_id (visit));
  g_assert_true (votum_case_edit (fixture->votum_case, note, VOTUM_NOTE_VISIT, number, NULL, &error));

  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  g_assert_false (votum_case_remove (fixture->votum_case, visit, &error));
  assert_not_allowed (error);
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_true (votum_case_remove (fixture->votum_case, visit, &error));
  g_assert_no_error (error);
}

static void
test_chair_changes (CaseFixture  *fixture,
                    gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "per", "A", 4);
  VotumThing *private = must_add_note (fixture, "per", "mine", "Pers");
  VotumThing *shared = must_add_note (fixture, "per", "jury", "Pers og juryens");
  VotumThing *ida = case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida");
  g_autoptr(GError) error = NULL;

  case_fixture_must_mark (fixture, "nord", "per", "A", 2);
  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  g_assert_true (votum_case_sees_all (self));
  g_assert_false (votum_case_may_see (self, private));
  g_assert_true (votum_case_may_see (self, shared));
  g_assert_false (votum_case_edit (self, private, VOTUM_NOTE_TEXT, "Rettet", NULL, &error));
  assert_not_allowed (error);
  g_assert_false (votum_case_edit (self, shared, VOTUM_NOTE_USE, "mine", NULL, &error));
  assert_not_allowed (error);
  g_assert_true (votum_case_edit (self, shared, VOTUM_NOTE_TEXT, "Juryens", NULL, &error));

  case_fixture_must_mark (fixture, "nord", "ida", "A", 5);
  g_assert_false (votum_case_set_mark (self, &mark, &error));
  assert_not_allowed (error);
  mark.entered_by = "Ida Berg";
  g_assert_true (votum_case_set_mark (self, &mark, &error));
  /* taking it back brings the juror's own back */
  g_assert_true (votum_case_undo (self, &error));
  g_assert_no_error (error);

  /* who holds the copy stays */
  g_assert_false (votum_case_remove (self, ida, &error));
  g_clear_error (&error);
  g_assert_false (votum_case_edit (self, ida, VOTUM_JUROR_ROLES, "juror", NULL, &error));
  assert_not_allowed (error);
  g_assert_true (votum_case_edit (self, ida, VOTUM_JUROR_NAME, "Ida Berge", NULL, &error));
  g_assert_cmpstr (votum_case_get_who (self), ==, "Ida Berge");

  must_hold (fixture, "siv", VOTUM_DUTY_SECRETARY);
  mark = case_fixture_mark (fixture, "1", "nord", "siv", "A", 4);
  g_assert_false (votum_case_set_mark (self, &mark, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case-holder/naming", test_naming);
  case_fixture_add ("/case-holder/barrier", test_barrier);
  case_fixture_add ("/case-holder/juror-changes", test_juror_changes);
  case_fixture_add ("/case-holder/others-notes-stay", test_others_notes_stay);
  case_fixture_add ("/case-holder/chair-changes", test_chair_changes);

  return g_test_run ();
}
