#include "test-store-common.h"

/* Keys and tokens: what is kept is there, protected is protected, and nobody else's tool changes them unseen. */

static GBytes *
some_secret (guint8 first)
{
  guint8 bytes[64] = { first, 1, 2, 3 };

  return g_bytes_new (bytes, sizeof bytes);
}

static void
test_keeps (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GBytes) secret = some_secret (7);
  g_autoptr(GBytes) other = some_secret (8);
  g_autoptr(GBytes) read = NULL;
  g_autoptr(GError) error = NULL;
  guint8 key[VOTUM_KEY_SIZE] = { 9 }, found[VOTUM_KEY_SIZE];
  gboolean protected = TRUE;

  g_assert_false (votum_store_has_secret (fixture->store, "juror", NULL, NULL));
  g_assert_null (votum_store_get_secret (fixture->store, "juror", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (votum_store_put_secret (fixture->store, "juror", key, secret, NULL, &error));
  g_assert_true (votum_store_put_secret (fixture->store, "token", key, other, NULL, &error));
  g_assert_no_error (error);
  reopen (fixture);
  g_assert_true (votum_store_has_secret (fixture->store, "juror", found, &protected));
  g_assert_cmpmem (found, sizeof found, key, sizeof key);
  g_assert_false (protected);
  read = votum_store_get_secret (fixture->store, "juror", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, secret));
  g_assert_true (votum_store_verify (fixture->store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  /* in place of the one before */
  g_clear_pointer (&read, g_bytes_unref);
  g_assert_true (votum_store_put_secret (fixture->store, "juror", key, other, NULL, &error));
  reopen (fixture);
  read = votum_store_get_secret (fixture->store, "juror", NULL, &error);
  g_assert_true (g_bytes_equal (read, other));
}

static void
test_passphrase (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(GBytes) secret = some_secret (7);
  g_autoptr(GBytes) read = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  guint8 key[VOTUM_KEY_SIZE] = { 9 };
  gboolean protected = FALSE;
  gsize length;

  /* once in the clear, so that the protected one has something to overwrite */
  g_assert_true (votum_store_put_secret (fixture->store, "chair", key, secret, NULL, &error));
  g_assert_true (votum_store_put_secret (fixture->store, "chair", key, secret, "blåbær på tur", &error));
  g_assert_no_error (error);
  reopen (fixture);
  g_assert_true (votum_store_has_secret (fixture->store, "chair", NULL, &protected));
  g_assert_true (protected);
  g_assert_null (votum_store_get_secret (fixture->store, "chair", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (votum_store_get_secret (fixture->store, "chair", "blåbær på  tur", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE);
  g_clear_error (&error);
  read = votum_store_get_secret (fixture->store, "chair", "blåbær på tur", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, secret));

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &bytes, &length);
  g_assert_null (memmem (bytes, length, g_bytes_get_data (secret, NULL), g_bytes_get_size (secret)));
  reopen (fixture);
}

static void
test_tampered (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const crimes[] = {
    "UPDATE secret SET secret = zeroblob (64)", "UPDATE secret SET public_key = zeroblob (32)", "DELETE FROM secret",
    "UPDATE secret SET name = 'deputy'", "UPDATE secret SET operations = 16, memory = 1073741824, salt = zeroblob (16), nonce = zeroblob (24)",
    "INSERT INTO secret SELECT 'deputy', public_key, operations, memory, salt, nonce, secret, sum FROM secret",
    "UPDATE secret SET sum = zeroblob (16)", "UPDATE secret SET secret = zeroblob (32)",
  };
  g_autoptr(GBytes) secret = some_secret (7);
  g_autofree char *bytes = NULL;
  guint8 key[VOTUM_KEY_SIZE] = { 9 };
  gsize length;

  g_assert_true (votum_store_put_secret (fixture->store, "chair", key, secret, NULL, NULL));
  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &bytes, &length);
  for (guint i = 0; i < G_N_ELEMENTS (crimes); i++)
    {
      sqlite3 *db = NULL;

      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, crimes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_DAMAGED);
      write_file (fixture->path, bytes, length);
    }
  reopen (fixture);
}

/* What can be read of them goes along to the new case, protected as it was. */
static void
test_salvage (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.votum", NULL);
  g_autoptr(GPtrArray) report = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GBytes) secret = some_secret (7);
  g_autoptr(GBytes) read = NULL;
  g_autoptr(VotumStore) salvaged = NULL;
  g_autoptr(GError) error = NULL;
  guint8 key[VOTUM_KEY_SIZE] = { 9 };
  sqlite3 *db = NULL;

  g_assert_true (votum_store_put_secret (fixture->store, "chair", key, secret, "hemmelig", NULL));
  g_assert_true (votum_store_put_secret (fixture->store, "token 17", key, secret, NULL, NULL));
  g_clear_pointer (&fixture->store, votum_store_close);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE secret SET public_key = zeroblob (32) WHERE name LIKE 'token%'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  g_assert_true (votum_store_salvage (fixture->path, path, report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report->len, ==, 1);
  salvaged = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  read = votum_store_get_secret (salvaged, "chair", "hemmelig", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, secret));
  g_assert_false (votum_store_has_secret (salvaged, "token 17", NULL, NULL));
}

#define CASE_TEST(name, function) \
  g_test_add ("/store/secrets/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  CASE_TEST ("keeps", test_keeps);
  CASE_TEST ("passphrase", test_passphrase);
  CASE_TEST ("tampered", test_tampered);
  CASE_TEST ("salvage", test_salvage);
  result = g_test_run ();
  remove_folder (home);

  return result;
}
