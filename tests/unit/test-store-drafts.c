#include "votum-config.h"

#include "test-store-common.h"
#include "votum-text.h"

/* What is being written: rows without a log, checked like all others, and saved from a damaged file like all others. */

#define PLACE "note:new:visit-3"

static void
put (Fixture    *fixture,
     const char *place,
     const char *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_store_put_draft (fixture->store, place, text, &error));
  g_assert_no_error (error);
}

/* All drafts as one text. */
static char *
drafts_of (VotumStore *store)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_draft_free);
  g_autoptr(GError) error = NULL;
  GString *all = g_string_new (NULL);

  g_assert_true (votum_store_load_drafts (store, drafts, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    {
      const VotumDraft *draft = drafts->pdata[i];

      g_assert_true (votum_text_check_time (draft->time, NULL));
      g_string_append_printf (all, "%s=%s;", draft->place, draft->text);
    }

  return g_string_free (all, FALSE);
}

static void
assert_drafts (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *all = drafts_of (fixture->store);

  g_assert_cmpstr (all, ==, expected);
}

static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumLogEntry) last = NULL;

  assert_drafts (fixture, "");
  put (fixture, "b", "Hun");
  put (fixture, "b", "Hun sa\n\tat ");
  put (fixture, "c", "Blåbær");
  put (fixture, "a", " ");
  assert_drafts (fixture, "a= ;b=Hun sa\n\tat ;c=Blåbær;");
  put (fixture, "c", NULL);
  put (fixture, "c", "");
  put (fixture, "never", NULL);
  reopen (fixture);
  assert_drafts (fixture, "a= ;b=Hun sa\n\tat ;");
  /* and a second time, from the file and not from what opening has read */
  assert_drafts (fixture, "a= ;b=Hun sa\n\tat ;");

  last = votum_store_last_entry (fixture->store, &error);
  g_assert_cmpint (last->number, ==, 2);
  g_assert_true (votum_store_verify (fixture->store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (VOTUM_TEXT_MAX_PROSE + 1, 'x');
  g_autofree char *long_place = g_strnfill (VOTUM_STORE_MAX_PLACE + 1, 'x');
  const struct { const char *place, *text; } wrong[] = {
    { "p", long_text }, { long_place, "x" }, { "", "x" }, { "p", "\x01" }, { "p\n", "x" }, { "p", "\xff" }, { "\xff", "x" },
  };
  g_autoptr(GError) error = NULL;

  put (fixture, "p", "Før");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (votum_store_put_draft (fixture->store, wrong[i].place, wrong[i].text, &error));
      g_assert_cmpint (error->domain, ==, VOTUM_ERROR);
      g_clear_error (&error);
    }
  assert_drafts (fixture, "p=Før;");

  g_clear_pointer (&fixture->store, votum_store_close);
  fixture->store = votum_store_open (fixture->path, VOTUM_STORE_READ_ONLY, NULL, &error);
  g_assert_false (votum_store_put_draft (fixture->store, "p", "Etter", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
  assert_drafts (fixture, "p=Før;");
}

/* A change and the draft that it finishes: both, or none. */
static void
test_finished (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumChanges) twice = votum_changes_new ();
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumChanges) inverse = NULL;
  g_autoptr(VotumLogEntry) refused = entry_new ("add");
  g_autoptr(GPtrArray) jurors = NULL;

  put (fixture, PLACE, "Hun sa");
  put (fixture, "other", "Annet");

  /* an id that is taken */
  add_thing (fixture->store, twice, VOTUM_KIND_JUROR, "j0", "name", "Ny");
  votum_changes_finish (twice, PLACE);
  g_assert_false (votum_store_write (fixture->store, twice, refused, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  assert_drafts (fixture, PLACE "=Hun sa;other=Annet;");

  add_thing (fixture->store, changes, VOTUM_KIND_JUROR, "ny", "name", "Ny");
  votum_changes_finish (changes, PLACE);
  votum_log_entry_free (write_changes (fixture->store, changes, "add"));
  assert_drafts (fixture, "other=Annet;");
  reopen (fixture);
  assert_drafts (fixture, "other=Annet;");
  jurors = load_things (fixture->store, VOTUM_KIND_JUROR);
  g_assert_cmpuint (jurors->len, ==, 4);

  /* the way back finishes nothing */
  put (fixture, PLACE, "Ny");
  inverse = votum_changes_invert (changes);
  g_assert_null (votum_changes_get_finished (inverse));
  votum_log_entry_free (write_changes (fixture->store, inverse, "undo"));
  assert_drafts (fixture, PLACE "=Ny;other=Annet;");
}

/* What a stranger with SQLite can do to a draft. */
static void
test_tampered (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const crimes[] = {
    "UPDATE draft SET text = 'Annet' WHERE place = 'a'", "UPDATE draft SET place = 'x' WHERE place = 'a'",
    "UPDATE draft SET time = '2020-01-01' WHERE place = 'a'", "UPDATE draft SET sum = zeroblob (16) WHERE place = 'a'",
    "UPDATE draft SET text = text || char (0) || 'x'", "UPDATE draft SET text = CAST (x'c3ff80' AS TEXT)",
    "UPDATE draft SET text = '' || char (7)", "UPDATE draft SET time = 'Inf'", "DELETE FROM draft", "DELETE FROM draft WHERE place = 'a'",
    "UPDATE draft SET (text, sum) = (SELECT text, sum FROM draft WHERE place = 'b') WHERE place = 'a'",
    "INSERT INTO draft SELECT place || '2', text, time, sum FROM draft WHERE place = 'a'",
    "DROP TABLE draft", "DROP INDEX draft_place", "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM mark; END",
    "DROP TABLE draft; CREATE TABLE draft (place TEXT, text TEXT, time TEXT, sum BLOB)",
    "PRAGMA user_version = 1", "DROP TABLE draft; PRAGMA user_version = 2",
  };
  g_autofree char *bytes = NULL;
  gsize length;

  put (fixture, "a", "Hun sa");
  put (fixture, "b", "Han sa");
  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &bytes, &length);
  for (guint i = 0; i < G_N_ELEMENTS (crimes); i++)
    {
      g_test_message ("%s", crimes[i]);
      tamper (fixture->path, crimes[i]);
      assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_DAMAGED);
      write_file (fixture->path, bytes, length);
    }

  /* all drafts taken out, and the version with them: a file of version 1, but that its sum says what is missing */
  tamper (fixture->path, "DROP TABLE draft; PRAGMA user_version = 1");
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_DAMAGED);
}

/* ---- salvage ---- */

typedef struct {
  guint saved;       /* files */
  guint whole;       /* with all that was in them */
  guint with_drafts;
} Count;

/* Salvages the file, and judges what came of it: what is missing has been told. */
static void
salvage (Fixture    *fixture,
         const char *before,
         const char *drafts_before,
         Count      *count)
{
  g_autofree char *path = g_build_filename (fixture->folder, "berget.votum", NULL);
  g_autofree char *all = NULL;
  g_autofree char *drafts = NULL;
  g_autoptr(GPtrArray) report = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStore) store = NULL;

  if (!votum_store_salvage (fixture->path, path, report, NULL, &error))
    {
      g_assert_cmpint (error->domain, ==, VOTUM_ERROR);
      return;
    }
  store = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_store_verify (store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  all = describe (store);
  *strstr (all, "\nlog ") = '\0';
  drafts = drafts_of (store);
  count->saved++;
  count->with_drafts += strcmp (drafts, drafts_before) == 0;
  count->whole += strcmp (all, before) == 0;
  if (strcmp (all, before) != 0)
    g_assert_cmpuint (report->len, >, 0);
  g_clear_pointer (&store, votum_store_close);
  g_unlink (path);
}

/* One page after the other is lost, or every so manieth. Returns how many. */
static guint
lose_pages (Fixture *fixture,
            guint    step,
            Count   *count)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *drafts = drafts_of (fixture->store);
  g_autofree char *good = NULL;
  gsize length;
  guint n = 0;

  *strstr (before, "\nlog ") = '\0';
  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &good, &length);
  for (gsize page = 0; page < length / VOTUM_STORE_PAGE_SIZE; page += step)
    {
      g_autofree char *bad = g_memdup2 (good, length);

      memset (bad + page * VOTUM_STORE_PAGE_SIZE, n++ % 2 == 0 ? 0 : 0xff, VOTUM_STORE_PAGE_SIZE);
      write_file (fixture->path, bad, length);
      salvage (fixture, before, drafts, count);
    }

  return n;
}

static void
fill_drafts (Fixture *fixture)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *place = g_strdup_printf ("note:%02u", i);
      g_autofree char *text = g_strnfill (100 + i * 40, 'a' + (char) (i % 26));

      put (fixture, place, text);
    }
}

static void
test_salvage (Fixture      *fixture,
              gconstpointer data)
{
  Count count = { 0 };
  guint n;

  fill_drafts (fixture);
  n = lose_pages (fixture, 1, &count);
  g_test_message ("of %u: %u saved, %u whole, %u with all drafts", n, count.saved, count.whole, count.with_drafts);
  g_assert_cmpuint (count.saved, >=, n - 1);
  /* all but the pages of drafts, which stand nowhere else */
  g_assert_cmpuint (count.with_drafts, >=, n * 2 / 3);
  g_assert_cmpuint (count.whole, >=, n / 2);
}

static void
test_salvage_row (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "berget.votum", NULL);
  g_autoptr(GPtrArray) report = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  put (fixture, "a", "Hun sa");
  put (fixture, "b", "Han sa");
  g_clear_pointer (&fixture->store, votum_store_close);
  tamper (fixture->path, "UPDATE draft SET text = 'x' WHERE place = 'a'");
  g_assert_true (votum_store_salvage (fixture->path, path, report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report->len, ==, 1);
  fixture->store = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  assert_drafts (fixture, "b=Han sa;");
}

/* A file that was made in version 1: damaged before it was brought to this version, and after. */
static void
test_salvage_old (Fixture      *fixture,
                  gconstpointer data)
{
  gboolean migrated = GPOINTER_TO_INT (data);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "case-v1.votum", NULL);
  g_autofree char *bytes = NULL;
  Count count = { 0 };
  gsize length;
  guint n = 0;

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (kept, &bytes, &length);
  write_file (fixture->path, bytes, length);
  reopen (fixture);
  if (migrated)
    fill_drafts (fixture);
  else
    {
      /* what was in it is read in this version, what is damaged is the file of then */
      g_autofree char *before = describe (fixture->store);

      *strstr (before, "\nlog ") = '\0';
      g_clear_pointer (&fixture->store, votum_store_close);
      for (gsize page = 0; page < length / VOTUM_STORE_PAGE_SIZE; page += 3, n++)
        {
          g_autofree char *bad = g_memdup2 (bytes, length);

          memset (bad + page * VOTUM_STORE_PAGE_SIZE, 0, VOTUM_STORE_PAGE_SIZE);
          write_file (fixture->path, bad, length);
          salvage (fixture, before, "", &count);
        }
    }
  if (migrated)
    n = lose_pages (fixture, 2, &count);
  g_test_message ("of %u: %u saved, %u whole, %u with all drafts", n, count.saved, count.whole, count.with_drafts);
  g_assert_cmpuint (count.saved, >=, n - 1);
  g_assert_cmpuint (count.whole, >=, n / 2);
  g_assert_cmpuint (count.with_drafts, >=, migrated ? n / 2 : count.saved);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  int result;

  /* where copies of cases go */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

#define CASE_TEST(name, data, function) g_test_add ("/store/drafts/" name, Fixture, data, fixture_set_up, function, fixture_tear_down)
  CASE_TEST ("kept", NULL, test_kept);
  CASE_TEST ("refused", NULL, test_refused);
  CASE_TEST ("finished", NULL, test_finished);
  CASE_TEST ("tampered", NULL, test_tampered);
  CASE_TEST ("salvage", NULL, test_salvage);
  CASE_TEST ("salvage-row", NULL, test_salvage_row);
  CASE_TEST ("salvage-old", GINT_TO_POINTER (FALSE), test_salvage_old);
  CASE_TEST ("salvage-migrated", GINT_TO_POINTER (TRUE), test_salvage_old);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
