/* crash-store CRASHVFS.so FOLDER VARIANTS [PART]
 *
 * The case file under simulated power cuts, I/O errors, a full disk and no memory: the store's own create, open,
 * write and verify on an in-memory disk that knows what is durable and what is not. The disk is crashvfs.c of the
 * tool chest beside this tree, compiled by attack.py and loaded here, so that nothing of it has to be part of the tree.
 *
 * The store looks at a file and at its journal with the ordinary calls before SQLite gets them, so the simulated ones
 * are laid out in FOLDER before each opening, under the very names the simulated disk knows them by.
 *
 * Before each change its words are kept as a draft, twice, and the change finishes the draft.
 *
 * What must hold after any fault: every change and every draft that was acknowledged is there (LOST), no change is there
 * by half or beside the draft that it has finished (TORN), and the store opens and verifies (CORRUPT). TAP: one point a
 * kind of fault. */

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "crash-disk.h"
#include "votum-store.h"
#include "votum-things.h"

#define WRITES_PER_SESSION 6
#define SESSIONS 2
#define STEPS 3            /* of a change: a draft, the same draft longer, the change that finishes it */
#define PLACE "note:new"

enum { OK, LOST, TORN, CORRUPT, N_OUTCOMES };
static const char *const outcome_names[N_OUTCOMES] = { "ok", "LOST", "TORN", "CORRUPT" };

typedef struct {
  guint  trials;
  guint  points;
  guint  outcomes[N_OUTCOMES];
  char  *first;   /* the first thing that went wrong */
} Tally;

static char *path, *journal;     /* of the case and what stands beside it, real and simulated */
/* How far the work is: STEPS for each entry of the log, and one for each draft since the last of them. */
static gint64 acknowledged;      /* what the store said is saved */
static gint64 attempted;         /* what it was asked for last */
static gint64 first_entry;       /* number of the last log entry after setting up */
static gint64 round_id, entrant_id, juror_id, criterion_id;

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

/* How far the file is; -1 where that cannot be read, -2 where it holds what it never was asked for. */
static gint64
read_state (VotumStore *store)
{
  g_autoptr(VotumLogEntry) last = votum_store_last_entry (store, NULL);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_draft_free);
  const VotumDraft *draft;
  gint64 step;

  if (last == NULL || !votum_store_load_drafts (store, drafts, NULL))
    return -1;
  if (drafts->len == 0)
    return last->number * STEPS;
  draft = g_ptr_array_index (drafts, 0);
  step = g_ascii_strtoll (draft->text, NULL, 10);
  if (drafts->len > 1 || strcmp (draft->place, PLACE) != 0 || step <= last->number * STEPS || step >= (last->number + 1) * STEPS)
    return -2;
  return step;
}

/* After an error the outcome is unknown, and the state is read again: that is what the case does, too. */
static gboolean
acknowledge (VotumStore *store,
             gboolean    done)
{
  if (done)
    acknowledged = attempted;
  else
    {
      gint64 state = read_state (store);

      if (state < 0)
        return FALSE;
      /* what failed may not be there; what had been said to be there is judged at the end */
      if (state == attempted)
        acknowledged = attempted;
      attempted = acknowledged;
    }
  return TRUE;
}

/* What is typed grows beyond a page, so that it spills into others and they are given back. */
static gboolean
keep_one (VotumStore *store,
          gint64      step)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "%*s.", step, (int) (step * 613 % 6000), "");

  attempted = step;
  return acknowledge (store, votum_store_put_draft (store, PLACE, text, NULL));
}

static gboolean
write_one (VotumStore *store)
{
  gint64 value = acknowledged / STEPS + 1;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  g_autoptr(VotumChanges) changes = NULL;
  VotumLogEntry entry = entry_for ("set-mark", text);
  gboolean done;

  for (gint64 step = (value - 1) * STEPS + 1; step < value * STEPS; step++)
    if (!keep_one (store, step))
      return FALSE;

  changes = make_change (store, value);
  if (changes == NULL)
    return TRUE;
  votum_changes_finish (changes, PLACE);
  attempted = value * STEPS;
  done = acknowledge (store, votum_store_write (store, changes, &entry, NULL, NULL, NULL, NULL));
  g_free (entry.digest);
  g_free (entry.hash);

  return done;
}

static void
work (void)
{
  for (int session = 0; session < SESSIONS; session++)
    {
      g_autoptr(VotumStore) store = open_store (NULL);

      for (int i = 0; store != NULL && i < WRITES_PER_SESSION; i++)
        if (!write_one (store))
          break;
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
       gint64   asked,
       GError **error)
{
  g_autoptr(VotumStore) store = open_store (error);
  gint64 state;
  int outcome;

  if (store == NULL || !votum_store_verify (store, NULL, NULL, NULL, error))
    return CORRUPT;
  state = read_state (store);
  if (state < 0)
    return state == -1 ? CORRUPT : TORN;
  outcome = judge_values (store, state / STEPS);
  if (outcome != OK)
    return outcome;
  if (state == promised || state == asked)
    return OK;
  return state < promised ? LOST : TORN;
}

static void
count (Tally      *tally,
       gint64      promised,
       gint64      asked,
       const char *where,
       long        at,
       int         variant)
{
  g_autoptr(GError) error = NULL;
  int outcome = judge (promised, asked, &error);

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
  gint64 promised = acknowledged, asked = attempted;

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
      count (tally, promised, asked, "write point", at, variant);
    }
  disk.free (after);
}

static void
run_disk_fault (const char *what,
                int         mode,
                int         variants,
                int         stride)
{
  Tally tally = { 0 };
  void *base = disk.snapshot ();

  for (long at = 1;; at += stride)
    {
      disk.restore (base);
      acknowledged = attempted = first_entry * STEPS;
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
          count (&tally, acknowledged, attempted, "operation", at, 0);
        }
    }
  if (acknowledged != (first_entry + SESSIONS * WRITES_PER_SESSION) * STEPS)
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
      acknowledged = attempted = first_entry * STEPS;
      arm_memory (at, persist);
      work ();
      fired = memory_fired;
      arm_memory (-1, FALSE);
      if (!fired)
        break;
      tally.points++;
      count (&tally, acknowledged, attempted, "allocation", at, 0);
    }
  tell (what, &tally);
  disk.restore (base);
  disk.free (base);
}

int
main (int    argc,
      char **argv)
{
  int variants, stride;

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
  take_in (path);

  /* in ./dev test every fourth point of what fails rather than dies; all of them in ./dev attack */
  stride = variants > 20 ? 1 : 4;
  g_print ("1..8\n");
  run_disk_fault ("power cut", FAULT_POWERCUT, variants, 1);
  run_disk_fault ("I/O error once", FAULT_IOERR_ONCE, 1, stride);
  run_disk_fault ("I/O error from then on", FAULT_IOERR_PERSIST, 1, stride);
  run_disk_fault ("disk full once", FAULT_FULL_ONCE, 1, stride);
  run_disk_fault ("disk full from then on", FAULT_FULL_PERSIST, 1, stride);
  run_disk_fault ("read error once", FAULT_READERR_ONCE, 1, stride);
  run_no_memory ("no memory once", FALSE, variants > 20 ? 7 : 97);
  run_no_memory ("no memory from then on", TRUE, variants > 20 ? 7 : 97);
  return 0;
}
