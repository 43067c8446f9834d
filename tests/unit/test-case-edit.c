#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-edit.h"
#include "votum-case-result.h"
#include "votum-error.h"

/* The commands of everyday work, and what they tell those who look. */

static void
test_edit (CaseFixture  *fixture,
           gconstpointer data)
{
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  g_autoptr(VotumThing) after = votum_thing_copy (nord);
  g_autoptr(GError) error = NULL;

  g_assert_null (votum_case_undo_entry (fixture->votum_case));
  g_assert_true (votum_case_edit (fixture->votum_case, nord, VOTUM_ENTRANT_PLACE, "Tromsø", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_things, ==, 1);
  g_assert_cmpstr (votum_thing_get_text (nord, VOTUM_ENTRANT_PLACE), ==, "Tromsø");
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "edit-entrant");
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->subject, ==, "Nordlys");

  /* the same again is nothing */
  g_assert_true (votum_case_edit (fixture->votum_case, nord, VOTUM_ENTRANT_PLACE, "Tromsø", NULL, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  votum_thing_set_from_text (after, VOTUM_ENTRANT_NAME, "Nordlys Kraft", NULL);
  votum_thing_set_from_text (after, VOTUM_ENTRANT_WEB, "https://example.org", NULL);
  g_assert_true (votum_case_replace (fixture->votum_case, nord, after, NULL, &error));
  g_assert_null (votum_thing_get_text (nord, VOTUM_ENTRANT_PLACE));
  g_assert_cmpstr (votum_thing_get_text (nord, VOTUM_ENTRANT_WEB), ==, "https://example.org");

  g_assert_false (votum_case_edit (fixture->votum_case, nord, VOTUM_ENTRANT_NAME, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static void
test_undo_entry (CaseFixture  *fixture,
                 gconstpointer data)
{
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_edit (fixture->votum_case, nord, VOTUM_ENTRANT_PLACE, "Tromsø", NULL, &error));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_null (votum_case_undo_entry (fixture->votum_case));
  g_assert_cmpstr (votum_case_redo_entry (fixture->votum_case)->command, ==, "edit-entrant");
  g_assert_true (votum_case_redo (fixture->votum_case, &error));
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "edit-entrant");
  g_assert_null (votum_case_redo_entry (fixture->votum_case));

  case_fixture_reopen (fixture);
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "edit-entrant");
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpstr (votum_case_redo_entry (fixture->votum_case)->command, ==, "edit-entrant");
  g_assert_no_error (error);
}

/* Also the marks of the first command that brings any are in what is told. */
static void
test_first_marks (CaseFixture  *fixture,
                  gconstpointer data)
{
  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  g_assert_cmpuint (fixture->n_new_marks, ==, 1);
  g_assert_cmpuint (fixture->n_old_marks, ==, 0);
  case_fixture_must_mark (fixture, "nord", "ida", "A", 5);
  g_assert_cmpuint (fixture->n_new_marks, ==, 1);
  g_assert_cmpuint (fixture->n_old_marks, ==, 1);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 1);
}

/* A mark taken back is as if it had not been given, and comes back with its comment. */
static void
test_take_back_mark (CaseFixture  *fixture,
                     gconstpointer data)
{
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 4);
  const VotumMarks *marks = votum_case_get_marks (fixture->votum_case);
  g_autoptr(GError) error = NULL;

  mark.comment = "Så det selv.";
  votum_case_set_mark (fixture->votum_case, &mark, &error);
  g_assert_no_error (error);
  mark.comment = NULL;
  g_assert_true (votum_case_take_back_mark (fixture->votum_case, &mark, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (marks), ==, 0);
  g_assert_cmpuint (fixture->n_old_marks, ==, 1);
  g_assert_cmpuint (fixture->n_new_marks, ==, 0);
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "take-back-mark");

  /* once more is nothing */
  g_assert_true (votum_case_take_back_mark (fixture->votum_case, &mark, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  case_fixture_reopen (fixture);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 0);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 1);
  g_assert_cmpstr (votum_marks_get (votum_case_get_marks (fixture->votum_case), 0)->comment, ==, "Så det selv.");
}

/* Also taking back keeps to the seal of a round. */
static void
test_take_back_sealed (CaseFixture  *fixture,
                       gconstpointer data)
{
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 4);
  VotumThing *round = case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1");
  g_autoptr(GError) error = NULL;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  g_assert_true (votum_case_edit (fixture->votum_case, round, VOTUM_ROUND_STATE, "sealed", NULL, &error));
  g_assert_no_error (error);
  g_assert_false (votum_case_take_back_mark (fixture->votum_case, &mark, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 1);
}

static VotumThing *
new_visit (CaseFixture *fixture)
{
  VotumThing *visit = votum_thing_new (VOTUM_KIND_VISIT);

  votum_thing_set_ref (visit, VOTUM_VISIT_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));

  return visit;
}

static void
test_add_and_remove (CaseFixture  *fixture,
                     gconstpointer data)
{
  g_autoptr(VotumThing) visit = new_visit (fixture);
  g_autoptr(VotumThing) note = votum_thing_new (VOTUM_KIND_NOTE);
  g_autoptr(VotumThing) empty = votum_thing_new (VOTUM_KIND_VISIT);
  g_autofree char *key = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (votum_case_add (fixture->votum_case, empty, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (votum_thing_get_id (empty), ==, 0);
  g_assert_null (votum_thing_get_key (empty));

  g_assert_true (votum_case_add (fixture->votum_case, visit, &error));
  key = g_strdup_printf ("visit-%" G_GINT64_FORMAT, votum_thing_get_id (visit));
  g_assert_cmpstr (votum_thing_get_key (visit), ==, key);
  g_assert_true (votum_case_lookup (fixture->votum_case, votum_thing_get_id (visit)) == visit);
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "add-visit");
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->subject, ==, "Nordlys");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(VotumThing) question = votum_thing_new (VOTUM_KIND_QUESTION);

      votum_thing_set_ref (question, VOTUM_QUESTION_VISIT, votum_thing_get_id (visit));
      votum_thing_set_from_text (question, VOTUM_QUESTION_TEXT, "Stemmer det?", NULL);
      g_assert_true (votum_case_add (fixture->votum_case, question, &error));
      g_assert_cmpint (votum_thing_get_number (question, VOTUM_QUESTION_POSITION), ==, i + 1);
    }
  votum_thing_set_ref (note, VOTUM_NOTE_VISIT, votum_thing_get_id (visit));
  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
  votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, "Ja.", NULL);
  g_assert_true (votum_case_add (fixture->votum_case, note, &error));

  /* an entrant that was visited stays; a visit goes with all that was written on it */
  g_assert_false (votum_case_remove (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord"), &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (votum_case_remove (fixture->votum_case, visit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_things, ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_QUESTION)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_NOTE)), ==, 0);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_QUESTION)), ==, 2);

  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_false (votum_case_edit (fixture->votum_case, note, VOTUM_NOTE_TEXT, "Nei.", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
}

static void
assert_order (CaseFixture *fixture,
              const char  *parent,
              const char  *expected)
{
  g_autoptr(GPtrArray) criteria = votum_case_in_order (fixture->votum_case, VOTUM_KIND_CRITERION);
  g_autoptr(GString) keys = g_string_new (NULL);
  gint64 id = case_fixture_id (fixture, VOTUM_KIND_CRITERION, parent);

  for (guint i = 0; i < criteria->len; i++)
    if (votum_thing_get_ref (criteria->pdata[i], VOTUM_CRITERION_PARENT) == id)
      g_string_append (keys, votum_thing_get_key (criteria->pdata[i]));
  g_assert_cmpstr (keys->str, ==, expected);
}

static VotumThing *
add_criterion (CaseFixture *fixture,
               const char  *key,
               const char  *parent,
               const char  *kind)
{
  VotumThing *criterion = votum_thing_new (VOTUM_KIND_CRITERION);
  g_autoptr(VotumTexts) name = votum_texts_with (NULL, "nb", key);
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (criterion, key);
  votum_thing_set_texts (criterion, VOTUM_CRITERION_NAME, name);
  votum_thing_set_from_text (criterion, VOTUM_CRITERION_KIND, kind, NULL);
  if (parent != NULL)
    votum_thing_set_ref (criterion, VOTUM_CRITERION_PARENT, case_fixture_id (fixture, VOTUM_KIND_CRITERION, parent));
  votum_case_add (fixture->votum_case, criterion, &error);
  g_assert_no_error (error);
  g_object_unref (criterion);

  return criterion;
}

static void
test_move (CaseFixture  *fixture,
           gconstpointer data)
{
  VotumThing *c = add_criterion (fixture, "C", "G", "judged");
  VotumThing *h = add_criterion (fixture, "H", NULL, "group");
  g_autoptr(GError) error = NULL;

  assert_order (fixture, "G", "ABC");
  g_assert_true (votum_case_move (fixture->votum_case, c, 0, NULL, &error));
  assert_order (fixture, "G", "CAB");
  g_assert_cmpuint (fixture->n_things, ==, 3);
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "move-criterion");
  g_assert_true (votum_case_move (fixture->votum_case, c, 1, NULL, &error));
  assert_order (fixture, "G", "ACB");
  g_assert_cmpuint (fixture->n_things, ==, 2);
  g_assert_true (votum_case_move (fixture->votum_case, c, 99, NULL, &error));
  assert_order (fixture, "G", "ABC");

  g_assert_true (votum_case_move_to (fixture->votum_case, c, h, 0, NULL, &error));
  assert_order (fixture, "G", "AB");
  assert_order (fixture, "H", "C");
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  assert_order (fixture, "G", "ABC");
  g_assert_no_error (error);
}

static VotumThing *
add_named (CaseFixture *fixture,
           VotumKind    kind,
           const char  *key,
           VotumThing  *parent,
           VotumThing  *class_thing)
{
  g_autoptr(VotumThing) thing = votum_thing_new (kind);
  g_autoptr(VotumTexts) name = votum_texts_with (NULL, "nb", key);
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (thing, key);
  votum_thing_set_texts (thing, votum_thing_info_find (votum_thing_get_info (thing), "name"), name);
  if (parent != NULL)
    votum_thing_set_ref (thing, VOTUM_CRITERION_PARENT, votum_thing_get_id (parent));
  if (class_thing != NULL)
    votum_thing_set_ref (thing, VOTUM_CRITERION_CLASS, votum_thing_get_id (class_thing));
  votum_case_add (fixture->votum_case, thing, &error);
  g_assert_no_error (error);

  return case_fixture_thing (fixture, kind, key);
}

/* A criterion that leaves its group stays in the class of its tree. */
static void
test_move_in_class (CaseFixture  *fixture,
                    gconstpointer data)
{
  VotumThing *class_thing = add_named (fixture, VOTUM_KIND_CLASS, "K1", NULL, NULL);
  VotumThing *group = add_named (fixture, VOTUM_KIND_CRITERION, "K", NULL, class_thing);
  VotumThing *leaf;
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_edit (fixture->votum_case, group, VOTUM_CRITERION_KIND, "group", NULL, &error));
  leaf = add_named (fixture, VOTUM_KIND_CRITERION, "L", group, NULL);
  add_named (fixture, VOTUM_KIND_CRITERION, "M", group, class_thing);
  g_assert_true (votum_case_move (fixture->votum_case, leaf, 1, NULL, &error));
  assert_order (fixture, "K", "ML");
  g_assert_true (votum_case_move_to (fixture->votum_case, leaf, NULL, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (votum_thing_get_ref (leaf, VOTUM_CRITERION_CLASS), ==, votum_thing_get_id (class_thing));
  g_assert_cmpint (votum_thing_get_number (leaf, VOTUM_CRITERION_POSITION), ==, 1);
  g_assert_cmpint (votum_thing_get_number (group, VOTUM_CRITERION_POSITION), ==, 2);
}

static void
test_locked (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumThing *b = case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "B");
  g_autoptr(GError) error = NULL;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  case_fixture_must_mark (fixture, "nord", "ida", "B", 4);
  g_assert_false (votum_case_edit (fixture->votum_case, b, VOTUM_CRITERION_WEIGHT, "50", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (votum_case_edit (fixture->votum_case, b, VOTUM_CRITERION_WEIGHT, "50", "Juryen vedtok det.", &error));
  g_assert_true (votum_case_move (fixture->votum_case, b, 0, NULL, &error));

  g_assert_false (votum_case_remove (fixture->votum_case, b, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (votum_case_remove_unlocked (fixture->votum_case, b, "Målt på annet vis.", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 1);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 2);

  g_assert_false (votum_case_remove (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida"), &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
}

static void
test_recusal (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(VotumThing) recusal = votum_thing_new (VOTUM_KIND_RECUSAL);
  g_autoptr(GError) error = NULL;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 4);
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, case_fixture_id (fixture, VOTUM_KIND_JUROR, "ida"));
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  g_assert_true (votum_case_add_recusal (fixture->votum_case, recusal, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_old_marks, ==, 1);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 1);

  /* declared only, then all the same not marking: the mark that was given between goes */
  g_assert_true (votum_case_edit (fixture->votum_case, recusal, VOTUM_RECUSAL_DEGREE, "declared-only", NULL, &error));
  case_fixture_must_mark (fixture, "nord", "ida", "A", 3);
  g_assert_true (votum_case_edit (fixture->votum_case, recusal, VOTUM_RECUSAL_DEGREE, "not-marking", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 1);

  /* taking it back brings the mark back */
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (fixture->votum_case)), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case-edit/edit", test_edit);
  case_fixture_add ("/case-edit/undo-entry", test_undo_entry);
  case_fixture_add ("/case-edit/first-marks", test_first_marks);
  case_fixture_add ("/case-edit/take-back-mark", test_take_back_mark);
  case_fixture_add ("/case-edit/take-back-sealed", test_take_back_sealed);
  case_fixture_add ("/case-edit/add-and-remove", test_add_and_remove);
  case_fixture_add ("/case-edit/move", test_move);
  case_fixture_add ("/case-edit/move-in-class", test_move_in_class);
  case_fixture_add ("/case-edit/locked", test_locked);
  case_fixture_add ("/case-edit/recusal", test_recusal);

  return g_test_run ();
}
