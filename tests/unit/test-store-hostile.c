#include "votum-config.h"

#include "test-store-common.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What others do to a file, and what a file does to us. */

static void
patch (const char *path,
       gsize       offset,
       const char *bytes,
       gsize       length)
{
  g_autofree char *data = NULL;
  gsize size;

  read_file (path, &data, &size);
  g_assert_cmpuint (offset + length, <=, size);
  memcpy (data + offset, bytes, length);
  write_file (path, data, size);
}

static void
test_foreign (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const others[] = { "", "<!doctype html><html>login</html>", "PK\3\4", "SQLite format 3" };
  g_autofree char *link = g_build_filename (fixture->folder, "lenke.votum", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "rør.votum", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "annet.votum", NULL);
  g_autofree char *linked_folder = g_strconcat (fixture->folder, "-lenke", NULL);
  g_autofree char *through = g_build_filename (linked_folder, "sak.votum", NULL);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&fixture->store, votum_store_close);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      write_file (other, others[i], strlen (others[i]));
      assert_refused (other, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_FOREIGN);
    }
  g_unlink (other);
  tamper (other, "CREATE TABLE mark (a)");
  assert_refused (other, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_FOREIGN);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  assert_refused (link, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_FOREIGN);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (votum_store_open (pipe, VOTUM_STORE_READ_WRITE, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (votum_store_open (fixture->folder, VOTUM_STORE_READ_WRITE, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN);
  g_clear_error (&error);
  g_unlink (other);
  g_assert_null (votum_store_open (other, VOTUM_STORE_READ_WRITE, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  /* a folder that is reached through a link is a folder */
  g_assert_cmpint (symlink (fixture->folder, linked_folder), ==, 0);
  fixture->store = votum_store_open (through, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_unlink (linked_folder);
}

static void
test_header (Fixture      *fixture,
             gconstpointer data)
{
  static const struct { gsize offset; const char *bytes; gsize length; int code; } cases[] = {
    { 60, "\0\0\0\5", 4, VOTUM_ERROR_NEWER }, { 60, "\0\0\0\3", 4, VOTUM_ERROR_DAMAGED }, { 60, "\0\0\3\xe7", 4, VOTUM_ERROR_NEWER }, { 60, "\0\0\0\0", 4, VOTUM_ERROR_DAMAGED },
    { 60, "\xff\xff\xff\xff", 4, VOTUM_ERROR_DAMAGED }, { 68, "GP10", 4, VOTUM_ERROR_FOREIGN }, { 16, "\2\0", 2, VOTUM_ERROR_DAMAGED },
    { 18, "\3", 1, VOTUM_ERROR_DAMAGED }, { 56, "\0\0\0\2", 4, VOTUM_ERROR_DAMAGED }, { 28, "\0\1\0\0", 4, VOTUM_ERROR_DAMAGED },
    { 44, "\0\0\0\x9", 4, VOTUM_ERROR_DAMAGED }, { 36, "\0\0\x9\x9", 4, VOTUM_ERROR_DAMAGED },
  };
  g_autofree char *bytes = NULL;
  gsize length;

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &bytes, &length);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      patch (fixture->path, cases[i].offset, cases[i].bytes, cases[i].length);
      assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, cases[i].code);
      assert_refused (fixture->path, VOTUM_STORE_READ_ONLY, cases[i].code);
      write_file (fixture->path, bytes, length);
    }
  reopen (fixture);
}

/* What a stranger with SQLite can do to a case, none of it seen by SQLite's own checks. */
static void
test_tampered (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const crimes[] = {
    "UPDATE mark SET value = '20' WHERE entrant = (SELECT min (id) FROM entrant) AND state = 0",
    "UPDATE mark SET comment = 'x' WHERE state = 1", "UPDATE mark SET entered_by = NULL",
    "DELETE FROM mark WHERE juror = (SELECT min (id) FROM juror)",
    "INSERT INTO mark SELECT round, entrant, juror, (SELECT min (id) FROM entrant), value, state, comment, entered_by, sum FROM mark LIMIT 1",
    "UPDATE entrant SET name = 'Annet' WHERE key = 'e1'", "UPDATE entrant SET name = name || char (0) || 'x' WHERE key = 'e1'",
    "UPDATE entrant SET name = CAST (x'c3ff80' AS TEXT) WHERE key = 'e1'", "UPDATE entrant SET id = 9999 WHERE key = 'e1'",
    "UPDATE entrant SET key = 'x' WHERE key = 'e1'", "UPDATE entrant SET key_folded = 'x' WHERE key = 'e1'",
    "UPDATE entrant SET sum = zeroblob (16) WHERE key = 'e1'", "DELETE FROM entrant WHERE key = 'e1'",
    "DELETE FROM juror", "UPDATE criterion SET name = '[[[[[' WHERE key = 'c0'",
    "UPDATE meta SET value = '1' WHERE name = 'next-id'", "UPDATE meta SET value = lower (hex (randomblob (16))) WHERE name = 'state'",
    "UPDATE meta SET value = '0f0e0d0c-1234-4234-8234-0f0e0d0c0b0a' WHERE name = 'uuid'", "DELETE FROM meta WHERE name = 'seal'",
    "INSERT INTO meta VALUES ('x', 'y', 'z')", "UPDATE meta SET value = 'Inf' WHERE name = 'created'",
    "DROP TRIGGER log_update", "CREATE TABLE more (a)", "CREATE INDEX more ON mark (juror)", "ANALYZE", "DROP TABLE content",
    "CREATE TRIGGER flip AFTER INSERT ON mark BEGIN UPDATE mark SET value = '20'; END", "CREATE VIEW v AS SELECT 1",
    "DROP INDEX entrant_key; CREATE INDEX entrant_key ON entrant (key_folded)", "ALTER TABLE entrant ADD COLUMN evil TEXT",
    "DROP TRIGGER change_delete; DELETE FROM change WHERE log = 2; "
    "CREATE TRIGGER change_delete BEFORE DELETE ON change\nBEGIN SELECT raise (ABORT, 'the log is never shortened'); END",
    "DROP TRIGGER change_update; UPDATE change SET new = replace (new, 'Nordlys', 'Sydlys') WHERE log = 1; "
    "CREATE TRIGGER change_update BEFORE UPDATE ON change\nBEGIN SELECT raise (ABORT, 'the log is never changed'); END",
    "DROP TRIGGER log_update; UPDATE log SET who = 'Ola' WHERE number = 1; "
    "CREATE TRIGGER log_update BEFORE UPDATE ON log\nBEGIN SELECT raise (ABORT, 'the log is never changed'); END",
    "DROP TRIGGER log_delete; DELETE FROM log WHERE number = 2; "
    "CREATE TRIGGER log_delete BEFORE DELETE ON log\nBEGIN SELECT raise (ABORT, 'the log is never shortened'); END",
    "INSERT INTO change VALUES (3, 1, 'mark', '[]', NULL)", "PRAGMA auto_vacuum = FULL; VACUUM", "PRAGMA application_id = 1",
  };
  g_autofree char *bytes = NULL;
  gsize length;

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &bytes, &length);
  for (guint i = 0; i < G_N_ELEMENTS (crimes); i++)
    {
      tamper (fixture->path, crimes[i]);
      g_test_message ("%s", crimes[i]);
      assert_refused (fixture->path, VOTUM_STORE_READ_WRITE,
                      g_str_has_suffix (crimes[i], "application_id = 1") ? VOTUM_ERROR_FOREIGN : VOTUM_ERROR_DAMAGED);
      write_file (fixture->path, bytes, length);
    }

  /* a remark is nobody's business */
  tamper (fixture->path, "UPDATE meta SET remark = 'hello'");
  reopen (fixture);
}

/* Somebody who knows the format changes a mark and everything that says what it was, but for the log. */
static void
test_forged (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumMarks) marks = load_marks (fixture->store);
  VotumMark mark = *votum_marks_get (marks, 0);
  VotumStore *store = fixture->store;
  VotumMeta meta = store->meta;
  guint8 sum[VOTUM_SUM_SIZE];
  g_autoptr(GString) sql = g_string_new (NULL);

  votum_row_sum_mark (store->row, &mark, sum);
  votum_state_take (&meta.state, sum);
  mark.digits = 20;
  votum_row_sum_mark (store->row, &mark, sum);
  votum_state_add (&meta.state, sum);
  g_assert_true (votum_store_exec (store, "BEGIN", &error));
  g_assert_true (votum_meta_write (store, &meta, &error));
  g_string_append_printf (sql, "UPDATE mark SET value = '20', sum = x'");
  for (guint i = 0; i < sizeof sum; i++)
    g_string_append_printf (sql, "%02x", sum[i]);
  g_string_append_printf (sql, "' WHERE round = %d AND entrant = %d AND juror = %d AND criterion = %d; COMMIT", mark.round, mark.entrant,
                          mark.juror, mark.criterion);
  g_assert_true (votum_store_exec (store, sql->str, &error));

  reopen (fixture);
  g_assert_false (votum_store_verify (fixture->store, NULL, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "log"));
}

static void
assert_fails (VotumStore *store,
              const char *sql)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (votum_store_exec (store, sql, &error));
  g_assert_nonnull (error);
}

static void
test_sealed (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;

  assert_fails (fixture->store, "UPDATE log SET who = 'x'");
  assert_fails (fixture->store, "DELETE FROM log");
  assert_fails (fixture->store, "INSERT OR REPLACE INTO log SELECT * FROM log WHERE number = 1");
  assert_fails (fixture->store, "UPDATE change SET new = NULL");
  assert_fails (fixture->store, "DELETE FROM change");
  assert_fails (fixture->store, "INSERT OR REPLACE INTO change SELECT * FROM change");
  /* nor can anything but rows be touched in an open case */
  assert_fails (fixture->store, "CREATE TABLE x (a)");
  assert_fails (fixture->store, "DROP TRIGGER log_update");
  assert_fails (fixture->store, "ATTACH ':memory:' AS x");
  assert_fails (fixture->store, "PRAGMA writable_schema = ON");
  assert_fails (fixture->store, "PRAGMA journal_mode = OFF");
  assert_fails (fixture->store, "SELECT load_extension ('x')");
  assert_fails (fixture->store, "UPDATE sqlite_schema SET sql = ''");
  assert_fails (fixture->store, "VACUUM");
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

/* Runs @function in another process, as another user where this one may do everything. */
static void
in_child (Fixture *fixture,
          int    (*function) (Fixture *fixture),
          gboolean drop)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (drop && geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (99);
      _exit (function (fixture));
    }
  while (waitpid (child, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static int
open_in_child (Fixture        *fixture,
               VotumStoreFlags flags,
               int             code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStore) store = votum_store_open (fixture->path, flags, NULL, &error);

  if (code < 0 ? store == NULL : !g_error_matches (error, VOTUM_ERROR, code))
    {
      g_printerr ("# %s\n", error != NULL ? error->message : "opened");
      return 1;
    }

  return 0;
}

static int
child_finds_locked (Fixture *fixture)
{
  /* the parent's claims came with the fork */
  VotumStore forget = { .registered = TRUE, .device = fixture->store->device, .inode = fixture->store->inode };

  votum_files_release (&forget);

  return open_in_child (fixture, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_LOCKED) + open_in_child (fixture, VOTUM_STORE_READ_ONLY, VOTUM_ERROR_LOCKED);
}

static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  sqlite3 *db = NULL;

  in_child (fixture, child_finds_locked, FALSE);
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_LOCKED);

  /* and nobody has lost the file by it */
  in_child (fixture, child_finds_locked, FALSE);
  add_thing (fixture->store, changes, VOTUM_KIND_JUROR, "ny", "name", "Ny");
  votum_log_entry_free (write_changes (fixture->store, changes, "add"));
  g_clear_pointer (&fixture->store, votum_store_close);

  /* other programs count as well, even if they only read */
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; SELECT * FROM mark", NULL, NULL, NULL), ==, SQLITE_OK);
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_LOCKED);
  sqlite3_close (db);
  reopen (fixture);
}

static int
child_reads_only (Fixture *fixture)
{
  return open_in_child (fixture, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_READ_ONLY) + open_in_child (fixture, VOTUM_STORE_READ_ONLY, -1);
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumLogEntry) entry = entry_new ("add");
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;

  g_clear_pointer (&fixture->store, votum_store_close);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  in_child (fixture, child_reads_only, TRUE);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  in_child (fixture, child_reads_only, TRUE);

  fixture->store = votum_store_open (fixture->path, VOTUM_STORE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (votum_store_verify (fixture->store, NULL, NULL, NULL, &error));
  add_thing (fixture->store, changes, VOTUM_KIND_JUROR, "ny", "name", "Ny");
  g_assert_false (votum_store_write (fixture->store, changes, entry, NULL, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
}

static int
child_fills_disk (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStore) store = votum_store_open (fixture->path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumLogEntry) entry = entry_new ("import");
  g_autofree char *before = describe (store);
  g_autofree char *after = NULL;
  struct rlimit limit;
  GStatBuf info;

  if (store == NULL || g_stat (fixture->path, &info) != 0)
    return 1;
  limit.rlim_cur = limit.rlim_max = info.st_size;
  setrlimit (RLIMIT_FSIZE, &limit);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *key = g_strdup_printf ("n%u", i);

      add_thing (store, changes, VOTUM_KIND_ENTRANT, key, "name", "Ny");
    }
  if (votum_store_write (store, changes, entry, NULL, NULL, NULL, &error) || !g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_DISK))
    return 2;
  after = describe (store);

  return strcmp (before, after) == 0 ? 0 : 3;
}

static void
test_disk_full (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;

  g_clear_pointer (&fixture->store, votum_store_close);
  in_child (fixture, child_fills_disk, FALSE);
  reopen (fixture);
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_companions (Fixture      *fixture,
                 gconstpointer data)
{
  static const guint8 tail[] = { 0, 0, 0, 6, 1, 2, 3, 4, 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *victim = g_build_filename (fixture->folder, "victim", NULL);
  g_autofree char *name = g_strdup_printf ("%s-2", fixture->path);

  g_clear_pointer (&fixture->store, votum_store_close);
  write_file (victim, "victim", 6);
  g_assert_cmpint (symlink (victim, journal), ==, 0);
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_DAMAGED);
  g_unlink (journal);
  write_file (journal, (const char *) tail, sizeof tail);
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_DAMAGED);
  g_unlink (journal);
  g_assert_cmpint (g_mkdir (wal, 0700), ==, 0);
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_DAMAGED);
  g_rmdir (wal);
  g_assert_cmpint (link (fixture->path, name), ==, 0);
  assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, VOTUM_ERROR_READ_ONLY);
  g_unlink (name);
  reopen (fixture);
}

/* A file that is opened after all says what it said before: nothing that was flipped has been believed. */
static gboolean
refused_or_same (const char *path,
                 const char *before)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStore) store = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *bytes_after = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  read_file (path, &bytes, &length);
  store = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  if (store != NULL)
    {
      after = describe (store);
      g_assert_cmpstr (before, ==, after);
      return FALSE;
    }
  g_assert_cmpint (error->domain, ==, VOTUM_ERROR);
  read_file (path, &bytes_after, &length_after);
  g_assert_cmpmem (bytes, length, bytes_after, length_after);

  return TRUE;
}

static void
test_flips (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *good = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (20261103);
  guint refused = 0, n = g_test_slow () ? 20000 : 400;
  gsize length;

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &good, &length);
  for (guint i = 0; i < n; i++)
    {
      /* half of them where something is */
      gsize offset = g_rand_int_range (random, 0, (gint32) length);
      guint bit = g_rand_int_range (random, 0, 8);
      g_autofree char *bad = g_memdup2 (good, length);

      while (i % 2 == 0 && good[offset] == 0)
        offset = (offset + 1) % length;
      bad[offset] = (char) ((guchar) bad[offset] ^ (1u << bit));
      write_file (fixture->path, bad, length);
      refused += refused_or_same (fixture->path, before);
    }
  g_test_message ("%u of %u refused", refused, n);
  g_assert_cmpuint (refused, >, n / 4);
}

static void
test_cuts (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *good = NULL;
  gsize length;

  g_clear_pointer (&fixture->store, votum_store_close);
  read_file (fixture->path, &good, &length);
  for (gsize cut = 1; cut < length; cut += cut < 4096 ? 511 : 4095)
    {
      write_file (fixture->path, good, cut);
      assert_refused (fixture->path, VOTUM_STORE_READ_WRITE, cut < 100 ? VOTUM_ERROR_FOREIGN : VOTUM_ERROR_DAMAGED);
    }
}

/* What a log may hold that somebody else has written, its hashes and all. */
static void
test_batches (void)
{
  static const char good_things[] = "[{\"id\":5,\"key\":\"n\\\"1\",\"name\":\"Nordlys\\u0001\"},{\"id\":6,\"key\":\"b\",\"name\":\"B\",\"position\":3}]";
  static const char good_marks[] = "[[1,5,7,9,\"14\"],[1,5,7,10,null,\"n\xc3\xb8t\",null],[1,5,7,11,\"8.25\",null,\"Kari\"]]";
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autofree char *deep = g_strnfill (1 << 20, '[');
  g_autofree char *long_key = g_strdup_printf ("[{\"id\":5,\"key\":\"%s\",\"name\":\"x\"}]", deep);

  for (guint i = 0; i < 20000; i++)
    {
      gboolean things = i % 2 == 0;
      g_autofree char *rows = g_strdup (things ? good_things : good_marks);
      g_autoptr(VotumChanges) changes = votum_changes_new ();
      g_autoptr(GError) error = NULL;
      gsize length = strlen (rows);

      for (guint k = 0; k < i % 5; k++)
        rows[g_rand_int_range (random, 0, (gint32) length)] = "[]{}\",\\:0129anull\xc3\xff"[g_rand_int_range (random, 0, 20)];
      if (i % 7 == 0)
        rows[g_rand_int_range (random, 0, (gint32) length)] = '\0';
      if (!votum_batch_read (things ? "entrant" : "mark", i % 3 == 0 ? rows : NULL, rows, changes, &error))
        g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
    }

  for (const char *const *rows = (const char *const[]) { "", "[", "[]", "{}", "null", "[[1,2,3]]", "[[1,2,3,4,\"5\"]]x", "[[0,1,1,1,\"5\"]]",
       "[[1,2,3,99999999999999999999,\"5\"]]", "[[1,2,3,4,\"05\"]]", "[{\"id\":0,\"key\":\"a\",\"name\":\"b\"}]", "[{\"id\":1,\"key\":\"a\"}]", deep, long_key, NULL };
       *rows != NULL; rows++)
    for (guint kind = 0; kind < 3; kind++)
      {
        g_autoptr(VotumChanges) changes = votum_changes_new ();
        g_autoptr(GError) error = NULL;

        g_assert_false (votum_batch_read (kind == 0 ? "mark" : kind == 1 ? "entrant" : "no-such", NULL, *rows, changes, &error));
        g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define CASE_TEST(name, function) g_test_add ("/store/hostile/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  CASE_TEST ("foreign", test_foreign);
  CASE_TEST ("header", test_header);
  CASE_TEST ("tampered", test_tampered);
  CASE_TEST ("forged", test_forged);
  CASE_TEST ("sealed", test_sealed);
  CASE_TEST ("locked", test_locked);
  CASE_TEST ("read-only", test_read_only);
  CASE_TEST ("disk-full", test_disk_full);
  CASE_TEST ("companions", test_companions);
  CASE_TEST ("flips", test_flips);
  CASE_TEST ("cuts", test_cuts);
  g_test_add_func ("/store/hostile/batches", test_batches);

  return g_test_run ();
}
