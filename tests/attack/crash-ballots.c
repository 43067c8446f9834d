/* crash-ballots CRASHVFS.so FOLDER VARIANTS
 *
 * Handing out, handing in, taking in and opening a round and its revote under simulated power cuts, I/O errors, a full disk and no memory: the
 * commands of the case on the simulated disk that crash-store works on as well, and the files beside it on one that fails too.
 *
 * What must hold after any fault: every hand-out and every ballot that was acknowledged is there, with its receipt and its sealed
 * bytes (LOST); a file has its name only when it is whole, a number is never given twice, a round is opened with all marks of all
 * ballots or not at all (TORN); the key that signs is the one that signed before, and the case opens and verifies (CORRUPT). TAP: one
 * point a kind of fault, for the juror's case and for the chair's. */

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "crash-disk.h"
#include "crash-files.h"
#include "votum-case-ballots.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-import.h"
#include "votum-case-keys.h"

#define BALLOTS 3          /* handed in by the first juror, the last two of which are taken in */
#define STEPS   4          /* of the chair: two ballots of one juror, one of another, the opening */

enum { OK, LOST, TORN, CORRUPT, N_OUTCOMES };
static const char *const outcome_names[N_OUTCOMES] = { "ok", "LOST", "TORN", "CORRUPT" };

typedef struct {
  guint  trials;
  guint  points;
  guint  outcomes[N_OUTCOMES];
  char  *first;
} Tally;

/* One of the two cases that are worked on. */
typedef struct {
  const char *name;
  char *path, *journal;
  void (*work) (void);
  int  (*judge) (VotumCase *votum_case, int promised, int asked);
  int most;
  int stride;        /* where not all is gone through */
  gboolean files;    /* whether it writes files beside the case */
  char *beside;      /* (nullable): another case that is read */
} Scene;

static char *folder;
static const Scene *scene;
static int acknowledged, attempted;
static gsize ballot_size;
static char *key_seen;           /* the juror's, as it was when a ballot was acknowledged */

static char *
file_named (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static VotumCase *
open_case (GError **error)
{
  lay_out (scene->path);
  lay_out (scene->journal);

  return votum_case_open (scene->path, FALSE, NULL, error);
}

static void
close_case (VotumCase *votum_case)
{
  votum_case_close (votum_case);
  g_object_unref (votum_case);
}

#include "crash-hand-out.h"

/* ---- the juror -------------------------------------------------------------------------------------------------------- */

static VotumThing *
first_round (VotumCase *votum_case)
{
  return votum_case_find (votum_case, VOTUM_KIND_ROUND, "1");
}

static int
n_handed_in (VotumCase *votum_case)
{
  return (int) g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_BALLOT));
}

static char *
ballot_named (int number)
{
  g_autofree char *name = g_strdup_printf ("crash-%d.ballot", number);

  return file_named (name);
}

static void
hand_in (void)
{
  VotumCase *juror = open_case (NULL);

  for (int number = 1; number <= BALLOTS; number++)
    {
      g_autofree char *path = ballot_named (number);

      (void) g_unlink (path);
    }

  if (juror == NULL)
    return;
  while (acknowledged < BALLOTS)
    {
      g_autofree char *path = ballot_named (acknowledged + 1);
      g_autofree char *receipt = NULL;

      attempted = acknowledged + 1;
      receipt = votum_case_hand_in (juror, first_round (juror), path, NULL, NULL);
      if (receipt == NULL)
        break;
      acknowledged = attempted;
      g_free (key_seen);
      key_seen = votum_case_get_public_key (juror, VOTUM_KEY_JUROR);
    }
  close_case (juror);
}

static int
judge_juror (VotumCase *juror,
             int        promised,
             int        asked)
{
  g_autofree char *key = votum_case_get_public_key (juror, VOTUM_KEY_JUROR);
  int n = n_handed_in (juror);

  if (promised > 0 && g_strcmp0 (key, key_seen) != 0)
    return LOST;
  if (n < promised)
    return LOST;
  for (int number = 1; number <= BALLOTS; number++)
    {
      g_autofree char *path = ballot_named (number);
      g_autofree char *bytes = NULL;
      gsize size = 0;
      gboolean there = g_file_get_contents (path, &bytes, &size, NULL);

      if (number <= promised && !there)
        return LOST;
      if (there && (size != ballot_size || number > n))
        return TORN;
    }

  return n <= asked && is_tidy (folder) ? OK : TORN;
}

/* ---- the chair -------------------------------------------------------------------------------------------------------- */

static const char *const incoming[STEPS - 1] = { "per-1.ballot", "eva.ballot", "per-2.ballot" };

static void
take_in_and_open (void)
{
  VotumCase *chair = open_case (NULL);

  if (chair == NULL)
    return;
  while (acknowledged < STEPS)
    {
      gboolean done;

      attempted = acknowledged + 1;
      if (acknowledged < STEPS - 1)
        {
          g_autofree char *path = file_named (incoming[acknowledged]);

          done = votum_case_take_in (chair, path, NULL, NULL, NULL) != NULL;
        }
      else
        {
          done = votum_case_open_round (chair, first_round (chair), NULL, NULL);
        }
      if (!done)
        break;
      acknowledged = attempted;
    }
  close_case (chair);
}

/* How far the case is, by its ballots; -1 where it is somewhere in between. */
static int
state_of (VotumCase *chair)
{
  GListModel *ballots = votum_case_get_things (chair, VOTUM_KIND_BALLOT);
  guint n = g_list_model_get_n_items (ballots), n_of[5] = { 0 };
  guint n_marks = votum_marks_size (votum_case_get_marks (chair));
  gboolean opened = votum_thing_get_choice (first_round (chair), VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      n_of[votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE)]++;
    }
  if (n_of[VOTUM_BALLOT_STATE_REPLACED] != (n == 3 ? 1 : 0))
    return -1;
  if (opened)
    return n == 3 && n_of[VOTUM_BALLOT_STATE_OPENED] == 2 && n_marks == 4 ? STEPS : -1;

  return n_of[VOTUM_BALLOT_STATE_OPENED] == 0 && n_marks == 0 ? (int) n : -1;
}

static int
judge_chair (VotumCase *chair,
             int        promised,
             int        asked)
{
  int state = state_of (chair);

  if (state < 0)
    return TORN;
  if (state < promised)
    return LOST;
  if (state > asked)
    return TORN;

  /* what was taken in can be opened, whatever happened to it */
  return state == STEPS || votum_case_open_round (chair, first_round (chair), NULL, NULL) ? OK : CORRUPT;
}

/* ---- judging ---------------------------------------------------------------------------------------------------------- */

static int
judge (int      promised,
       int      asked,
       GError **error)
{
  VotumCase *votum_case = open_case (error);
  int outcome = CORRUPT;

  if (votum_case == NULL)
    return CORRUPT;
  if (votum_case_verify (votum_case, NULL, error))
    outcome = scene->judge (votum_case, promised, asked);
  close_case (votum_case);

  return outcome;
}

static void
count (Tally      *tally,
       int         promised,
       int         asked,
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

  g_print ("%s %u - %s, %s: %u points, %u trials, %u lost, %u torn, %u corrupt\n", bad > 0 || tally->points == 0 ? "not ok" : "ok",
           ++number, scene->name, what, tally->points, tally->trials, tally->outcomes[LOST], tally->outcomes[TORN], tally->outcomes[CORRUPT]);
  if (tally->first != NULL)
    g_print ("#   %s\n", tally->first);
  g_free (tally->first);
}

/* ---- the faults ------------------------------------------------------------------------------------------------------- */

static void
cut_power (Tally *tally,
           long   at,
           int    variants)
{
  void *after = disk.snapshot ();
  int promised = acknowledged, asked = attempted;

  for (int variant = 0; variant < variants; variant++)
    {
      disk.restore (after);
      disk.powercycle ((unsigned) (at * 1000 + variant));
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
      acknowledged = attempted = 0;
      disk.arm (mode, at);
      scene->work ();
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
  /* the last fault was never reached, and must not meet what comes next */
  disk.arm (FAULT_NONE, 0);
  if (acknowledged != scene->most)
    tally.first = g_strdup ("the undisturbed run did not save everything"), tally.outcomes[OK] = 0, tally.trials++;
  tell (what, &tally);
  disk.restore (base);
  disk.free (base);
}

static void
run_no_memory (const char *what,
               gboolean    persist,
               int         stride)
{
  Tally tally = { 0 };
  void *base = disk.snapshot ();

  for (int at = 1;; at += stride)
    {
      gboolean fired;

      disk.restore (base);
      acknowledged = attempted = 0;
      arm_memory (at, persist);
      scene->work ();
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

static void
run_file_fault (const char *what,
                gboolean    persist)
{
  Tally tally = { 0 };
  void *base = disk.snapshot ();

  for (int at = 1;; at++)
    {
      gboolean fired;

      disk.restore (base);
      acknowledged = attempted = 0;
      arm_files (at, persist);
      scene->work ();
      fired = file_fired;
      arm_files (-1, FALSE);
      if (!fired)
        break;
      tally.points++;
      count (&tally, acknowledged, attempted, "file operation", at, 0);
    }
  tell (what, &tally);
  disk.restore (base);
  disk.free (base);
}

/* ---- setting up, on the real disk ------------------------------------------------------------------------------------- */

static const char award_xml[] =
  "<award xmlns=\"urn:votum:award:1\" id=\"prize\" scale=\"s\" rule=\"r\"><name xml:lang=\"en\">Prize</name>"
  "<scale id=\"s\" min=\"1\" max=\"6\"/><rule id=\"r\"/>"
  "<criterion id=\"A\"><name xml:lang=\"en\">A</name></criterion><criterion id=\"B\"><name xml:lang=\"en\">B</name></criterion>"
  "<entrant id=\"e\"><name>E</name></entrant><juror id=\"ida\" roles=\"chair\"><name>Ida</name></juror>"
  "<juror id=\"per\"><name>Per</name></juror><juror id=\"eva\"><name>Eva</name></juror><round id=\"1\" position=\"1\"/></award>";

static void
must (gboolean  done,
      GError   *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
}

static VotumCase *
make_chair_of (const char *path,
               const char *award)
{
  g_autofree char *xml = file_named ("award.xml");
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumImport) import = NULL;
  GError *error = NULL;
  VotumDocument *document;
  VotumCase *chair;

  must (g_file_set_contents (xml, award, -1, &error), error);
  document = votum_case_read_template (xml, FALSE, problems, NULL, &error);
  g_assert_no_error (error);
  chair = votum_case_create (path, &error);
  g_assert_no_error (error);
  import = votum_case_plan_document (chair, document, problems, &error);
  g_assert_no_error (error);
  must (votum_case_import (chair, import, "init", "crash", NULL, NULL, &error), error);
  must (votum_case_set_holder (chair, votum_case_find (chair, VOTUM_KIND_JUROR, "ida"), VOTUM_DUTY_CHAIR, NULL, &error), error);

  return chair;
}

static VotumCase *
make_chair (const char *path)
{
  return make_chair_of (path, award_xml);
}

static void
mark_all (VotumCase  *juror,
          const char *who,
          gint64      value)
{
  static const char *const criteria[] = { "A", "B" };

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      GError *error = NULL;
      VotumMark mark = {
        .round = (gint32) votum_thing_get_id (first_round (juror)), .digits = value,
        .entrant = (gint32) votum_thing_get_id (votum_case_find (juror, VOTUM_KIND_ENTRANT, "e")),
        .juror = (gint32) votum_thing_get_id (votum_case_find (juror, VOTUM_KIND_JUROR, who)),
        .criterion = (gint32) votum_thing_get_id (votum_case_find (juror, VOTUM_KIND_CRITERION, criteria[i])),
      };

      must (votum_case_set_mark (juror, &mark, &error), error);
    }
}

static void
must_hand_in (VotumCase  *juror,
              const char *name)
{
  g_autofree char *path = file_named (name);
  g_autofree char *receipt = NULL;
  GError *error = NULL;

  receipt = votum_case_hand_in (juror, first_round (juror), path, NULL, &error);
  must (receipt != NULL, error);
}

static VotumCase *
make_juror (VotumCase  *chair,
            const char *who,
            const char *path)
{
  GError *error = NULL;
  VotumCase *juror;

  must (votum_case_hand_out (chair, votum_case_find (chair, VOTUM_KIND_JUROR, who), path, FALSE, NULL, &error), error);
  juror = votum_case_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  mark_all (juror, who, 4);

  return juror;
}

/* The chair's case, with two jurors who have handed in; and the case of one who is about to. */
static void
set_up (const char *chair_path,
        const char *juror_path)
{
  g_autofree char *per_path = file_named ("per.votum");
  g_autofree char *eva_path = file_named ("eva.votum");
  g_autofree char *sealed = file_named (incoming[1]);
  GStatBuf info;
  VotumCase *chair = make_chair (chair_path);
  VotumCase *per = make_juror (chair, "per", per_path);
  VotumCase *eva = make_juror (chair, "eva", eva_path);

  must_hand_in (per, incoming[0]);
  mark_all (per, "per", 5);
  must_hand_in (per, incoming[2]);
  must_hand_in (eva, incoming[1]);
  close_case (per);
  close_case (eva);
  g_assert_cmpint (g_stat (sealed, &info), ==, 0);
  ballot_size = (gsize) info.st_size;

  /* a juror's case that has not made its key yet */
  g_unlink (eva_path);
  per = make_juror (chair, "eva", juror_path);
  close_case (per);
  close_case (chair);
}

#include "crash-revote.h"

static void
play (const Scene *played,
      int          variants)
{
  gboolean full = variants > 20;
  int stride = full ? 1 : played->stride;

  scene = played;
  disk.reset ();
  take_in (scene->path);
  if (scene->beside != NULL)
    take_in (scene->beside);
  run_disk_fault ("power cut", FAULT_POWERCUT, variants, stride);
  run_disk_fault ("I/O error once", FAULT_IOERR_ONCE, 1, stride);
  run_disk_fault ("disk full once", FAULT_FULL_ONCE, 1, stride);
  run_disk_fault ("disk full from then on", FAULT_FULL_PERSIST, 1, stride);
  run_disk_fault ("read error once", FAULT_READERR_ONCE, 1, full ? 1 : 3 * stride);
  if (scene->files)
    {
      run_file_fault ("a file fails once", FALSE);
      run_file_fault ("files fail from then on", TRUE);
    }
  run_no_memory ("no memory once", FALSE, full ? 31 : 397 * MAX (1, stride / 3));
  run_no_memory ("no memory from then on", TRUE, full ? 31 : 397 * MAX (1, stride / 3));
}

int
main (int    argc,
      char **argv)
{
  Scene juror = { .name = "hand in", .work = hand_in, .judge = judge_juror, .most = BALLOTS, .stride = 1, .files = TRUE };
  Scene out = { .name = "hand out", .work = hand_out, .judge = judge_hand_out, .most = COPIES, .stride = 23, .files = TRUE };
  Scene chair = { .name = "take in and open", .work = take_in_and_open, .judge = judge_chair, .most = STEPS, .stride = 1 };
  Scene later = { .name = "take a hand-out", .work = take_later, .judge = judge_later, .most = 1, .stride = 3 };
  Scene revote = { .name = "take in and open a revote", .work = vote_again, .judge = judge_again, .most = AGAIN, .stride = 3 };
  int variants;

  if (argc < 4 || !bind_disk (argv[1]))
    {
      g_printerr ("crash-ballots CRASHVFS.so FOLDER VARIANTS\n");
      return 2;
    }
  /* no copies of cases beside the test */
  g_setenv ("XDG_DATA_HOME", "/dev/null", TRUE);
  folder = argv[2];
  juror.path = file_named ("juror.votum");
  juror.journal = g_strconcat (juror.path, "-journal", NULL);
  chair.path = file_named ("chair.votum");
  chair.journal = g_strconcat (chair.path, "-journal", NULL);
  out.path = file_named ("before.votum");
  out.journal = g_strconcat (out.path, "-journal", NULL);
  later.path = file_named ("taking.votum");
  later.journal = g_strconcat (later.path, "-journal", NULL);
  later.beside = file_named ("later.votum");
  revote.path = file_named ("revote.votum");
  revote.journal = g_strconcat (revote.path, "-journal", NULL);
  variants = (int) g_ascii_strtoll (argv[3], NULL, 10);

  setlocale (LC_ALL, "C.UTF-8");
  fail_some_memory ();
  close_case (make_chair (out.path));
  set_up (chair.path, juror.path);
  set_up_revote (revote.path, later.path);
  disk.reg ();

  g_print ("1..39\n");
  play (&out, variants);
  play (&juror, variants);
  play (&chair, variants);
  play (&later, variants);
  play (&revote, variants);

  return 0;
}
