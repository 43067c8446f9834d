#include "votum-config.h"

#include "test-store-common.h"

/* What is written comes back, all of it and nothing else; what went wrong has changed nothing. */

static void
test_empty (void)
{
  g_autofree char *folder = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ny sak.votum", NULL);
  g_autofree char *uuid = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  VotumStore *store = votum_store_create (path, &error);
  GStatBuf info;

  g_assert_no_error (error);
  uuid = g_strdup (votum_store_get_uuid (store));
  g_assert_true (g_uuid_string_is_valid (uuid));
  g_assert_cmpint (votum_store_next_id (store), ==, 1);
  g_assert_cmpint (votum_store_next_id (store), ==, 2);
  votum_store_close (store);

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  store = votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (votum_store_get_uuid (store), ==, uuid);
  g_assert_null (votum_store_last_entry (store, &error));
  g_assert_no_error (error);
  g_assert_true (votum_store_verify (store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  votum_store_close (store);

  /* at rest a case is one file */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "ny sak.votum");
  g_assert_null (g_dir_read_name (dir));

  /* and is not made twice */
  g_assert_null (votum_store_create (path, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
  remove_folder (folder);
}

static const char *
column_type (const VotumField *field)
{
  return field->type == VOTUM_FIELD_INTEGER || field->type == VOTUM_FIELD_BOOLEAN || field->type == VOTUM_FIELD_REF ? "INTEGER" : "TEXT";
}

static void
check_reference (sqlite3          *db,
                 const char       *table,
                 const char       *column,
                 const VotumField *field)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"table\" FROM pragma_foreign_key_list('%s') WHERE \"from\" = '%s'", table, column);
  g_autofree char *target = field->type == VOTUM_FIELD_REF ? votum_row_table (field->target) : NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (target != NULL)
    {
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, target);
    }
  else
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* The schema is frozen and the model is not: a field that has no column, or another one, is found here. */
static void
test_schema (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const own[] = { "id", "key", "key_folded" };
  sqlite3 *db = NULL;

  g_clear_pointer (&fixture->store, votum_store_close);
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      const VotumThingInfo *info = votum_thing_info (kind);
      g_autofree char *table = votum_row_table (kind);
      g_autofree char *sql = g_strdup_printf ("SELECT name, type, \"notnull\" FROM pragma_table_info('%s') ORDER BY cid", table);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        {
          g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
          g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, own[i]);
        }
      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autofree char *name = g_strdelimit (g_strdup (info->fields[i].name), "-", '_');

          g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
          g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, name);
          g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1), ==, column_type (&info->fields[i]));
          g_assert_cmpint (sqlite3_column_int (statement, 2), ==, (info->fields[i].flags & VOTUM_FIELD_REQUIRED) != 0);
          check_reference (db, table, name, &info->fields[i]);
        }
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "sum");
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
}

/* The words of a choice are frozen in the schema as well. */
static void
test_choices (void)
{
  const VotumSchema *schema = votum_schema_get ();
  g_autoptr(GPtrArray) list = votum_schema_list (schema, schema->version);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      const VotumThingInfo *info = votum_thing_info (kind);
      g_autofree char *table = votum_row_table (kind);
      g_autofree char *start = g_strdup_printf ("CREATE TABLE %s (", table);
      guint s = 0;

      while (!g_str_has_prefix (g_ptr_array_index (list, s), start))
        g_assert_cmpuint (++s, <, list->len);
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].type == VOTUM_FIELD_CHOICE)
          {
            g_autofree char *name = g_strdelimit (g_strdup (info->fields[i].name), "-", '_');
            g_autofree char *words = g_strjoinv ("', '", (char **) info->fields[i].choices);
            g_autofree char *check = g_strdup_printf ("CHECK (%s IN ('%s'))", name, words);

            g_assert_nonnull (strstr (g_ptr_array_index (list, s), check));
          }
    }
}

static void
test_kinds (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumChanges) read = NULL;
  g_autoptr(VotumLogEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  gint64 ids[VOTUM_N_KINDS] = { 0 };

  for (guint all = 0; all <= 1; all++)
    for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
      {
        VotumThing *thing = sample_thing (fixture->store, kind, ids, all == 1);

        g_ptr_array_add (written, thing);
        votum_changes_thing (changes, NULL, thing);
      }
  entry = write_changes (fixture->store, changes, "import-award");
  reopen (fixture);

  for (guint i = 0; i < written->len; i++)
    {
      VotumThing *thing = written->pdata[i];
      g_autoptr(GPtrArray) things = load_things (fixture->store, votum_thing_get_kind (thing));
      guint found = 0;

      for (guint t = 0; t < things->len; t++)
        if (votum_thing_get_id (things->pdata[t]) == votum_thing_get_id (thing))
          found += votum_thing_equal (things->pdata[t], thing);
      g_assert_cmpuint (found, ==, 1);
    }

  /* the log has them as well */
  read = votum_store_load_changes (fixture->store, entry->number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (votum_changes_n_things (read), ==, written->len);
  for (guint i = 0; i < written->len; i++)
    g_assert_true (votum_thing_equal (votum_changes_get (read, i)->new_thing, written->pdata[i]));
  g_assert_true (votum_store_verify (fixture->store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_marks (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr(VotumMarks) marks = NULL;
  const VotumMark *mark;

  reopen (fixture);
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);

  marks = load_marks (fixture->store);
  g_assert_cmpuint (votum_marks_size (marks), ==, 36);
  mark = votum_marks_lookup (marks, fixture->round, fixture->entrants[2], fixture->jurors[0], fixture->criteria[1]);
  g_assert_cmpint (mark->digits, ==, 155);
  g_assert_cmpint (mark->scale, ==, 1);
  mark = votum_marks_lookup (marks, fixture->round, fixture->entrants[2], fixture->jurors[0], fixture->criteria[2]);
  g_assert_cmpint (mark->state, ==, VOTUM_MARK_NOT_OBSERVED);
  g_assert_cmpstr (mark->comment, ==, "Ikke \"sett\"\n– blåbær");
  g_assert_cmpstr (mark->entered_by, ==, "Kari");
}

/* The fast ways of marks are those of the decimals. */
static void
test_values (void)
{
  for (guint i = 0; i < 200000; i++)
    {
      VotumDecimal value = { (gint64) ((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()) >> g_test_rand_int_range (0, 64),
                             g_test_rand_int_range (0, VOTUM_DECIMAL_MAX_SCALE + 1) };
      VotumMark mark, read = { 0 };
      g_autofree char *text = NULL;
      char fast[VOTUM_ROW_VALUE_SIZE];

      value = votum_decimal_normalize (value);
      mark = (VotumMark) { .digits = value.digits, .scale = value.scale };
      text = votum_decimal_to_string (value);
      g_assert_cmpuint (votum_row_format_value (fast, &mark), ==, strlen (text));
      g_assert_cmpstr (fast, ==, text);
      g_assert_true (votum_row_parse_value (text, &read));
      g_assert_cmpint (read.digits, ==, value.digits);
      g_assert_cmpint (read.scale, ==, value.scale);
    }
  for (const char *const *wrong = (const char *const[]) { "", "-", "01", "1.0", "1.", ".5", "+1", "-0", " 1", "1 ", "1e2", "0x1", "1,5", "NaN", "9223372036854775808", NULL };
       *wrong != NULL; wrong++)
    g_assert_false (votum_row_parse_value (*wrong, &(VotumMark) { 0 }));
}

static VotumThing *
find_thing (VotumStore *store,
            VotumKind   kind,
            const char *key)
{
  g_autoptr(GPtrArray) things = load_things (store, kind);

  for (guint i = 0; i < things->len; i++)
    if (g_str_equal (votum_thing_get_key (things->pdata[i]), key))
      return g_object_ref (things->pdata[i]);

  return NULL;
}

static char *
content_of (VotumStore *store)
{
  g_autofree char *all = describe (store);
  char *log = strstr (all, "\nlog ");

  return g_strndup (all, log != NULL ? (gsize) (log - all) : strlen (all));
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *before = content_of (fixture->store);
  g_autofree char *middle = NULL;
  g_autofree char *after = NULL;
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumChanges) logged = NULL;
  g_autoptr(VotumChanges) inverse = NULL;
  g_autoptr(VotumChanges) again = NULL;
  g_autoptr(VotumLogEntry) entry = NULL;
  g_autoptr(VotumLogEntry) undo = entry_new ("undo");
  g_autoptr(VotumMarks) marks = load_marks (fixture->store);
  g_autoptr(VotumThing) first = find_thing (fixture->store, VOTUM_KIND_ENTRANT, "e0");
  g_autoptr(VotumThing) second = find_thing (fixture->store, VOTUM_KIND_ENTRANT, "e1");
  g_autoptr(VotumThing) first_new = votum_thing_copy (first);
  g_autoptr(VotumThing) second_new = votum_thing_copy (second);
  g_autoptr(VotumThing) gone = find_thing (fixture->store, VOTUM_KIND_ENTRANT, "e3");
  g_autoptr(GError) error = NULL;

  /* two exchange their ids, a third goes with its marks, a mark changes, a fourth takes the id that became free */
  votum_thing_set_key (first_new, "e1");
  votum_thing_set_key (second_new, "e0");
  votum_changes_thing (changes, first, first_new);
  votum_changes_thing (changes, second, second_new);
  add_thing (fixture->store, changes, VOTUM_KIND_ENTRANT, "E3", "name", "Ny");
  votum_changes_thing (changes, gone, NULL);
  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      VotumMark mark = *votum_marks_get (marks, i);

      if (mark.entrant == votum_thing_get_id (gone) || i == 0)
        votum_marks_append (votum_changes_old_marks (changes), &mark);
      mark.digits = 7;
      if (i == 0)
        votum_marks_append (votum_changes_new_marks (changes), &mark);
    }
  entry = write_changes (fixture->store, changes, "edit");
  g_assert_cmpuint (entry->n_changes, ==, 4 + 9 + 1);
  middle = content_of (fixture->store);
  g_assert_cmpstr (before, !=, middle);

  logged = votum_store_load_changes (fixture->store, entry->number, &error);
  g_assert_no_error (error);
  inverse = votum_changes_invert (logged);
  undo->reverses = entry->number;
  g_assert_true (votum_store_write (fixture->store, inverse, undo, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  after = content_of (fixture->store);
  g_assert_cmpstr (before, ==, after);

  /* what was not there cannot be taken back twice, and trying changes nothing */
  again = votum_changes_invert (logged);
  undo->reverses = 0;
  g_assert_false (votum_store_write (fixture->store, again, undo, NULL, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  reopen (fixture);
  g_free (g_steal_pointer (&after));
  after = content_of (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (votum_store_verify (fixture->store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_ids (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumChanges) inverse = NULL;
  g_autoptr(VotumThing) thing = votum_thing_new (VOTUM_KIND_JUROR);
  g_autoptr(VotumLogEntry) in = NULL;
  g_autoptr(VotumLogEntry) out = NULL;
  gint64 id;

  /* a number is given where there is none */
  votum_thing_set_key (thing, "gjest");
  set_field (thing, "name", "Gjest");
  votum_changes_thing (changes, NULL, thing);
  in = write_changes (fixture->store, changes, "add");
  id = votum_thing_get_id (thing);
  g_assert_cmpint (id, >, fixture->criteria[2]);

  inverse = votum_changes_invert (changes);
  out = write_changes (fixture->store, inverse, "undo");
  reopen (fixture);
  g_assert_cmpint (votum_store_next_id (fixture->store), >, id);
}

static void
test_refused_changes (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr(VotumChanges) changes = votum_changes_new ();
      g_autoptr(VotumLogEntry) entry = entry_new ("edit");
      g_autoptr(VotumThing) thing = thing_new (fixture->store, VOTUM_KIND_ENTRANT, "x");
      g_autoptr(VotumThing) old_thing = find_thing (fixture->store, VOTUM_KIND_ENTRANT, "e0");
      g_autoptr(GError) error = NULL;
      VotumMark mark = { .round = fixture->round, .entrant = fixture->entrants[0], .juror = fixture->jurors[0], .criterion = fixture->criteria[0], .digits = 3 };

      /* so that something has been done before it fails */
      add_thing (fixture->store, changes, VOTUM_KIND_ENTRANT, "y", "name", "Y");
      set_field (thing, "name", "X");
      switch (i)
        {
        case 0: votum_thing_set_key (thing, "E0"); break;                                 /* there already */
        case 1: votum_thing_set_key (thing, NULL); break;
        case 2: set_field (thing, "name", NULL); break;                                   /* required */
        case 3: votum_thing_set_ref (thing, VOTUM_ENTRANT_CLASS, 999); break;             /* of nothing */
        case 4: votum_marks_append (votum_changes_new_marks (changes), &mark); break;     /* there already */
        case 5: votum_marks_append (votum_changes_old_marks (changes), &mark); break;     /* another value */
        case 6:
          mark.entrant = 999;
          votum_marks_append (votum_changes_new_marks (changes), &mark);
          break;
        case 7: votum_changes_thing (changes, old_thing, NULL); break;                    /* has marks */
        case 8: entry->reverses = 99; break;
        }
      votum_changes_thing (changes, NULL, thing);
      g_assert_false (votum_store_write (fixture->store, changes, entry, NULL, NULL, NULL, &error));
      g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
      g_assert_null (entry->hash);
    }
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);
  reopen (fixture);
  g_free (after);
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
cancel_cb (double   fraction,
           gpointer data)
{
  if (fraction > 0.4)
    g_cancellable_cancel (data);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumLogEntry) entry = entry_new ("import");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *key = g_strdup_printf ("n%u", i);

      add_thing (fixture->store, changes, VOTUM_KIND_ENTRANT, key, "name", "Ny");
    }
  g_assert_false (votum_store_write (fixture->store, changes, entry, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  after = describe (fixture->store);
  g_assert_cmpstr (before, ==, after);

  /* and goes on as if nothing had been */
  g_assert_true (votum_store_write (fixture->store, changes, entry, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  reopen (fixture);

  g_clear_pointer (&fixture->store, votum_store_close);
  g_assert_null (votum_store_open (fixture->path, VOTUM_STORE_READ_WRITE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define CASE_TEST(name, function) g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  g_test_add_func ("/store/empty", test_empty);
  g_test_add_func ("/store/choices", test_choices);
  g_test_add_func ("/store/values", test_values);
  CASE_TEST ("schema", test_schema);
  CASE_TEST ("kinds", test_kinds);
  CASE_TEST ("marks", test_marks);
  CASE_TEST ("undo", test_undo);
  CASE_TEST ("ids", test_ids);
  CASE_TEST ("refused-changes", test_refused_changes);
  CASE_TEST ("cancel", test_cancel);

  return g_test_run ();
}
