#include "votum-config.h"

#include "open-case.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <utime.h>

#include "votum-case-backups.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"

/* Copies of a case that nobody has asked for until they are needed. */

static char *home;

static char *
folder_of (OpenCase *fixture)
{
  return g_build_filename (home, "votum", "backups", votum_case_get_uuid (fixture->votum_case), NULL);
}

static GPtrArray *
backups_of (const char *path_or_uuid)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *backups = votum_case_list_backups (path_or_uuid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (backups);

  return backups;
}

static guint
n_backups (OpenCase *fixture)
{
  g_autoptr(GPtrArray) backups = backups_of (votum_case_get_uuid (fixture->votum_case));

  return backups->len;
}

static void
add_note (OpenCase   *fixture,
          const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) note = open_case_note (fixture, text);

  g_assert_true (votum_case_add (fixture->votum_case, note, &error));
  g_assert_no_error (error);
}

/* Makes all copies @days older, as their names tell it. */
static void
age (OpenCase *fixture,
     int       days)
{
  g_autofree char *folder = folder_of (fixture);
  g_autoptr(GPtrArray) backups = backups_of (votum_case_get_uuid (fixture->votum_case));

  for (guint i = 0; i < backups->len; i++)
    {
      const VotumCaseBackup *backup = backups->pdata[i];
      g_autofree char *name = g_path_get_basename (backup->path);
      g_autoptr(GDateTime) utc = g_date_time_to_utc (backup->time);
      g_autoptr(GDateTime) then = g_date_time_add_days (utc, -days);
      g_autofree char *date = g_date_time_format (then, "%Y%m%d");
      g_autofree char *aged = g_strconcat (date, name + strlen (date), NULL);
      g_autofree char *path = g_build_filename (folder, aged, NULL);

      g_assert_cmpint (g_rename (backup->path, path), ==, 0);
    }
}

/* Closing waits for the thread that writes. */
static void
open_and_close (OpenCase *fixture)
{
  open_case_again (fixture, FALSE);
  g_assert_null (votum_case_get_backup_problem (fixture->votum_case));
  open_case_again (fixture, TRUE);
}

static void
test_one_a_day (OpenCase     *fixture,
                gconstpointer data)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *folder = NULL;
  const VotumCaseBackup *backup;
  GStatBuf info;

  /* looking at a case does not copy it */
  open_case_again (fixture, TRUE);
  open_case_again (fixture, TRUE);
  g_assert_cmpuint (n_backups (fixture), ==, 0);

  open_and_close (fixture);
  backups = backups_of (votum_case_get_uuid (fixture->votum_case));
  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];
  g_assert_cmpstr (backup->name, ==, "case.votum");
  g_assert_cmpstr (backup->uuid, ==, votum_case_get_uuid (fixture->votum_case));
  g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, backup->size);
  folder = folder_of (fixture);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  /* once more on the same day: neither the same, nor what came after */
  open_and_close (fixture);
  open_case_again (fixture, FALSE);
  add_note (fixture, "Ny");
  open_and_close (fixture);
  g_assert_cmpuint (n_backups (fixture), ==, 1);

  /* the next day: once */
  age (fixture, 1);
  open_and_close (fixture);
  open_and_close (fixture);
  g_assert_cmpuint (n_backups (fixture), ==, 2);

  /* and on a day after on which nothing had changed: not */
  age (fixture, 1);
  open_and_close (fixture);
  g_assert_cmpuint (n_backups (fixture), ==, 2);
}

static void
test_the_latest_stay (OpenCase     *fixture,
                      gconstpointer data)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *folder = folder_of (fixture);
  g_autofree char *left = g_build_filename (folder, ".20200101T000000.x.a1b2c3", NULL);
  g_autofree char *fresh = g_build_filename (folder, ".20300101T000000.x.a1b2c3", NULL);
  g_autofree char *mine = g_build_filename (folder, "mine.txt", NULL);
  struct utimbuf long_ago = { 1000000000, 1000000000 };

  for (guint day = 0; day < 14; day++)
    {
      open_case_again (fixture, FALSE);
      add_note (fixture, "Dagens");
      open_and_close (fixture);
      age (fixture, 1);
      if (day == 5)
        {
          g_assert_true (g_file_set_contents (left, "halv", -1, NULL) && g_file_set_contents (mine, "min", -1, NULL));
          g_assert_true (g_file_set_contents (fresh, "halv", -1, NULL));
          g_assert_cmpint (utime (left, &long_ago) | utime (mine, &long_ago), ==, 0);
        }
    }
  backups = backups_of (votum_case_get_uuid (fixture->votum_case));
  g_assert_cmpuint (backups->len, ==, 10);
  for (guint i = 1; i < backups->len; i++)
    g_assert_cmpint (g_date_time_compare (((VotumCaseBackup *) backups->pdata[i - 1])->time, ((VotumCaseBackup *) backups->pdata[i])->time), >, 0);
  /* what was left half written goes, what somebody put there stays */
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
}

/* Two files of one case, as when somebody was given a copy: neither takes the other's place. */
static void
test_two_ways (OpenCase     *fixture,
               gconstpointer data)
{
  OpenCase other = { .folder = fixture->folder, .path = g_build_filename (fixture->folder, "annen.votum", NULL) };
  g_autofree char *bytes = NULL;
  gsize length;

  open_case_again (fixture, TRUE);
  g_clear_object (&fixture->votum_case);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (other.path, bytes, (gssize) length, NULL));

  open_case_again (fixture, FALSE);
  add_note (fixture, "Her");
  open_and_close (fixture);
  open_case_again (&other, FALSE);
  add_note (&other, "Der");
  open_and_close (&other);
  /* the copy of what both have come from counts for both */
  g_assert_cmpstr (votum_case_get_uuid (fixture->votum_case), ==, votum_case_get_uuid (other.votum_case));
  g_assert_cmpuint (n_backups (fixture), ==, 1);
  age (fixture, 1);
  open_and_close (fixture);
  g_assert_cmpuint (n_backups (fixture), ==, 2);
  for (guint day = 0; day < 14; day++)
    {
      open_case_again (&other, FALSE);
      add_note (&other, "Der");
      open_and_close (&other);
      age (&other, 1);
    }
  open_case_again (fixture, FALSE);
  add_note (fixture, "Her igjen");
  open_and_close (fixture);
  {
    g_autoptr(GPtrArray) backups = backups_of (votum_case_get_uuid (fixture->votum_case));
    guint here = 0;

    g_assert_cmpuint (backups->len, ==, 12);
    for (guint i = 0; i < backups->len; i++)
      here += strcmp (((VotumCaseBackup *) backups->pdata[i])->name, "case.votum") == 0;
    g_assert_cmpuint (here, >=, 2);
  }

  g_clear_object (&other.votum_case);
  g_free (other.path);
}

static void
test_the_way_back (OpenCase     *fixture,
                   gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "tilbake.votum", NULL);
  g_autofree char *foreign = g_build_filename (fixture->folder, "brev.txt", NULL);
  g_autofree char *bytes = NULL;
  const VotumCaseBackup *backup;
  gboolean found = FALSE;
  GStatBuf info;
  gsize length;

  add_note (fixture, "Før");
  g_assert_true (votum_case_keep_draft (fixture->votum_case, "note:new", "Halvferdig", NULL));
  open_and_close (fixture);
  open_case_again (fixture, FALSE);
  add_note (fixture, "Etter");

  /* while it is open, its name among cases says which it is */
  g_assert_null (votum_case_list_backups (fixture->path, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_object (&fixture->votum_case);

  /* the first page of the file is lost */
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes, 0, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  g_assert_null (votum_case_open (fixture->path, FALSE, NULL, NULL));
  backups = backups_of (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];

  g_assert_false (votum_case_restore_backup (backup->path, fixture->path, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (votum_case_restore_backup (backup->path, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&path);
  open_case_again (fixture, FALSE);
  g_assert_true (votum_case_verify (fixture->votum_case, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_NOTE)), ==, 1);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Halvferdig");

  /* of a file that is gone, the copies are among all */
  all = backups_of (NULL);
  g_assert_cmpuint (all->len, >=, 1);
  for (guint i = 0; i < all->len; i++)
    found = found || strcmp (((VotumCaseBackup *) all->pdata[i])->path, backup->path) == 0;
  g_assert_true (found);
  g_assert_true (g_file_set_contents (foreign, "Kjære jury", -1, NULL));
  g_assert_null (votum_case_list_backups (foreign, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN);
}

static void
told_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    data)
{
  guint *told = data;

  (*told)++;
}

/* A copy that cannot be made is told, and the case is open all the same. */
static void
test_problems (OpenCase     *fixture,
               gconstpointer data)
{
  g_autofree char *folder = folder_of (fixture);
  g_autofree char *parent = g_path_get_dirname (folder);
  struct rlimit before, limit;
  guint told = 0;

  /* a file where the folder should be */
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*case.votum*");
  open_case_again (fixture, FALSE);
  g_test_assert_expected_messages ();
  g_assert_nonnull (strstr (votum_case_get_backup_problem (fixture->votum_case), "case.votum"));
  add_note (fixture, "Likevel");
  open_case_again (fixture, TRUE);
  g_assert_null (votum_case_get_backup_problem (fixture->votum_case));
  g_unlink (folder);

  /* one that shows only when it is written */
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit) { 16384, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  open_case_again (fixture, FALSE);
  g_signal_connect (fixture->votum_case, "notify::backup-problem", G_CALLBACK (told_cb), &told);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*");
  while (told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_test_assert_expected_messages ();
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (votum_case_get_backup_problem (fixture->votum_case));
  g_assert_cmpuint (n_backups (fixture), ==, 0);

  /* who closes before it is told is not told any more */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  open_case_again (fixture, FALSE);
  g_clear_object (&fixture->votum_case);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  open_and_close (fixture);
  g_assert_cmpuint (n_backups (fixture), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  int result;

  home = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/case/backups/" name, OpenCase, NULL, open_case_set_up, function, open_case_tear_down)
  ADD ("one-a-day", test_one_a_day);
  ADD ("the-latest-stay", test_the_latest_stay);
  ADD ("two-ways", test_two_ways);
  ADD ("the-way-back", test_the_way_back);
  ADD ("problems", test_problems);

  result = g_test_run ();
  open_case_remove (home);
  g_free (home);

  return result;
}
