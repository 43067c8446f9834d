#include "votum-config.h"

#include "test-store-common.h"

/* The log, and what is kept besides things and marks: attachments, copies, older versions. */

static void
test_log (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GPtrArray) log = NULL;
  g_autoptr(VotumLogEntry) last = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumChanges) changes = NULL;
  g_autofree char *other_path = g_build_filename (fixture->folder, "kopi.votum", NULL);
  g_autoptr(VotumStore) other = NULL;

  log = votum_store_load_log (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 2);
  for (guint i = 0; i < log->len; i++)
    {
      VotumLogEntry *entry = log->pdata[i];
      g_autofree char *hash = votum_log_hash (entry, i > 0 ? ((VotumLogEntry *) log->pdata[i - 1])->hash : "");

      g_assert_cmpint (entry->number, ==, i + 1);
      g_assert_cmpstr (entry->hash, ==, hash);
    }
  last = votum_store_last_entry (fixture->store, &error);
  g_assert_cmpstr (last->command, ==, "import-marks");
  g_assert_cmpstr (last->who, ==, "Kari Nordmann");
  g_assert_null (last->old_value);

  /* into a case that has one already: no */
  g_assert_false (votum_store_archive_log (fixture->store, log, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
  g_clear_error (&error);

  /* into a new one: yes, and it goes on there */
  other = votum_store_create (other_path, &error);
  g_assert_true (votum_store_archive_log (other, log, &error));
  g_assert_no_error (error);
  changes = votum_changes_new ();
  add_thing (other, changes, VOTUM_KIND_JUROR, "j", "name", "Ida");
  votum_log_entry_free (write_changes (other, changes, "add"));
  g_clear_pointer (&other, votum_store_close);
  other = votum_store_open (other_path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (votum_store_load_changes (other, 2, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_pointer (&changes, votum_changes_free);
  changes = votum_store_load_changes (other, 3, &error);
  g_assert_no_error (error);
  g_assert_true (votum_store_verify (other, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  /* a log that was edited is not taken over */
  g_clear_pointer (&other, votum_store_close);
  g_unlink (other_path);
  other = votum_store_create (other_path, &error);
  ((VotumLogEntry *) log->pdata[0])->who[0] = 'M';
  g_assert_false (votum_store_archive_log (other, log, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
}

static void
test_content (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\0PNG\xff", 5);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) read = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *digest = votum_store_put_content (fixture->store, bytes, &error);
  g_autofree char *empty = votum_store_put_content (fixture->store, nothing, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (empty, ==, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  reopen (fixture);
  again = votum_store_put_content (fixture->store, bytes, &error);
  g_assert_cmpstr (digest, ==, again);
  read = votum_store_get_content (fixture->store, digest, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_null (votum_store_get_content (fixture->store, "00", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_clear_pointer (&fixture->store, votum_store_close);
  tamper (fixture->path, "UPDATE content SET data = x'00' WHERE length (data) = 5");
  reopen (fixture);
  g_assert_null (votum_store_get_content (fixture->store, digest, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (votum_store_verify (fixture->store, NULL, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
}

static void
test_backup (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kopi.votum", NULL);
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(VotumStore) copy = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  guint n = 0;
  GStatBuf info;

  g_assert_true (votum_store_backup (fixture->store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  copy = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  after = describe (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (votum_store_backup (fixture->store, path, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
  g_clear_error (&error);

  for (guint i = 0; i < 13; i++)
    {
      g_autofree char *kept = votum_store_keep_backup (fixture->store, &error);

      g_assert_no_error (error);
      g_free (folder);
      folder = g_path_get_dirname (kept);
    }
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, VOTUM_STORE_BACKUPS);
}

static const char *version_next[VOTUM_SCHEMA_MAX + 128];

static gboolean
migrate_next (sqlite3 *db,
           GError **error)
{
  return votum_sql_exec (db, "CREATE TABLE contact (name TEXT NOT NULL) STRICT", "test", error);
}

static gboolean
migrate_badly (sqlite3 *db,
               GError **error)
{
  return votum_sql_exec (db, "CREATE TABLE other (name TEXT NOT NULL) STRICT", "test", error);
}

static void
test_migration (Fixture      *fixture,
                gconstpointer data)
{
  enum { NOW = VOTUM_STORE_VERSION, NEXT };
  const char *const *version_now = votum_schema_get ()->statements[NOW];
  VotumSchema next = { .version = NEXT, .statements = { [NOW] = version_now, [NEXT] = version_next }, .migrations = { [NEXT] = migrate_badly } };
  VotumOpening opening = { .schema = &next };
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *bytes_after = NULL;
  g_autoptr(GError) error = NULL;
  gsize length, length_after;
  guint n = 0;

  for (; version_now[n] != NULL; n++)
    version_next[n] = version_now[n];
  version_next[n] = "CREATE TABLE contact (name TEXT NOT NULL) STRICT";
  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &bytes, &length);

  /* one that does not lead there changes nothing */
  g_assert_null (votum_store_open_internal (fixture->path, &opening, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
  g_clear_error (&error);
  read_file (fixture->path, &bytes_after, &length_after);
  g_assert_cmpmem (bytes, length, bytes_after, length_after);

  opening.flags = VOTUM_STORE_READ_ONLY;
  g_assert_null (votum_store_open_internal (fixture->path, &opening, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
  g_clear_error (&error);

  opening.flags = VOTUM_STORE_READ_WRITE;
  next.migrations[NEXT] = migrate_next;
  fixture->store = votum_store_open_internal (fixture->path, &opening, &error);
  g_assert_no_error (error);
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_clear_pointer (&fixture->store, votum_store_close);

  /* the program of before says that it is too old */
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_NEWER);
  fixture->store = votum_store_open_internal (fixture->path, &opening, &error);
  g_assert_no_error (error);
}

static guint
n_backups (const char *uuid)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "votum", "backups", uuid, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* A case of each version as it was released, and what was in it. */
static void
test_version (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strdup_printf ("case-v%d.votum", version);
  g_autofree char *text_name = g_strdup_printf ("case-v%d.txt", version);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "..", "fixtures", name, NULL);
  g_autofree char *kept_text = g_test_build_filename (G_TEST_DIST, "..", "fixtures", text_name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *all = NULL;
  g_autoptr(VotumStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  read_file (kept_text, &expected, &length);
  read_file (kept, &bytes, &length);
  write_file (path, bytes, length);
  store = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  all = describe (store);
  g_assert_cmpstr (all, ==, expected);
  g_assert_true (votum_store_verify (store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  /* an older one is brought to this version, once, and was copied before */
  g_assert_cmpuint (n_backups (votum_store_get_uuid (store)), ==, version < VOTUM_STORE_VERSION ? 1 : 0);
  g_clear_pointer (&store, votum_store_close);
  store = votum_store_open (path, VOTUM_STORE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_store_verify (store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&store, votum_store_close);
  remove_folder (folder);
}

/* `test-store-log --write FOLDER` makes both anew: for a new version only, before it is released. */
static int
write_fixture (const char *folder)
{
  g_autofree char *name = g_strdup_printf ("case-v%d.votum", VOTUM_STORE_VERSION);
  g_autofree char *text_name = g_strdup_printf ("case-v%d.txt", VOTUM_STORE_VERSION);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_build_filename (folder, text_name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("", 0);
  g_autofree char *digest = NULL;
  g_autofree char *all = NULL;
  Fixture fixture = { .store = votum_store_create (path, &error) };
  static const guint8 key[VOTUM_KEY_SIZE] = { 1, 2, 3 };
  g_autoptr(GBytes) secret = g_bytes_new_static (key, sizeof key);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  gint64 ids[VOTUM_N_KINDS] = { 0 };

  g_assert_no_error (error);
  fill_case (&fixture);
  digest = votum_store_put_content (fixture.store, bytes, &error);
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_autoptr(VotumThing) thing = sample_thing (fixture.store, kind, ids, TRUE);

      votum_changes_thing (changes, NULL, thing);
    }
  votum_log_entry_free (write_changes (fixture.store, changes, "import-award"));
  g_assert_true (votum_store_put_draft (fixture.store, "note:new:visit-3", "Hun sa:\n\t– Vi svarer", &error));
  g_assert_true (votum_store_put_draft (fixture.store, "citation:17:text", "Blåbær  ", &error));
  g_assert_true (votum_store_put_secret (fixture.store, "chair", key, secret, NULL, &error));
  all = describe (fixture.store);
  write_file (text, all, strlen (all));
  votum_store_close (fixture.store);

  return 0;
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
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_fixture (argv[2]);

#define CASE_TEST(name, function) g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  CASE_TEST ("log", test_log);
  CASE_TEST ("content", test_content);
  CASE_TEST ("backup", test_backup);
  CASE_TEST ("migration", test_migration);
  for (int version = 1; version <= VOTUM_STORE_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/store/version-%d", version);

      g_test_add_data_func (name, GINT_TO_POINTER (version), test_version);
    }

  result = g_test_run ();
  remove_folder (home);

  return result;
}
