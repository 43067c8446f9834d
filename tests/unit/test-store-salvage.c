#include "votum-config.h"

#include "test-store-common.h"

/* A damaged case becomes a new one that holds together, with all that could be read and a list of the rest. */

static char *
content_of (VotumStore *store)
{
  g_autofree char *all = describe (store);

  return g_strndup (all, strstr (all, "\nlog ") - all);
}

/* Salvages the fixture's file, and returns what the new case holds; %NULL where nothing could be saved. */
static char *
salvage (Fixture   *fixture,
         GPtrArray *report)
{
  g_autofree char *path = g_build_filename (fixture->folder, "berget.votum", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  VotumStore *store;
  gsize length_before, length_after;
  char *content;

  read_file (fixture->path, &before, &length_before);
  if (!votum_store_salvage (fixture->path, path, report, NULL, &error))
    {
      g_assert_cmpint (error->domain, ==, VOTUM_ERROR);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      return NULL;
    }
  g_assert_no_error (error);
  read_file (fixture->path, &after, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);

  store = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_store_verify (store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  content = content_of (store);
  votum_store_close (store);
  g_unlink (path);

  return content;
}

static GPtrArray *
report_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
test_whole (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GPtrArray) report = report_new ();
  g_autofree char *before = content_of (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "ny.votum", NULL);
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  /* not while it is open */
  g_assert_false (votum_store_salvage (fixture->path, path, report, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_pointer (&fixture->store, votum_store_close);
  /* nor when somebody has stopped it: then there is no half of a case */
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (votum_store_salvage (fixture->path, path, report, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_ptr_array_set_size (report, 0);
  after = salvage (fixture, report);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (report->len, ==, 0);
}

/* Every row that somebody changed, or took away, is in the log. */
static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const crimes[] = {
    "UPDATE mark SET value = '20' WHERE state = 0 AND criterion = (SELECT min (id) FROM criterion)", "DELETE FROM mark",
    "UPDATE entrant SET name = 'x'", "DELETE FROM juror", "UPDATE meta SET value = '7' WHERE name = 'next-id'",
    "UPDATE criterion SET sum = zeroblob (16)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (crimes); i++)
    {
      g_autoptr(GPtrArray) report = report_new ();
      g_autofree char *good = NULL;
      g_autofree char *before = content_of (fixture->store);
      g_autofree char *after = NULL;
      gsize length;

      g_clear_pointer (&fixture->store, votum_store_close);
      read_file (fixture->path, &good, &length);
      tamper (fixture->path, crimes[i]);
      after = salvage (fixture, report);
      g_assert_cmpstr (before, ==, after);
      g_assert_true (report->len > 0 || g_str_has_suffix (crimes[i], "'next-id'"));
      write_file (fixture->path, good, length);
      reopen (fixture);
    }
}

/* One page after the other is lost. What is not there afterwards has been told. */
static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = content_of (fixture->store);
  g_autofree char *good = NULL;
  gsize length;
  guint saved = 0, complete = 0, n = 0;

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &good, &length);
  for (gsize page = 0; page < length / 4096; page++)
    for (guint way = 0; way < 2; way++)
      {
        g_autofree char *bad = g_memdup2 (good, length);
        g_autoptr(GPtrArray) report = report_new ();
        g_autofree char *after = NULL;

        memset (bad + page * 4096, way == 0 ? 0 : 0xff, 4096);
        write_file (fixture->path, bad, length);
        after = salvage (fixture, report);
        n++;
        saved += after != NULL;
        complete += g_strcmp0 (before, after) == 0;
        if (after != NULL && strcmp (before, after) != 0)
          g_assert_cmpuint (report->len, >, 0);
      }
  g_test_message ("of %u: %u saved, %u of them complete", n, saved, complete);
  /* all but the first page, which says that it is a case at all */
  g_assert_cmpuint (saved, >=, n - 2);
  g_assert_cmpuint (complete, >=, n - 12);
}

static void
test_junk (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *good = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  gsize length;

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &good, &length);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *bad = g_memdup2 (good, length);
      g_autoptr(GPtrArray) report = report_new ();
      gsize cut = i % 5 == 0 ? (gsize) g_rand_int_range (random, 1, (gint32) length) : length;

      for (guint k = 0; k < 1u << i % 10; k++)
        bad[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int (random);
      write_file (fixture->path, bad, cut);
      g_free (salvage (fixture, report));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define CASE_TEST(name, function) g_test_add ("/store/salvage/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  CASE_TEST ("whole", test_whole);
  CASE_TEST ("rows", test_rows);
  CASE_TEST ("pages", test_pages);
  CASE_TEST ("junk", test_junk);

  return g_test_run ();
}
