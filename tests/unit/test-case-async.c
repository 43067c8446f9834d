#include "votum-config.h"

#include <stdio.h>
#include <string.h>

#include "case-fixture.h"
#include "votum-case-async.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-export.h"
#include "votum-error.h"

/* Long work on another thread, and a case that another process has open. */

#define N_ENTRANTS 40
#define N_JURORS   10
#define N_CRITERIA 10

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **to = user_data;

  *to = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  double *latest = user_data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpfloat (fraction, >=, *latest);
  *latest = fraction;
}

/* Entrants and jurors enough for a write to take some time, with all their marks. */
static VotumDocument *
large_award (void)
{
  VotumDocument *document = case_fixture_award ();
  char keys[3][8];

  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      g_snprintf (keys[0], sizeof keys[0], "e%u", i);
      small_case_add (document, VOTUM_KIND_ENTRANT, keys[0], "name", keys[0], NULL);
    }
  for (guint i = 0; i < N_JURORS; i++)
    {
      g_snprintf (keys[1], sizeof keys[1], "j%u", i);
      small_case_add (document, VOTUM_KIND_JUROR, keys[1], "name", keys[1], NULL);
    }
  for (guint i = 0; i < N_CRITERIA; i++)
    {
      g_snprintf (keys[2], sizeof keys[2], "c%u", i);
      small_case_add (document, VOTUM_KIND_CRITERION, keys[2], "name", keys[2], "parent", "G", NULL);
    }
  for (guint i = 0; i < N_ENTRANTS * N_JURORS * N_CRITERIA; i++)
    {
      VotumMarkRow row = { .round = "1", .entrant = keys[0], .juror = keys[1], .criterion = keys[2], .value = { 1 + i % 6, 0 } };

      g_snprintf (keys[0], sizeof keys[0], "e%u", i / (N_JURORS * N_CRITERIA));
      g_snprintf (keys[1], sizeof keys[1], "j%u", i / N_CRITERIA % N_JURORS);
      g_snprintf (keys[2], sizeof keys[2], "c%u", i % N_CRITERIA);
      votum_document_add_mark (document, &row);
    }

  return document;
}

static VotumImport *
plan_large (CaseFixture *fixture)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  VotumImport *import = votum_case_plan_document (fixture->votum_case, large_award (), problems, &error);

  g_assert_no_error (error);

  return import;
}

/* ---- opening ---- */

static void
test_open (CaseFixture  *fixture,
           gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) missing = NULL;
  g_autoptr(GAsyncResult) stopped = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  VotumWork work = { .cancellable = cancellable };
  g_autoptr(GError) error = NULL;

  g_clear_object (&fixture->votum_case);
  votum_case_open_async (fixture->path, VOTUM_CASE_OPEN_WRITE, NULL, result_cb, &result);
  wait_for (&result);
  fixture->votum_case = votum_case_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_false (votum_case_is_read_only (fixture->votum_case));
  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);

  votum_case_open_async ("/no/such/case.votum", VOTUM_CASE_OPEN_READ_ONLY, NULL, result_cb, &missing);
  wait_for (&missing);
  g_assert_null (votum_case_open_finish (missing, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_clear_object (&fixture->votum_case);
  g_cancellable_cancel (cancellable);
  votum_case_open_async (fixture->path, VOTUM_CASE_OPEN_WRITE, &work, result_cb, &stopped);
  wait_for (&stopped);
  g_assert_null (votum_case_open_finish (stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_read_only (CaseFixture  *fixture,
                gconstpointer data)
{
  VotumMark mark;
  g_autoptr(GError) error = NULL;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  g_clear_object (&fixture->votum_case);
  fixture->votum_case = votum_case_open (fixture->path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_case_is_read_only (fixture->votum_case));

  mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 5);
  g_assert_false (votum_case_set_mark (fixture->votum_case, &mark, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (votum_case_undo (fixture->votum_case, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
}

/* ---- importing ---- */

static void
test_plan (CaseFixture  *fixture,
           gconstpointer data)
{
  g_autofree char *xml = g_build_filename (fixture->folder, "award.xml", NULL);
  g_autofree char *csv = g_build_filename (fixture->folder, "marks.csv", NULL);
  g_autoptr(GAsyncResult) award = NULL;
  g_autoptr(GAsyncResult) marks = NULL;
  g_autoptr(GAsyncResult) twice = NULL;
  g_autoptr(VotumImport) same = NULL;
  g_autoptr(VotumImport) import = NULL;
  g_autoptr(VotumProblems) problems = NULL;
  VotumMarkDefaults defaults = { .round = "1", .juror = "Ida Berg" };
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_export (fixture->votum_case, xml, &error));
  votum_case_plan_file_async (fixture->votum_case, xml, FALSE, FALSE, NULL, result_cb, &award);
  wait_for (&award);
  same = votum_case_plan_finish (fixture->votum_case, award, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_import_is_empty (same));

  g_assert_true (g_file_set_contents (csv, "entrant;criterion;mark\nnord;A;4\nfjel;A;5\n", -1, NULL));
  votum_case_plan_marks_async (fixture->votum_case, csv, &defaults, NULL, result_cb, &marks);
  defaults = (VotumMarkDefaults) { NULL };
  wait_for (&marks);
  import = votum_case_plan_finish (fixture->votum_case, marks, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (votum_import_marks (import)->added, ==, 2);
  g_assert_true (votum_case_import (fixture->votum_case, import, "import-marks", "marks.csv", NULL, NULL, &error));

  /* a file that is wrong says where */
  g_assert_true (g_file_set_contents (csv, "juror;entrant;criterion;mark\nida;nord;A;4\nida;fjel;A;5\nida;nord;A;4\n", -1, NULL));
  votum_case_plan_marks_async (fixture->votum_case, csv, NULL, NULL, result_cb, &twice);
  wait_for (&twice);
  g_assert_null (votum_case_plan_finish (fixture->votum_case, twice, &problems, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_cmpuint (votum_problems_count (problems), ==, 1);
  g_assert_cmpuint (votum_problems_get (problems, 0)->line, ==, 4);

  g_unlink (xml);
  g_unlink (csv);
}

static void
test_import (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  g_autoptr(GAsyncResult) result = NULL;
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 5);
  double latest = 0;
  VotumWork work = { .progress = progress_cb, .progress_data = &latest };
  g_autoptr(GError) error = NULL;

  votum_case_import_async (self, plan_large (fixture), "import-award", "large", NULL, &work, result_cb, &result);
  g_assert_true (votum_case_is_busy (self));
  g_assert_false (votum_case_set_mark (self, &mark, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (votum_case_keep_draft (self, "note", "Hun så opp", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  /* what there was can be looked at */
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (self, VOTUM_KIND_ENTRANT)), ==, 2);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  wait_for (&result);
  g_assert_true (votum_case_import_finish (self, result, &error));
  g_assert_no_error (error);
  g_assert_false (votum_case_is_busy (self));
  g_assert_cmpfloat (latest, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_new_marks, ==, N_ENTRANTS * N_JURORS * N_CRITERIA);
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (self, VOTUM_KIND_ENTRANT)), ==, 2 + N_ENTRANTS);
  g_assert_true (votum_case_set_mark (self, &mark, &error));
  g_assert_true (votum_case_undo (self, &error) && votum_case_undo (self, &error));
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (self)), ==, 0);
  g_assert_true (votum_case_verify (self, NULL, &error));
  g_assert_no_error (error);
}

static void
test_import_stopped (CaseFixture  *fixture,
                     gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) refused = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  VotumWork work = { .cancellable = cancellable };
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  votum_case_import_async (self, plan_large (fixture), "import-award", "large", NULL, &work, result_cb, &result);
  wait_for (&result);
  g_assert_false (votum_case_import_finish (self, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (votum_case_is_busy (self));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);

  /* what does not pass is told in the same way */
  votum_case_import_async (self, plan_large (fixture), "import-award", "large", NULL, NULL, result_cb, &refused);
  wait_for (&refused);
  g_assert_false (votum_case_import_finish (self, refused, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
}

/* Who closes the window does not wait for what is being written, and the file is whole: all of it or nothing. */
static void
test_closed_meanwhile (CaseFixture  *fixture,
                       gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  gboolean written;
  guint n_marks;
  g_autoptr(GError) error = NULL;

  votum_case_import_async (fixture->votum_case, plan_large (fixture), "import-award", "large", NULL, NULL, result_cb, &result);
  votum_case_close (fixture->votum_case);
  wait_for (&result);
  written = votum_case_import_finish (fixture->votum_case, result, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  case_fixture_reopen (fixture);
  n_marks = votum_marks_size (votum_case_get_marks (fixture->votum_case));
  g_assert_cmpuint (n_marks, ==, written ? N_ENTRANTS * N_JURORS * N_CRITERIA : 0);
  g_assert_true (votum_case_verify (fixture->votum_case, NULL, &error));
  g_assert_no_error (error);
}

/* What is typed while an import is written is refused, and kept when it is done: also when the case is closed then. */
static void
test_typed_meanwhile (CaseFixture  *fixture,
                      gconstpointer data)
{
  gboolean closes = GPOINTER_TO_INT (data);
  VotumCase *self = fixture->votum_case;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_keep_draft (self, "note:a", "Før", &error));
  g_assert_true (votum_case_keep_draft (self, "note:b", "Bort", &error));
  votum_case_import_async (self, plan_large (fixture), "import-award", "large", NULL, NULL, result_cb, &result);
  g_assert_false (votum_case_keep_draft (self, "note:a", "Før og under", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpstr (votum_case_get_draft (self, "note:a"), ==, "Før og under");
  g_assert_false (votum_case_keep_draft (self, "note:b", NULL, NULL));
  /* what was typed and taken back */
  g_assert_false (votum_case_keep_draft (self, "note:c", "x", NULL));
  g_assert_true (votum_case_keep_draft (self, "note:c", "", NULL));
  if (closes)
    votum_case_close (self);
  wait_for (&result);
  /* it holds the case */
  g_clear_object (&result);

  case_fixture_reopen (fixture);
  self = fixture->votum_case;
  g_assert_cmpstr (votum_case_get_draft (self, "note:a"), ==, "Før og under");
  g_assert_null (votum_case_get_draft (self, "note:b"));
  g_assert_null (votum_case_get_draft (self, "note:c"));
  g_assert_true (votum_case_verify (self, NULL, &error));
  g_assert_no_error (error);
}

/* ---- a case that another process has open ---- */

/* Opens the case, says so, and gives one mark after the other until it is told to end. */
static int
hold_case (const char *path)
{
  g_autoptr(VotumCase) votum_case = votum_case_open (path, FALSE, NULL, NULL);
  GPollFD end = { .fd = 0, .events = G_IO_IN | G_IO_HUP };
  VotumMark mark = { 0 };

  if (votum_case == NULL)
    return 1;
  mark.round = votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_ROUND, "1"));
  mark.entrant = votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_ENTRANT, "nord"));
  mark.juror = votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_JUROR, "ida"));
  mark.criterion = votum_thing_get_id (votum_case_find (votum_case, VOTUM_KIND_CRITERION, "A"));
  puts ("ready");
  fflush (stdout);
  while (g_poll (&end, 1, 0) == 0)
    {
      mark.digits = mark.digits % 6 + 1;
      if (!votum_case_set_mark (votum_case, &mark, NULL))
        return 1;
    }

  return 0;
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_copy (CaseFixture  *fixture,
           gconstpointer program)
{
  g_autoptr(GSubprocess) holder = NULL;
  g_autoptr(GDataInputStream) said = NULL;
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&fixture->votum_case);
  holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--hold", fixture->path, NULL);
  g_assert_no_error (error);
  said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  line = g_data_input_stream_read_line (said, NULL, NULL, &error);
  g_assert_cmpstr (line, ==, "ready");

  g_assert_null (votum_case_open (fixture->path, FALSE, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(VotumCase) copy = NULL;

      votum_case_open_async (fixture->path, VOTUM_CASE_OPEN_COPY, NULL, result_cb, &result);
      wait_for (&result);
      copy = votum_case_open_finish (result, &error);
      g_assert_no_error (error);
      g_assert_true (votum_case_is_read_only (copy));
      g_assert_cmpstr (votum_case_get_path (copy), ==, fixture->path);
      g_assert_false (votum_case_edit (copy, votum_case_find (copy, VOTUM_KIND_ENTRANT, "nord"), VOTUM_ENTRANT_PLACE, "Tromsø", NULL, &error));
      g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
      g_clear_error (&error);
      g_assert_cmpuint (count_files (g_get_tmp_dir ()), ==, 2);
    }
  g_assert_cmpuint (count_files (g_get_tmp_dir ()), ==, 1);

  g_output_stream_close (g_subprocess_get_stdin_pipe (holder), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (holder, NULL, &error));
  g_assert_no_error (error);
  case_fixture_reopen (fixture);
  /* nor is a case copied that this program has open itself: that would drop its locks */
  g_assert_null (votum_case_open_copy (fixture->path, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  int status;

  if (argc == 3 && strcmp (argv[1], "--hold") == 0)
    return hold_case (argv[2]);

  g_test_init (&argc, &argv, NULL);
  folder = g_mkdtemp (g_strdup ("/tmp/votum-async-XXXXXX"));
  /* so that nothing else is where copies are counted */
  g_setenv ("TMPDIR", folder, TRUE);

  case_fixture_add ("/case-async/open", test_open);
  case_fixture_add ("/case-async/read-only", test_read_only);
  case_fixture_add ("/case-async/plan", test_plan);
  case_fixture_add ("/case-async/import", test_import);
  case_fixture_add ("/case-async/import-stopped", test_import_stopped);
  case_fixture_add ("/case-async/closed-meanwhile", test_closed_meanwhile);
  for (int closes = FALSE; closes <= TRUE; closes++)
    g_test_add (closes ? "/case-async/typed-meanwhile-and-closed" : "/case-async/typed-meanwhile", CaseFixture, GINT_TO_POINTER (closes),
                case_fixture_set_up, test_typed_meanwhile, case_fixture_tear_down);
  g_test_add ("/case-async/copy", CaseFixture, argv[0], case_fixture_set_up, test_copy, case_fixture_tear_down);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
