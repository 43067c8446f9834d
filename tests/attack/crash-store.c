/* crash-store CRASHVFS.so FOLDER VARIANTS [PART]
 *
 * The case file under simulated power cuts, I/O errors, a full disk and no memory: the store's own create, open,
 * write and verify on an in-memory disk that knows what is durable and what is not. The disk is crashvfs.c of the
 * tool chest beside this tree, compiled by attack.py and loaded here, so that nothing of it has to be part of the tree.
 *
 * The store looks at a file and at its journal with the ordinary calls before SQLite gets them, so the simulated ones
 * are laid out in FOLDER before each opening, under the very names the simulated disk knows them by.
 *
 * What must hold after any fault: every change that was acknowledged is there (LOST), no change is there by half
 * (TORN), and the store opens and verifies (CORRUPT). TAP: one point a kind of fault. */

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "votum-store.h"
#include "votum-things.h"

#define WRITES_PER_SESSION 6
#define SESSIONS 2

/* crashvfs.h, as far as it is used. */
enum { FAULT_NONE, FAULT_POWERCUT, FAULT_IOERR_ONCE, FAULT_IOERR_PERSIST, FAULT_FULL_ONCE, FAULT_FULL_PERSIST, FAULT_READERR_ONCE };

static struct {
  int   (*reg)        (void);
  void  (*reset)      (void);
  void  (*arm)        (int mode, long at);
  int   (*fired)      (void);
  void  (*powercycle) (unsigned seed);
  void *(*snapshot)   (void);
  void  (*restore)    (void *snapshot);
  void  (*free)       (void *snapshot);
} disk;

enum { OK, LOST, TORN, CORRUPT, N_OUTCOMES };
static const char *const outcome_names[N_OUTCOMES] = { "ok", "LOST", "TORN", "CORRUPT" };

typedef struct {
  guint  trials;
  guint  points;
  guint  outcomes[N_OUTCOMES];
  char  *first;   /* the first thing that went wrong */
} Tally;

static char *path, *journal;     /* of the case and what stands beside it, real and simulated */
static gint64 acknowledged;      /* number of the last log entry that the store said is saved */
static gint64 first_entry;       /* the same after setting up */
static gint64 round_id, entrant_id, juror_id, criterion_id;

/* ---- no memory, for SQLite only: GLib ends the process there, which is a power cut with a name --------------------- */

static sqlite3_mem_methods plain_memory;
static int memory_at = -1;
static gint memory_count, memory_fired;   /* atomic: the store looks at pages on a second thread */
static gboolean memory_persist;

static gboolean
memory_fails (void)
{
  int count;

  if (memory_at < 0)
    return FALSE;
  count = g_atomic_int_add (&memory_count, 1) + 1;
  if (count != memory_at && !(memory_persist && count > memory_at))
    return FALSE;
  g_atomic_int_set (&memory_fired, TRUE);
  return TRUE;
}

static void *
failing_malloc (int size)
{
  return memory_fails () ? NULL : plain_memory.xMalloc (size);
}

static void *
failing_realloc (void *memory,
                 int   size)
{
  return memory_fails () ? NULL : plain_memory.xRealloc (memory, size);
}

static void
arm_memory (int      at,
            gboolean persist)
{
  memory_at = at;
  memory_persist = persist;
  memory_count = 0;
  memory_fired = FALSE;
}

/* ---- between the simulated disk and the folder ------------------------------------------------------------------- */

static gboolean
bind_disk (const char *library)
{
  void *handle = dlopen (library, RTLD_NOW | RTLD_GLOBAL);
  const struct { const char *name; void *slot; } symbols[] = {
    { "cv_register", &disk.reg }, { "cv_reset", &disk.reset }, { "cv_arm", &disk.arm }, { "cv_fired", &disk.fired },
    { "cv_powercycle", &disk.powercycle }, { "cv_snapshot", &disk.snapshot }, { "cv_restore", &disk.restore },
    { "cv_free", &disk.free },
  };

  if (handle == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      void *symbol = dlsym (handle, symbols[i].name);

      if (symbol == NULL)
        return FALSE;
      memcpy (symbols[i].slot, &symbol, sizeof symbol);
    }
  return TRUE;
}

static sqlite3_file *
open_simulated (const char *name,
                int         flags)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("crash");
  sqlite3_file *file = g_malloc0 (vfs->szOsFile);

  if (vfs->xOpen (vfs, name, file, flags, NULL) == SQLITE_OK)
    return file;
  g_free (file);
  return NULL;
}

static void
close_simulated (sqlite3_file *file)
{
  file->pMethods->xClose (file);
  g_free (file);
}

/* Put a real file on the simulated disk, durable. A journal's flag makes the folder durable with it. */
static void
take_in (void)
{
  g_autofree char *bytes = NULL;
  gsize size;
  sqlite3_file *file;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  file = open_simulated (path, SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_JOURNAL);
  g_assert_nonnull (file);
  g_assert_cmpint (file->pMethods->xWrite (file, bytes, (int) size, 0), ==, SQLITE_OK);
  g_assert_cmpint (file->pMethods->xSync (file, SQLITE_SYNC_NORMAL), ==, SQLITE_OK);
  close_simulated (file);
}

/* Lay a simulated file out in the folder, for what the store looks at before SQLite gets it. */
static void
lay_out (const char *name)
{
  sqlite3_file *file = open_simulated (name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB);
  sqlite3_int64 size = 0;

  (void) g_unlink (name);
  if (file == NULL)
    return;
  if (file->pMethods->xFileSize (file, &size) == SQLITE_OK)
    {
      g_autofree char *bytes = g_malloc (size + 1);

      if (size == 0 || file->pMethods->xRead (file, bytes, (int) size, 0) == SQLITE_OK)
        {
          FILE *real = g_fopen (name, "wb");

          g_assert_nonnull (real);
          g_assert_cmpuint (fwrite (bytes, 1, (gsize) size, real), ==, (gsize) size);
          fclose (real);
        }
    }
  close_simulated (file);
}

static VotumStore *
open_store (GError **error)
{
  lay_out (path);
  lay_out (journal);
  return votum_store_open (path, VOTUM_STORE_READ_WRITE, NULL, error);
}

/* ---- what the program does ------------------------------------------------------------------------------------------ */

static VotumThing *
make_thing (VotumKind   kind,
            const char *key,
            ...)
{
  VotumThing *thing = votum_thing_new (kind);
  const VotumThingInfo *info = votum_thing_info (kind);
  const char *name;
  va_list args;

  votum_thing_set_key (thing, key);
  va_start (args, key);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *text = va_arg (args, const char *);
      int field = votum_thing_info_find (info, name);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (field, >=, 0);
      if (info->fields[field].type == VOTUM_FIELD_TEXTS)
        votum_thing_set_texts (thing, field, votum_texts_with (NULL, "en", text));
      else
        votum_thing_set_from_text (thing, field, text, &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return thing;
}

static VotumLogEntry
entry_for (const char *command,
           char       *value)
{
  return (VotumLogEntry) {
    .time = (char *) "2025-01-01T12:00:00+01:00",
    .who = (char *) "crash",
    .command = (char *) command,
    .subject = (char *) "crash",
    .new_value = value,
  };
}

static gint64
add (VotumStore *store,
     VotumThing *thing)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(GError) error = NULL;
  VotumLogEntry entry = entry_for ("add", NULL);
  gint64 id;

  votum_changes_thing (changes, NULL, thing);
  votum_store_write (store, changes, &entry, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  first_entry = entry.number;
  g_clear_pointer (&entry.digest, g_free);
  g_clear_pointer (&entry.hash, g_free);
  id = votum_thing_get_id (thing);
  g_object_unref (thing);
  return id;
}

/* A small jury, on the real disk. */
static void
set_up (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStore) store = NULL;

  (void) g_unlink (path);
  store = votum_store_create (path, &error);
  g_assert_no_error (error);
  add (store, make_thing (VOTUM_KIND_SCALE, "s", "min", "0", "max", "1000000", NULL));
  add (store, make_thing (VOTUM_KIND_AWARD, "a", "name", "Award", NULL));
  criterion_id = add (store, make_thing (VOTUM_KIND_CRITERION, "c", "name", "Criterion", NULL));
  entrant_id = add (store, make_thing (VOTUM_KIND_ENTRANT, "e", "name", "0", NULL));
  juror_id = add (store, make_thing (VOTUM_KIND_JUROR, "j", "name", "Juror", NULL));
  round_id = add (store, make_thing (VOTUM_KIND_ROUND, "r", "position", "1", NULL));
}

static VotumThing *
load_entrant (VotumStore *store)
{
  g_autoptr(GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);

  if (!votum_store_load_things (store, VOTUM_KIND_ENTRANT, things, NULL) || things->len != 1)
    return NULL;
  return g_object_ref (g_ptr_array_index (things, 0));
}

/* One change in two tables and the log: the entrant's name and the mark both become @value. */
static VotumChanges *
make_change (VotumStore *store,
             gint64      value)
{
  g_autoptr(VotumThing) old_thing = load_entrant (store);
  g_autoptr(VotumThing) new_thing = NULL;
  g_autoptr(VotumMarks) marks = votum_marks_new ();
  g_autofree char *name = NULL;
  VotumChanges *changes;
  VotumMark mark = { .round = round_id, .entrant = entrant_id, .juror = juror_id, .criterion = criterion_id };

  if (old_thing == NULL || !votum_store_load_marks (store, marks, NULL))
    return NULL;

  /* Texts of different lengths, so that pages fill, split and are given back. */
  name = g_strdup_printf ("%" G_GINT64_FORMAT "%*s.", value, (int) (value * 37 % 2600), "");
  new_thing = votum_thing_copy (old_thing);
  if (!votum_thing_set_from_text (new_thing, votum_thing_info_find (votum_thing_get_info (new_thing), "name"), name, NULL))
    return NULL;

  changes = votum_changes_new ();
  votum_changes_thing (changes, old_thing, new_thing);
  for (guint i = 0; i < votum_marks_size (marks); i++)
    votum_marks_append (votum_changes_old_marks (changes), votum_marks_get (marks, i));
  mark.digits = value;
  votum_marks_append (votum_changes_new_marks (changes), &mark);
  votum_marks_sort (votum_changes_new_marks (changes), NULL);
  return changes;
}

/* After an error the outcome is unknown, and the state is read again: that is what the case does, too. */
static void
write_one (VotumStore *store)
{
  gint64 value = acknowledged + 1;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  g_autoptr(VotumChanges) changes = make_change (store, value);
  VotumLogEntry entry = entry_for ("set-mark", text);

  if (changes == NULL)
    return;
  if (votum_store_write (store, changes, &entry, NULL, NULL, NULL, NULL))
    acknowledged = entry.number;
  else
    {
      g_autoptr(VotumLogEntry) last = votum_store_last_entry (store, NULL);

      if (last != NULL && last->number == value)
        acknowledged = value;
    }
  g_free (entry.digest);
  g_free (entry.hash);
}

static void
work (void)
{
  for (int session = 0; session < SESSIONS; session++)
    {
      g_autoptr(VotumStore) store = open_store (NULL);

      for (int i = 0; store != NULL && i < WRITES_PER_SESSION; i++)
        write_one (store);
    }
}

/* ---- what must hold afterwards -------------------------------------------------------------------------------------- */

static int
judge_values (VotumStore *store,
              gint64      number)
{
  g_autoptr(VotumThing) entrant = load_entrant (store);
  g_autoptr(VotumMarks) marks = votum_marks_new ();
  gint64 name, mark;

  if (entrant == NULL || !votum_store_load_marks (store, marks, NULL))
    return CORRUPT;
  name = g_ascii_strtoll (votum_thing_get_text (entrant, votum_thing_info_find (votum_thing_get_info (entrant), "name")), NULL, 10);
  mark = votum_marks_size (marks) > 0 ? votum_marks_get (marks, 0)->digits : 0;
  if (number == first_entry)
    return name == 0 && mark == 0 ? OK : TORN;
  return name == number && mark == number ? OK : TORN;
}

static int
judge (gint64   promised,
       GError **error)
{
  g_autoptr(VotumStore) store = open_store (error);
  g_autoptr(VotumLogEntry) last = NULL;
  int outcome;

  if (store == NULL || !votum_store_verify (store, NULL, NULL, NULL, error))
    return CORRUPT;
  last = votum_store_last_entry (store, error);
  if (last == NULL)
    return CORRUPT;
  outcome = judge_values (store, last->number);
  if (outcome != OK)
    return outcome;
  if (last->number > promised + 1)
    return TORN;
  return last->number < promised ? LOST : OK;
}

static void
count (Tally      *tally,
       gint64      promised,
       const char *where,
       long        at,
       int         variant)
{
  g_autoptr(GError) error = NULL;
  int outcome = judge (promised, &error);

  tally->trials++;
  tally->outcomes[outcome]++;
  if (outcome != OK && tally->first == NULL)
    tally->first = g_strdup_printf ("%s at %s %ld, variant %d: %s", outcome_names[outcome], where, at, variant,
                                    error != NULL ? error->message : "no message");
}

static void
tell (const char *what,
      Tally      *tally)
{
  static guint number;
  guint bad = tally->trials - tally->outcomes[OK];

  g_print ("%s %u - %s: %u points, %u trials, %u lost, %u torn, %u corrupt\n", bad > 0 || tally->points == 0 ? "not ok" : "ok",
           ++number, what, tally->points, tally->trials, tally->outcomes[LOST], tally->outcomes[TORN], tally->outcomes[CORRUPT]);
  if (tally->first != NULL)
    g_print ("#   %s\n", tally->first);
  g_free (tally->first);
}

/* ---- the faults ------------------------------------------------------------------------------------------------------ */

/* Many images of the disk can follow one power cut; every second one meets another cut while it is recovered from. */
static void
cut_power (Tally *tally,
           long   at,
           int    variants)
{
  void *after = disk.snapshot ();
  gint64 promised = acknowledged;

  for (int variant = 0; variant < variants; variant++)
    {
      disk.restore (after);
      disk.powercycle ((unsigned) (at * 1000 + variant));
      if (variant & 1)
        {
          VotumStore *store;

          disk.arm (FAULT_POWERCUT, 1 + variant / 2 % 12);
          store = open_store (NULL);
          g_clear_pointer (&store, votum_store_close);
          disk.powercycle ((unsigned) (at * 77 + variant));
        }
      count (tally, promised, "write point", at, variant);
    }
  disk.free (after);
}

static void
run_disk_fault (const char *what,
                int         mode,
                int         variants)
{
  Tally tally = { 0 };
  void *base = disk.snapshot ();

  for (long at = 1;; at++)
    {
      disk.restore (base);
      acknowledged = first_entry;
      disk.arm (mode, at);
      work ();
      if (!disk.fired ())
        break;
      tally.points++;
      if (mode == FAULT_POWERCUT)
        cut_power (&tally, at, variants);
      else
        {
          disk.arm (FAULT_NONE, 0);
          count (&tally, acknowledged, "operation", at, 0);
        }
    }
  if (acknowledged != first_entry + SESSIONS * WRITES_PER_SESSION)
    tally.first = g_strdup ("the undisturbed run did not save everything"), tally.outcomes[OK] = 0, tally.trials++;
  tell (what, &tally);
  disk.restore (base);
  disk.free (base);
}

static void
run_no_memory (const char *what,
               gboolean    persist,
               int         step)
{
  Tally tally = { 0 };
  void *base = disk.snapshot ();

  for (int at = 1;; at += at < 200 ? 1 : step)
    {
      gboolean fired;

      disk.restore (base);
      acknowledged = first_entry;
      arm_memory (at, persist);
      work ();
      fired = memory_fired;
      arm_memory (-1, FALSE);
      if (!fired)
        break;
      tally.points++;
      count (&tally, acknowledged, "allocation", at, 0);
    }
  tell (what, &tally);
  disk.restore (base);
  disk.free (base);
}

static void
fail_some_memory (void)
{
  sqlite3_mem_methods failing;

  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &plain_memory);
  failing = plain_memory;
  failing.xMalloc = failing_malloc;
  failing.xRealloc = failing_realloc;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &failing);
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
}

int
main (int    argc,
      char **argv)
{
  int variants;

  if (argc < 4 || !bind_disk (argv[1]))
    {
      g_printerr ("crash-store CRASHVFS.so FOLDER VARIANTS\n");
      return 2;
    }
  path = g_build_filename (argv[2], "case", NULL);
  journal = g_strconcat (path, "-journal", NULL);
  variants = (int) g_ascii_strtoll (argv[3], NULL, 10);

  setlocale (LC_ALL, "C.UTF-8");
  fail_some_memory ();
  set_up ();
  disk.reg ();
  disk.reset ();
  take_in ();

  g_print ("1..8\n");
  run_disk_fault ("power cut", FAULT_POWERCUT, variants);
  run_disk_fault ("I/O error once", FAULT_IOERR_ONCE, 1);
  run_disk_fault ("I/O error from then on", FAULT_IOERR_PERSIST, 1);
  run_disk_fault ("disk full once", FAULT_FULL_ONCE, 1);
  run_disk_fault ("disk full from then on", FAULT_FULL_PERSIST, 1);
  run_disk_fault ("read error once", FAULT_READERR_ONCE, 1);
  run_no_memory ("no memory once", FALSE, variants > 20 ? 7 : 97);
  run_no_memory ("no memory from then on", TRUE, variants > 20 ? 7 : 97);
  return 0;
}
