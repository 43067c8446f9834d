#include "votum-config.h"

#include "jury-fixture.h"
#include "votum-case-deliberation.h"
#include "votum-case-hand-in.h"
#include "votum-case-paper.h"

/* What the window does not let anybody do is not done by any other way either: a mark that all know of stays as it was given. */

#define assert_locked(error) \
  G_STMT_START { g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED); g_clear_error (&error); } G_STMT_END

static void
fill_and_open (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 5);
  case_fixture_must_mark (fixture, "nord", "per", "A", 3);
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 2);
  votum_case_open_round (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1"), NULL, &error);
  g_assert_no_error (error);
}

static int
value_of (CaseFixture *fixture,
          const char  *entrant,
          const char  *juror,
          const char  *criterion)
{
  VotumMark place = case_fixture_mark (fixture, "1", entrant, juror, criterion, 0);
  const VotumMark *mark = votum_marks_lookup (votum_case_get_marks (fixture->votum_case), place.round, place.entrant, place.juror, place.criterion);

  return mark != NULL ? (int) mark->digits : -1;
}

static void
assert_as_given (CaseFixture *fixture)
{
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 3);
  g_assert_cmpint (value_of (fixture, "nord", "ida", "A"), ==, 5);
  g_assert_cmpint (value_of (fixture, "nord", "per", "A"), ==, 3);
  g_assert_cmpint (value_of (fixture, "fjel", "ida", "A"), ==, 2);
}

/* Another value, none, another comment, a mark where there was none, a round that closes again. */
static void
test_opened (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  VotumMark mark;

  fill_and_open (fixture);
  mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 6);
  g_assert_false (votum_case_set_mark (fixture->votum_case, &mark, &error));
  g_assert_nonnull (strstr (error->message, "revise"));
  assert_locked (error);
  mark.digits = 5;
  g_assert_true (votum_case_set_mark (fixture->votum_case, &mark, &error));
  mark.comment = "Sagt etterpå.";
  g_assert_false (votum_case_set_mark (fixture->votum_case, &mark, &error));
  assert_locked (error);
  g_assert_false (votum_case_take_back_mark (fixture->votum_case, &mark, &error));
  assert_locked (error);
  mark = case_fixture_mark (fixture, "1", "fjel", "per", "A", 6);
  g_assert_false (votum_case_set_mark (fixture->votum_case, &mark, &error));
  g_assert_nonnull (strstr (error->message, "late"));
  assert_locked (error);
  g_assert_false (votum_case_edit (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1"), VOTUM_ROUND_STATE, "open", NULL, &error));
  assert_locked (error);
  assert_as_given (fixture);
}

/* With a reason, and the way back from that; but not past the opening. */
static void
test_revised (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) revision = votum_thing_new (VOTUM_KIND_REVISION);
  VotumMark mark;

  fill_and_open (fixture);
  g_assert_null (votum_case_undo_name (fixture->votum_case));
  g_assert_false (votum_case_undo (fixture->votum_case, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  mark = case_fixture_mark (fixture, "1", "nord", "per", "A", 4);
  g_assert_true (votum_case_revise_mark (fixture->votum_case, &mark, NULL, "Så det ved besøket.", &error));
  g_assert_no_error (error);
  g_assert_cmpint (value_of (fixture, "nord", "per", "A"), ==, 4);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  assert_as_given (fixture);
  g_assert_true (votum_case_redo (fixture->votum_case, &error));
  g_assert_cmpint (value_of (fixture, "nord", "per", "A"), ==, 4);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_false (votum_case_undo (fixture->votum_case, &error));
  g_clear_error (&error);

  /* a revision that tells of another change than is done */
  votum_thing_set_ref (revision, VOTUM_REVISION_JUROR, mark.juror);
  votum_thing_set_ref (revision, VOTUM_REVISION_ENTRANT, mark.entrant);
  votum_thing_set_ref (revision, VOTUM_REVISION_CRITERION, mark.criterion);
  votum_thing_set_ref (revision, VOTUM_REVISION_ROUND, mark.round);
  votum_thing_set_from_text (revision, VOTUM_REVISION_OLD, "3", NULL);
  votum_thing_set_from_text (revision, VOTUM_REVISION_NEW, "4", NULL);
  votum_thing_set_from_text (revision, VOTUM_REVISION_REASON, "Så det.", NULL);
  votum_thing_set_id (revision, votum_case_take_id (fixture->votum_case));
  votum_thing_set_key (revision, "revision-x");
  votum_changes_thing (changes, NULL, revision);
  votum_marks_append (votum_changes_old_marks (changes),
                      votum_marks_lookup (votum_case_get_marks (fixture->votum_case), mark.round, mark.entrant, mark.juror, mark.criterion));
  mark.digits = 6;
  votum_marks_append (votum_changes_new_marks (changes), &mark);
  g_assert_false (votum_case_apply (fixture->votum_case, changes, "revise-mark", "test", NULL, NULL, &error));
  assert_locked (error);
  assert_as_given (fixture);
}

static gboolean
import_rows (CaseFixture *fixture,
             const char  *rows,
             guint       *line,
             GError     **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "marks.csv", NULL);
  g_autofree char *text = g_strconcat ("round;entrant;juror;criterion;mark;comment\n", rows, NULL);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumImport) import = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = votum_case_plan_marks (fixture->votum_case, path, NULL, problems, NULL, error);
  g_unlink (path);
  *line = votum_problems_count (problems) > 0 ? votum_problems_get (problems, 0)->line : 0;

  return import != NULL && votum_case_import (fixture->votum_case, import, "import-marks", "marks.csv", NULL, NULL, error);
}

/* What is the same may come again; what is not is told with its line. A round that was opened before it got any marks takes them. */
static void
test_imported (CaseFixture  *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) second = votum_thing_new (VOTUM_KIND_ROUND);
  guint line;

  fill_and_open (fixture);
  g_assert_true (import_rows (fixture, "1;nord;ida;A;5;\n1;nord;per;A;3;\n", &line, &error));
  g_assert_no_error (error);
  g_assert_false (import_rows (fixture, "1;nord;ida;A;5;\n1;nord;per;A;6;\n", &line, &error));
  g_assert_cmpuint (line, ==, 3);
  assert_locked (error);
  g_assert_false (import_rows (fixture, "1;nord;ida;A;5;sagt etterpå\n", &line, &error));
  assert_locked (error);
  g_assert_false (import_rows (fixture, "1;fjel;per;A;1;\n", &line, &error));
  g_assert_cmpuint (line, ==, 2);
  assert_locked (error);
  assert_as_given (fixture);

  votum_thing_set_key (second, "2");
  votum_thing_set_from_text (second, VOTUM_ROUND_STATE, "opened", NULL);
  g_assert_true (votum_case_add (fixture->votum_case, second, &error));
  g_assert_true (import_rows (fixture, "2;nord;ida;A;6;\n2;nord;per;A;6;\n", &line, &error));
  g_assert_no_error (error);
  g_assert_false (import_rows (fixture, "2;fjel;per;A;1;\n", &line, &error));
  assert_locked (error);
}

/* Who is recused and what is no longer judged take their marks along: both are told with a reason. */
static void
test_with_a_ground (CaseFixture  *fixture,
                    gconstpointer data)
{
  g_autoptr(VotumThing) recusal = votum_thing_new (VOTUM_KIND_RECUSAL);
  g_autoptr(GError) error = NULL;
  VotumMark mark;

  fill_and_open (fixture);
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, case_fixture_id (fixture, VOTUM_KIND_JUROR, "per"));
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_REASON, "Ble ansatt der.", NULL);
  g_assert_true (votum_case_add_recusal (fixture->votum_case, recusal, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value_of (fixture, "nord", "per", "A"), ==, -1);
  /* taking it back brings no mark; undoing both does */
  g_assert_true (votum_case_remove (fixture->votum_case, votum_case_lookup (fixture->votum_case, votum_thing_get_id (recusal)), &error));
  mark = case_fixture_mark (fixture, "1", "nord", "per", "A", 6);
  g_assert_false (votum_case_set_mark (fixture->votum_case, &mark, &error));
  assert_locked (error);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_no_error (error);
  assert_as_given (fixture);

  g_assert_false (votum_case_remove (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A"), &error));
  assert_locked (error);
  g_assert_true (votum_case_remove_unlocked (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A"), "Utgår.", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 0);
}

/* What was typed in from paper is as fixed as a ballot. */
static void
test_on_paper (CaseFixture  *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  VotumThing *round = case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1");
  VotumThing *paper;
  VotumMark mark;

  must_hold (fixture, "siv", VOTUM_DUTY_SECRETARY);
  paper = votum_case_begin_paper (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_JUROR, "per"), round, &error);
  g_assert_no_error (error);
  mark = case_fixture_mark (fixture, "1", "nord", "per", "A", 3);
  mark.entered_by = "Siv Vik";
  g_assert_true (votum_case_set_mark (fixture->votum_case, &mark, &error));
  g_assert_true (votum_case_open_round (fixture->votum_case, round, NULL, &error));
  g_assert_no_error (error);

  mark.digits = 6;
  g_assert_false (votum_case_set_mark (fixture->votum_case, &mark, &error));
  assert_locked (error);
  g_assert_false (votum_case_drop_paper (fixture->votum_case, paper, &error));
  assert_locked (error);
  g_assert_null (votum_case_begin_paper (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida"), round, &error));
  assert_locked (error);
  g_assert_cmpint (value_of (fixture, "nord", "per", "A"), ==, 3);
}

/* What can be read of a damaged file is as opened as it was. */
static void
test_salvaged (CaseFixture  *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "salvaged.votum", NULL);
  g_autoptr(GPtrArray) report = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumCase) salvaged = NULL;
  VotumMark mark;

  fill_and_open (fixture);
  mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 6);
  votum_case_close (fixture->votum_case);
  g_assert_true (votum_case_salvage (fixture->path, path, report, NULL, &error));
  g_assert_no_error (error);
  salvaged = votum_case_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (votum_case_set_mark (salvaged, &mark, &error));
  assert_locked (error);
  g_assert_false (votum_case_undo (salvaged, NULL));
  g_unlink (path);
}

static void
hand_in (VotumCase  *juror,
         const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *receipt = votum_case_hand_in (juror, votum_case_find (juror, VOTUM_KIND_ROUND, "1"), path, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (receipt);
}

static VotumHandInState
state_of (VotumCase *juror)
{
  VotumThing *ballot;

  return votum_case_hand_in_state (juror, votum_case_find (juror, VOTUM_KIND_ROUND, "1"), &ballot);
}

/* The chair does not speak for who has handed in; the juror corrects in their own copy, is told so, and hands in again, also late. */
static void
test_handed_in (CaseFixture  *fixture,
                gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(VotumCase) juror = hand_out_to_per (fixture, &path);
  g_autofree char *own = g_strdup (votum_case_get_path (juror));
  g_autoptr(GError) error = NULL;
  VotumCase *chair = fixture->votum_case;
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "per", "A", 6);
  guint line;

  give_mark (juror, "nord", "A", 3);
  hand_in (juror, path);
  g_assert_cmpint (state_of (juror), ==, VOTUM_HAND_IN_DONE);
  g_assert_nonnull (votum_case_take_in (chair, path, NULL, NULL, &error));
  g_assert_no_error (error);

  mark.entered_by = "Ida Berg";
  g_assert_false (votum_case_set_mark (chair, &mark, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (import_rows (fixture, "1;nord;per;A;6;\n", &line, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  give_mark (juror, "nord", "A", 4);
  g_assert_cmpint (state_of (juror), ==, VOTUM_HAND_IN_CHANGED);
  g_assert_true (votum_case_open_round (chair, votum_case_find (chair, VOTUM_KIND_ROUND, "1"), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value_of (fixture, "nord", "per", "A"), ==, 3);
  g_assert_false (votum_case_set_mark (chair, &mark, &error));
  assert_locked (error);

  g_unlink (path);
  hand_in (juror, path);
  g_assert_cmpint (state_of (juror), ==, VOTUM_HAND_IN_DONE);
  g_assert_null (votum_case_take_in (chair, path, NULL, NULL, &error));
  assert_locked (error);
  g_assert_nonnull (votum_case_take_in (chair, path, NULL, "Posten kom sent.", &error));
  g_assert_no_error (error);
  g_assert_cmpint (value_of (fixture, "nord", "per", "A"), ==, 4);
  g_assert_null (votum_case_undo_name (chair));
  g_unlink (path);
  g_unlink (own);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case/kept-marks/opened", test_opened);
  case_fixture_add ("/case/kept-marks/revised", test_revised);
  case_fixture_add ("/case/kept-marks/imported", test_imported);
  case_fixture_add ("/case/kept-marks/with-a-ground", test_with_a_ground);
  case_fixture_add ("/case/kept-marks/on-paper", test_on_paper);
  case_fixture_add ("/case/kept-marks/salvaged", test_salvaged);
  case_fixture_add ("/case/kept-marks/handed-in", test_handed_in);

  return g_test_run ();
}
