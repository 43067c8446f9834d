#include "votum-config.h"

#include "votum-case-export.h"
#include "votum-case-import.h"
#include "votum-case-result.h"
#include "votum-error.h"
#include "votum-text.h"
#include "case-fixture.h"

/* The case: commands that are checked, logged, taken back and done again, also after a restart. */

typedef struct {
  char *folder;
  char *path;
  VotumCase *votum_case;
} Fixture;

static VotumDocument *
make_award (void)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);

  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", "1", "max", "6", "step", "1", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "round-total", "2", NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Prøveprisen", "scale", "s", "rule", "r", "year", "2026", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "G", "name", "Gruppe", "kind", "group", "weight", "100", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "A", "name", "Kultur", "weight", "60", "parent", "G", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "B", "name", "Resultat", "weight", "40", "parent", "G", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "nord", "name", "Nordlys", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "fjel", "name", "Fjellvind", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "ida", "name", "Ida Berg", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "per", "name", "Per Dahl", NULL);
  small_case_add (document, VOTUM_KIND_ROUND, "1", "position", "1", NULL);

  return document;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("votum-case-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "case.votum", NULL);
  fixture->votum_case = votum_case_create (fixture->path, &error);
  g_assert_no_error (error);
  votum_case_set_who (fixture->votum_case, "Test");
  case_fixture_import (fixture->votum_case, make_award (), "init");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->votum_case);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&fixture->votum_case);
  fixture->votum_case = votum_case_open (fixture->path, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->votum_case);
}

static gint64
number_of (Fixture    *fixture,
           VotumKind   kind,
           const char *key)
{
  VotumThing *thing = votum_case_find (fixture->votum_case, kind, key);

  g_assert_nonnull (thing);

  return votum_thing_get_id (thing);
}

static gboolean
mark (Fixture    *fixture,
      const char *entrant,
      const char *juror,
      const char *criterion,
      int         value,
      GError    **error)
{
  VotumMark given = {
    .round = number_of (fixture, VOTUM_KIND_ROUND, "1"),
    .entrant = number_of (fixture, VOTUM_KIND_ENTRANT, entrant),
    .juror = number_of (fixture, VOTUM_KIND_JUROR, juror),
    .criterion = number_of (fixture, VOTUM_KIND_CRITERION, criterion),
    .digits = value,
  };

  return votum_case_set_mark (fixture->votum_case, &given, error);
}

static void
must_mark (Fixture    *fixture,
           const char *entrant,
           const char *juror,
           const char *criterion,
           int         value)
{
  g_autoptr(GError) error = NULL;

  mark (fixture, entrant, juror, criterion, value, &error);
  g_assert_no_error (error);
}

static int
value_of (Fixture    *fixture,
          const char *entrant,
          const char *juror,
          const char *criterion)
{
  const VotumMark *given = votum_marks_lookup (votum_case_get_marks (fixture->votum_case), number_of (fixture, VOTUM_KIND_ROUND, "1"),
                                               number_of (fixture, VOTUM_KIND_ENTRANT, entrant), number_of (fixture, VOTUM_KIND_JUROR, juror),
                                               number_of (fixture, VOTUM_KIND_CRITERION, criterion));

  return given != NULL ? (int) given->digits : -1;
}

/* Changes one field of one thing as a command would. */
static gboolean
change (Fixture    *fixture,
        VotumKind   kind,
        const char *key,
        guint       field,
        const char *value,
        const char *unlock,
        GError    **error)
{
  VotumThing *current = votum_case_find (fixture->votum_case, kind, key);
  g_autoptr(VotumThing) old = votum_thing_copy (current);
  g_autoptr(VotumThing) new = votum_thing_copy (current);
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  if (!votum_thing_set_from_text (new, field, value, error))
    return FALSE;
  votum_changes_thing (changes, old, new);

  return votum_case_apply (fixture->votum_case, changes, "edit", key, unlock, NULL, error);
}

static gboolean
remove_thing (Fixture    *fixture,
              VotumKind   kind,
              const char *key,
              GError    **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  votum_changes_thing (changes, votum_case_find (fixture->votum_case, kind, key), NULL);

  return votum_case_apply (fixture->votum_case, changes, "remove", key, NULL, NULL, error);
}

static void
test_what_is_written_is_there (Fixture      *fixture,
                               gconstpointer data)
{
  VotumThing *award;

  must_mark (fixture, "nord", "ida", "A", 5);
  reopen (fixture);
  g_assert_cmpint (value_of (fixture, "nord", "ida", "A"), ==, 5);
  award = votum_case_get_award (fixture->votum_case);
  g_assert_cmpstr (votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), "nb"), ==, "Prøveprisen");
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_ENTRANT)), ==, 2);
  g_assert_cmpuint (votum_case_get_log (fixture->votum_case)->len, ==, 2);
}

static void
test_undo_reaches_back_over_a_restart (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  must_mark (fixture, "nord", "ida", "A", 5);
  must_mark (fixture, "nord", "ida", "A", 6);
  change (fixture, VOTUM_KIND_ENTRANT, "nord", VOTUM_ENTRANT_NAME, "Nordlys Kraft", NULL, &error);
  g_assert_no_error (error);

  reopen (fixture);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpstr (votum_thing_get_text (votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "nord"), VOTUM_ENTRANT_NAME), ==, "Nordlys");
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpint (value_of (fixture, "nord", "ida", "A"), ==, 5);

  reopen (fixture);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpint (value_of (fixture, "nord", "ida", "A"), ==, -1);
  g_assert_null (votum_case_undo_name (fixture->votum_case));
  g_assert_false (votum_case_undo (fixture->votum_case, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  reopen (fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_true (votum_case_redo (fixture->votum_case, &error));
  g_assert_cmpint (value_of (fixture, "nord", "ida", "A"), ==, 6);
  g_assert_cmpstr (votum_thing_get_text (votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "nord"), VOTUM_ENTRANT_NAME), ==,
                   "Nordlys Kraft");
  g_assert_false (votum_case_redo (fixture->votum_case, NULL));
  g_assert_true (votum_case_verify (fixture->votum_case, NULL, &error));
  g_assert_no_error (error);
}

static void
test_a_new_change_ends_redo (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  must_mark (fixture, "nord", "ida", "A", 5);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  must_mark (fixture, "nord", "ida", "B", 4);
  g_assert_null (votum_case_redo_name (fixture->votum_case));
  reopen (fixture);
  g_assert_null (votum_case_redo_name (fixture->votum_case));
  g_assert_cmpint (value_of (fixture, "nord", "ida", "A"), ==, -1);
}

static void
test_a_mark_is_on_its_scale (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (mark (fixture, "nord", "ida", "A", 7, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mark (fixture, "nord", "ida", "G", 5, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_cmpuint (votum_case_get_log (fixture->votum_case)->len, ==, 1);
}

static void
test_who_is_recused_does_not_mark (Fixture      *fixture,
                                   gconstpointer data)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(GError) error = NULL;

  small_case_add (document, VOTUM_KIND_RECUSAL, "x", "juror", "ida", "entrant", "nord", "reason", "Søster", NULL);
  case_fixture_import (fixture->votum_case, document, "import-award");
  g_assert_false (mark (fixture, "nord", "ida", "A", 5, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  must_mark (fixture, "fjel", "ida", "A", 5);
}

static void
test_marks_lock_the_criteria (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (change (fixture, VOTUM_KIND_CRITERION, "A", VOTUM_CRITERION_WEIGHT, "50", NULL, &error));
  must_mark (fixture, "nord", "ida", "A", 5);
  g_assert_false (change (fixture, VOTUM_KIND_CRITERION, "A", VOTUM_CRITERION_WEIGHT, "60", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (change (fixture, VOTUM_KIND_CRITERION, "A", VOTUM_CRITERION_EVIDENCE, "visit", NULL, &error));
  g_assert_true (change (fixture, VOTUM_KIND_CRITERION, "A", VOTUM_CRITERION_WEIGHT, "60", "The jury agreed", &error));
  g_assert_no_error (error);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_no_error (error);
}

static void
test_what_has_marks_stays (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  must_mark (fixture, "nord", "ida", "A", 5);
  g_assert_false (remove_thing (fixture, VOTUM_KIND_ENTRANT, "nord", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (remove_thing (fixture, VOTUM_KIND_ENTRANT, "fjel", &error));
  g_assert_no_error (error);
  g_assert_null (votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "fjel"));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_nonnull (votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "fjel"));
}

static void
test_the_tree_stays_a_tree (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *a = g_strdup_printf ("%" G_GINT64_FORMAT, number_of (fixture, VOTUM_KIND_CRITERION, "A"));
  g_autofree char *g = g_strdup_printf ("%" G_GINT64_FORMAT, number_of (fixture, VOTUM_KIND_CRITERION, "G"));

  g_assert_false (change (fixture, VOTUM_KIND_CRITERION, "G", VOTUM_CRITERION_PARENT, g, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (change (fixture, VOTUM_KIND_CRITERION, "B", VOTUM_CRITERION_PARENT, a, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (change (fixture, VOTUM_KIND_CRITERION, "A", VOTUM_CRITERION_WEIGHT, "0", NULL, &error));
  g_assert_false (change (fixture, VOTUM_KIND_CRITERION, "B", VOTUM_CRITERION_WEIGHT, "0", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (remove_thing (fixture, VOTUM_KIND_CRITERION, "G", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
}

static void
test_ids_are_not_used_again (Fixture      *fixture,
                             gconstpointer data)
{
  gint64 gone = number_of (fixture, VOTUM_KIND_ENTRANT, "fjel");
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_SHORTLIST);

  g_assert_true (remove_thing (fixture, VOTUM_KIND_ENTRANT, "fjel", NULL));
  reopen (fixture);
  small_case_add (document, VOTUM_KIND_ENTRANT, "fjel", "name", "Fjellvind", NULL);
  case_fixture_import (fixture->votum_case, document, "import-shortlist");
  g_assert_cmpint (number_of (fixture, VOTUM_KIND_ENTRANT, "fjel"), !=, gone);
}

static void
test_an_update_leaves_what_the_file_is_silent_of (Fixture      *fixture,
                                                  gconstpointer data)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_SHORTLIST);
  VotumThing *entrant;

  g_assert_true (change (fixture, VOTUM_KIND_ENTRANT, "nord", VOTUM_ENTRANT_STATUS, "finalist", NULL, NULL));
  small_case_add (document, VOTUM_KIND_ENTRANT, "NORD", "name", "Nordlys Kraft", NULL);
  case_fixture_import (fixture->votum_case, document, "import-shortlist");
  entrant = votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "nord");
  g_assert_cmpstr (votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME), ==, "Nordlys Kraft");
  g_assert_cmpstr (votum_thing_get_text (entrant, VOTUM_ENTRANT_STATUS), ==, "finalist");
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_ENTRANT)), ==, 2);
}

static void
test_a_reference_that_leads_nowhere (Fixture      *fixture,
                                     gconstpointer data)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;

  small_case_add (document, VOTUM_KIND_RECUSAL, "x", "juror", "nobody", "entrant", "nord", NULL);
  g_assert_null (votum_case_plan_document (fixture->votum_case, document, problems, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_cmpuint (votum_problems_count (problems), ==, 1);
  g_assert_nonnull (strstr (votum_problems_get (problems, 0)->message, "nobody"));
}

static void
test_the_result_follows_the_rule (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *total = NULL;

  must_mark (fixture, "nord", "ida", "A", 5);
  must_mark (fixture, "nord", "ida", "B", 4);
  must_mark (fixture, "nord", "per", "A", 6);
  must_mark (fixture, "fjel", "ida", "A", 5);
  must_mark (fixture, "fjel", "ida", "B", 5);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
  /* A (5 + 6) / 2 = 5.5 with 60 %, B 4 with 40 %: 4.9; Per's missing B is not a zero */
  total = votum_result_total (standing->result, 0, 0, 2);
  g_assert_cmpstr (total, ==, "4.90");
  g_assert_cmpuint (votum_result_position (standing->result, 0, 1), ==, 1);
}

static void
test_who_withdraws_is_kept_but_not_ranked (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GError) error = NULL;

  must_mark (fixture, "nord", "ida", "A", 5);
  must_mark (fixture, "fjel", "ida", "A", 4);
  g_assert_true (change (fixture, VOTUM_KIND_ENTRANT, "nord", VOTUM_ENTRANT_STATUS, "withdrawn", NULL, &error));
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (standing->entrants->len, ==, 1);
  g_assert_cmpint (value_of (fixture, "nord", "ida", "A"), ==, 5);
}

static void
test_a_sealed_round_shows_nothing (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GError) error = NULL;

  must_mark (fixture, "nord", "ida", "A", 5);
  g_assert_true (change (fixture, VOTUM_KIND_ROUND, "1", VOTUM_ROUND_STATE, "sealed", NULL, &error));
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_null (standing);
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (mark (fixture, "nord", "per", "A", 5, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/case/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("what-is-written-is-there", test_what_is_written_is_there);
  ADD ("undo-reaches-back-over-a-restart", test_undo_reaches_back_over_a_restart);
  ADD ("a-new-change-ends-redo", test_a_new_change_ends_redo);
  ADD ("a-mark-is-on-its-scale", test_a_mark_is_on_its_scale);
  ADD ("who-is-recused-does-not-mark", test_who_is_recused_does_not_mark);
  ADD ("marks-lock-the-criteria", test_marks_lock_the_criteria);
  ADD ("what-has-marks-stays", test_what_has_marks_stays);
  ADD ("the-tree-stays-a-tree", test_the_tree_stays_a_tree);
  ADD ("ids-are-not-used-again", test_ids_are_not_used_again);
  ADD ("an-update-leaves-what-the-file-is-silent-of", test_an_update_leaves_what_the_file_is_silent_of);
  ADD ("a-reference-that-leads-nowhere", test_a_reference_that_leads_nowhere);
  ADD ("the-result-follows-the-rule", test_the_result_follows_the_rule);
  ADD ("who-withdraws-is-kept-but-not-ranked", test_who_withdraws_is_kept_but_not_ranked);
  ADD ("a-sealed-round-shows-nothing", test_a_sealed_round_shows_nothing);

  return g_test_run ();
}
