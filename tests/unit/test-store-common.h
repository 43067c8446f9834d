#pragma once

#include "votum-store-private.h"
#include "votum-things.h"

#include <glib/gstdio.h>
#include <string.h>

#include "votum-error.h"

/* A case to try things on: one round, some entrants, jurors and criteria, and marks for all of them. */
typedef struct {
  char *folder;
  char *path;
  VotumStore *store;
  gint64 round;
  gint64 entrants[4];
  gint64 jurors[3];
  gint64 criteria[3];
} Fixture;

static inline VotumLogEntry *
entry_new (const char *command)
{
  VotumLogEntry *entry = g_new0 (VotumLogEntry, 1);

  entry->time = g_strdup ("2026-11-03T09:30:00+01:00");
  entry->who = g_strdup ("Kari Nordmann");
  entry->command = g_strdup (command);
  entry->subject = g_strdup ("Nordlys Kraft · A1 · Ida Berg");

  return entry;
}

static inline VotumThing *
thing_new (VotumStore *store,
           VotumKind   kind,
           const char *key)
{
  VotumThing *thing = votum_thing_new (kind);

  votum_thing_set_id (thing, votum_store_next_id (store));
  votum_thing_set_key (thing, key);

  return thing;
}

static inline void
set_field (VotumThing *thing,
           const char *name,
           const char *text)
{
  g_autoptr(GError) error = NULL;
  int field = votum_thing_info_find (votum_thing_get_info (thing), name);

  g_assert_cmpint (field, >=, 0);
  votum_thing_set_from_text (thing, field, text, &error);
  g_assert_no_error (error);
}

static inline gint64
add_thing (VotumStore   *store,
           VotumChanges *changes,
           VotumKind     kind,
           const char   *key,
           const char   *field,
           const char   *text)
{
  g_autoptr(VotumThing) thing = thing_new (store, kind, key);

  set_field (thing, field, text);
  votum_changes_thing (changes, NULL, thing);

  return votum_thing_get_id (thing);
}

static inline VotumLogEntry *
write_changes (VotumStore   *store,
               VotumChanges *changes,
               const char   *command)
{
  g_autoptr(GError) error = NULL;
  VotumLogEntry *entry = entry_new (command);

  votum_store_write (store, changes, entry, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return entry;
}

static inline void
fill_case (Fixture *fixture)
{
  VotumStore *store = fixture->store;
  g_autoptr(VotumChanges) things = votum_changes_new ();
  g_autoptr(VotumChanges) marks = votum_changes_new ();
  g_autoptr(VotumLogEntry) first = NULL;
  g_autoptr(VotumLogEntry) second = NULL;

  fixture->round = add_thing (store, things, VOTUM_KIND_ROUND, "1", "position", "1");
  for (guint i = 0; i < G_N_ELEMENTS (fixture->entrants); i++)
    {
      g_autofree char *key = g_strdup_printf ("e%u", i);

      fixture->entrants[i] = add_thing (store, things, VOTUM_KIND_ENTRANT, key, "name", "Nordlys Kraft");
    }
  for (guint i = 0; i < G_N_ELEMENTS (fixture->jurors); i++)
    {
      g_autofree char *key = g_strdup_printf ("j%u", i);

      fixture->jurors[i] = add_thing (store, things, VOTUM_KIND_JUROR, key, "name", "Ida Berg");
    }
  for (guint i = 0; i < G_N_ELEMENTS (fixture->criteria); i++)
    {
      g_autofree char *key = g_strdup_printf ("c%u", i);

      fixture->criteria[i] = add_thing (store, things, VOTUM_KIND_CRITERION, key, "name", "{\"nb\":\"Språk\",\"sv\":\"Språket\"}");
    }
  first = write_changes (store, things, "import-award");

  for (guint e = 0; e < G_N_ELEMENTS (fixture->entrants); e++)
    for (guint j = 0; j < G_N_ELEMENTS (fixture->jurors); j++)
      for (guint c = 0; c < G_N_ELEMENTS (fixture->criteria); c++)
        {
          VotumMark mark = { .round = fixture->round, .entrant = fixture->entrants[e], .juror = fixture->jurors[j],
                             .criterion = fixture->criteria[c], .digits = 10 + e * 2 + j + c };

          if (c == 2)
            mark = (VotumMark) { mark.round, mark.entrant, mark.juror, mark.criterion, .state = VOTUM_MARK_NOT_OBSERVED,
                                 .comment = "Ikke \"sett\"\n– blåbær", .entered_by = j == 0 ? "Kari" : NULL };
          else if (c == 1)
            mark.scale = 1, mark.digits = mark.digits * 10 + 5;
          votum_marks_append (votum_changes_new_marks (marks), &mark);
        }
  second = write_changes (store, marks, "import-marks");
  g_assert_cmpuint (second->n_changes, ==, 36);
}

static inline void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("votum-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sak.votum", NULL);
  fixture->store = votum_store_create (fixture->path, &error);
  g_assert_no_error (error);
  fill_case (fixture);
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  (void) data;
  g_clear_pointer (&fixture->store, votum_store_close);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static inline void
reopen (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&fixture->store, votum_store_close);
  fixture->store = votum_store_open (fixture->path, VOTUM_STORE_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
}

static inline VotumMarks *
load_marks (VotumStore *store)
{
  g_autoptr(GError) error = NULL;
  VotumMarks *marks = votum_marks_new ();

  votum_store_load_marks (store, marks, &error);
  g_assert_no_error (error);

  return marks;
}

static inline GPtrArray *
load_things (VotumStore *store,
             VotumKind   kind)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);

  votum_store_load_things (store, kind, things, &error);
  g_assert_no_error (error);

  return things;
}

/* All that a case holds, as one text: two cases with the same text are the same. */
static inline char *
describe (VotumStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumMarks) marks = load_marks (store);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_draft_free);
  g_autoptr(GPtrArray) log = NULL;
  GString *all = g_string_new (votum_store_get_uuid (store));

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) things = load_things (store, kind);

      for (guint i = 0; i < things->len; i++)
        {
          VotumThing *thing = things->pdata[i];

          g_string_append_printf (all, "\n%s %" G_GINT64_FORMAT " %s", votum_thing_info (kind)->name, votum_thing_get_id (thing),
                                  votum_thing_get_key (thing));
          for (guint f = 0; f < votum_thing_info (kind)->n_fields; f++)
            {
              g_autofree char *text = votum_thing_field_to_text (thing, f);

              /* fields that later versions add do not count */
              if (text != NULL)
                g_string_append_printf (all, " %s=%s", votum_thing_info (kind)->fields[f].name, text);
            }
        }
    }
  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *m = votum_marks_get (marks, i);

      g_string_append_printf (all, "\nmark %d %d %d %d %" G_GINT64_FORMAT " %d %d %s %s", m->round, m->entrant, m->juror, m->criterion,
                              m->digits, m->scale, m->state, m->comment != NULL ? m->comment : "-", m->entered_by != NULL ? m->entered_by : "-");
    }
  g_assert_true (votum_store_load_drafts (store, drafts, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    {
      const VotumDraft *d = drafts->pdata[i];

      g_string_append_printf (all, "\ndraft %s %s", d->place, d->text);
    }
  log = votum_store_load_log (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      const VotumLogEntry *e = log->pdata[i];

      g_string_append_printf (all, "\nlog %" G_GINT64_FORMAT " %s %s %s", e->number, e->command, e->digest, e->hash);
    }

  return g_string_free (all, FALSE);
}

static inline void
read_file (const char *path,
           char      **data,
           gsize      *length)
{
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, data, length, &error);
  g_assert_no_error (error);
}

static inline void
write_file (const char *path,
            const char *data,
            gsize       length)
{
  g_autoptr(GError) error = NULL;

  /* without consistency GLib does not cut a longer file that is there */
  g_unlink (path);
  g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Changes the file without Votum. */
static inline void
tamper (const char *path,
        const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* That opening the file is refused with this error, in a sentence with its name, and leaves it byte for byte as it was with
 * nothing beside it. */
static inline void
assert_refused (const char     *path,
                VotumStoreFlags flags,
                int             code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gsize length_before, length_after;
  gboolean had_journal = g_file_test (journal, G_FILE_TEST_EXISTS);

  read_file (path, &before, &length_before);
  store = votum_store_open (path, flags, NULL, &error);
  g_assert_null (store);
  g_assert_error (error, VOTUM_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  read_file (path, &after, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_cmpint (g_file_test (journal, G_FILE_TEST_EXISTS), ==, had_journal);
}

/* A value for any field. */
static inline const char *
sample (const VotumField *field)
{
  switch (field->type)
    {
    case VOTUM_FIELD_LINE: return "Blåbær \"&\" søn";
    case VOTUM_FIELD_PROSE: return "Første linje\n\tAndre linje – \\ \"sitat\"";
    case VOTUM_FIELD_TEXTS: return "{\"en\":\"Language\",\"nb\":\"Språk \\\"og\\\" form\",\"sv\":\"Språk\\noch form\"}";
    case VOTUM_FIELD_INTEGER: return "2147483647";
    case VOTUM_FIELD_DECIMAL: return "12.25";
    case VOTUM_FIELD_BOOLEAN: return "1";
    case VOTUM_FIELD_TIME: return "2026-11-03T09:30:00+01:00";
    case VOTUM_FIELD_CHOICE: return field->choices[0];
    case VOTUM_FIELD_CHOICES: return field->choices[1];
    case VOTUM_FIELD_REF: return "1";
    case VOTUM_FIELD_REFS: return "1 2 3";
    default: g_assert_not_reached ();
    }
}

static inline VotumThing *
sample_thing (VotumStore *store,
              VotumKind   kind,
              gint64     *ids,
              gboolean    all)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  g_autoptr(GError) error = NULL;
  VotumThing *thing = thing_new (store, kind, all ? "Æ 1.b" : "b");

  ids[kind] = votum_thing_get_id (thing);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == VOTUM_FIELD_REF && (all || (info->fields[i].flags & VOTUM_FIELD_REQUIRED)))
      votum_thing_set_ref (thing, i, ids[info->fields[i].target]);
    else if (all || (info->fields[i].flags & VOTUM_FIELD_REQUIRED))
      {
        votum_thing_set_from_text (thing, i, sample (&info->fields[i]), &error);
        g_assert_no_error (error);
      }
    else
      g_assert_true (votum_thing_set_from_text (thing, i, NULL, NULL));

  /* what must hold between fields */
  if (kind == VOTUM_KIND_SCALE)
    {
      set_field (thing, "min", "0");
      set_field (thing, "max", "20");
      set_field (thing, "step", "0.5");
    }
  else if (kind == VOTUM_KIND_RULE)
    for (guint i = 0; i < info->n_fields; i++)
      {
        g_autoptr(VotumThing) fresh = votum_thing_new (kind);
        g_autofree char *text = votum_thing_field_to_text (fresh, i);

        votum_thing_set_from_text (thing, i, text, NULL);
      }
  else if (kind == VOTUM_KIND_INDICATOR && all)
    set_field (thing, "points", "0:0 50:80 100:100");
  else if (kind == VOTUM_KIND_RECUSAL)
    {
      votum_thing_set_ref (thing, VOTUM_RECUSAL_CLASS, ids[VOTUM_KIND_CLASS]);
      votum_thing_set_ref (thing, VOTUM_RECUSAL_ENTRANT, 0);
    }
  else if (kind == VOTUM_KIND_ASSIGNMENT)
    {
      votum_thing_set_ref (thing, VOTUM_ASSIGNMENT_ENTRANT, ids[VOTUM_KIND_ENTRANT]);
      votum_thing_set_ref (thing, VOTUM_ASSIGNMENT_CLASS, 0);
    }
  else if (kind == VOTUM_KIND_ATTACHMENT)
    {
      set_field (thing, "name", "logo.png");
      set_field (thing, "file", all ? "logo.png" : NULL);
      set_field (thing, "digest", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
      votum_thing_set_ref (thing, VOTUM_ATTACHMENT_ENTRANT, ids[VOTUM_KIND_ENTRANT]);
      votum_thing_set_ref (thing, VOTUM_ATTACHMENT_NOTE, 0);
    }
  else if (kind == VOTUM_KIND_DECISION)
    votum_thing_set_ref (thing, VOTUM_DECISION_ENTRANT, ids[VOTUM_KIND_ENTRANT]);
  else if (kind == VOTUM_KIND_CITATION && all)
    set_field (thing, "language", "nb");
  else if (kind == VOTUM_KIND_AWARD && all)
    set_field (thing, "languages", "nb sv");
  if (kind == VOTUM_KIND_CRITERION)
    votum_thing_set_ref (thing, VOTUM_CRITERION_PARENT, 0);
  if (!votum_thing_check (thing, &error))
    g_error ("<%s>: %s", info->name, error->message);

  return thing;
}
