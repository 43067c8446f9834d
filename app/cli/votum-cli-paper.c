#include "votum-config.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-case-import.h"
#include "votum-case-paper.h"
#include "votum-cli.h"
#include "votum-error.h"

/* Marks that were given on paper: typed in from a file of marks, and read a second time from another one. */

typedef struct {
  const char *file;
  char *juror;
  char *round;
  char *who;
  gboolean read;
  gboolean drop;
} Wanted;

static VotumImport *
plan (VotumCase    *votum_case,
      VotumThing   *juror,
      VotumThing   *round,
      const Wanted *wanted,
      const char   *typist,
      GError      **error)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  const VotumMarkDefaults defaults = { .round = votum_thing_get_key (round), .juror = votum_thing_get_key (juror), .entered_by = typist };
  VotumImport *import = votum_case_plan_marks (votum_case, wanted->file, &defaults, problems, votum_cli_work (), error);

  if (import == NULL)
    votum_cli_refuse_file (problems, wanted->file, NULL);

  return import;
}

static gboolean
type_in (VotumCase   *votum_case,
         VotumThing  *juror,
         VotumThing  *round,
         const Wanted *wanted,
         GError     **error)
{
  VotumThing *ballot = votum_case_begin_paper (votum_case, juror, round, error);
  g_autoptr(VotumImport) import = NULL;

  if (ballot == NULL)
    return FALSE;
  import = plan (votum_case, juror, round, wanted, votum_thing_get_text (ballot, VOTUM_BALLOT_ENTERED_BY), error);
  if (import == NULL || !votum_case_import (votum_case, import, "import-marks", wanted->file, NULL, votum_cli_work (), error))
    return FALSE;
  votum_cli_say (ngettext ("%u mark of %s typed in.", "%u marks of %s typed in.",
                           votum_import_marks (import)->added + votum_import_marks (import)->changed),
                 votum_import_marks (import)->added + votum_import_marks (import)->changed, votum_thing_get_text (juror, VOTUM_JUROR_NAME));
  if (votum_case_paper_needs_reading (votum_case, ballot))
    votum_cli_say (_("The rule asks for a second reading by another person: --read."));

  return TRUE;
}

/* The marks of the file: those of the case with what the file says otherwise. What it does not name is missing, and is counted. */
static VotumMarks *
second_reading (VotumCase   *votum_case,
                VotumThing  *juror,
                VotumThing  *round,
                VotumImport *import,
                guint       *n_missing)
{
  const VotumMarks *marks = votum_case_get_marks (votum_case);
  const VotumMarks *changed = votum_changes_new_marks (votum_import_changes (import));
  VotumMarks *second = votum_marks_new ();
  guint n = 0;

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);

      if (mark->juror != votum_thing_get_id (juror) || mark->round != votum_thing_get_id (round))
        continue;
      votum_marks_set (second, mark);
      n++;
    }
  for (guint i = 0; i < votum_marks_size (changed); i++)
    votum_marks_set (second, votum_marks_get (changed, i));
  *n_missing = n - (votum_import_marks (import)->unchanged + votum_import_marks (import)->changed);

  return second;
}

static char *
describe (const VotumMark *mark)
{
  if (mark == NULL)
    return g_strdup (_("none"));

  return mark->state == VOTUM_MARK_VALUE ? votum_decimal_to_string (votum_mark_value (mark)) : g_strdup (_("not observed"));
}

static gboolean
read_again (VotumCase    *votum_case,
            VotumThing   *juror,
            VotumThing   *round,
            VotumThing   *ballot,
            const Wanted *wanted,
            GError      **error)
{
  g_autoptr(VotumImport) import = NULL;
  g_autoptr(VotumMarks) second = NULL;
  g_autoptr(GArray) differences = NULL;
  guint n_missing;

  if (!votum_case_may_read_paper (votum_case, ballot, wanted->who, error))
    return FALSE;
  import = plan (votum_case, juror, round, wanted, votum_thing_get_text (ballot, VOTUM_BALLOT_ENTERED_BY), error);
  if (import == NULL)
    return FALSE;
  second = second_reading (votum_case, juror, round, import, &n_missing);
  differences = votum_case_compare_paper (votum_case, ballot, second);
  for (guint i = 0; i < differences->len; i++)
    {
      const VotumPaperDifference *one = &g_array_index (differences, VotumPaperDifference, i);
      g_autofree char *first = describe (one->first);
      g_autofree char *other = describe (one->second);

      votum_cli_say (_("%s, %s: typed in %s, read %s"), votum_case_entrant_name (votum_case, one->entrant), votum_thing_get_key (one->criterion),
                     first, other);
    }
  if (n_missing > 0)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   ngettext ("%u mark that was typed in is not in the file of the second reading.",
                             "%u marks that were typed in are not in the file of the second reading.", n_missing), n_missing);
      return FALSE;
    }
  if (!votum_case_confirm_paper (votum_case, ballot, second, wanted->who, error))
    return FALSE;
  votum_cli_say (_("%s has read the marks of %s a second time: they agree."), wanted->who, votum_thing_get_text (juror, VOTUM_JUROR_NAME));

  return TRUE;
}

static int
run (const char   *path,
     const Wanted *wanted)
{
  GError *error = NULL;
  VotumCase *votum_case = votum_cli_open (path, wanted->who, FALSE, &error);
  VotumThing *round = votum_case != NULL ? votum_cli_find_round (votum_case, wanted->round, &error) : NULL;
  VotumThing *juror = round != NULL ? votum_case_find_by_name (votum_case, VOTUM_KIND_JUROR, wanted->juror, &error) : NULL;
  VotumThing *ballot = juror != NULL ? votum_case_get_paper (votum_case, juror, round) : NULL;
  gboolean done;

  if (juror == NULL)
    return votum_cli_refuse (error);
  if (!wanted->read && !wanted->drop)
    {
      done = type_in (votum_case, juror, round, wanted, &error);
    }
  else if (ballot == NULL)
    {
      g_set_error (&error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("Nothing that %s gave on paper has been typed in."),
                   votum_thing_get_text (juror, VOTUM_JUROR_NAME));
      done = FALSE;
    }
  else
    {
      done = wanted->drop ? votum_case_drop_paper (votum_case, ballot, &error) : read_again (votum_case, juror, round, ballot, wanted, &error);
    }

  return done ? VOTUM_CLI_DONE : error != NULL ? votum_cli_refuse (error) : VOTUM_CLI_REFUSED;
}

static int
run_paper (int    argc,
           char **argv)
{
  Wanted wanted = { NULL };
  const GOptionEntry entries[] = {
    { "juror", 0, 0, G_OPTION_ARG_STRING, &wanted.juror, N_("Who gave the marks, by id or name"), N_("JUROR") },
    { "round", 'r', 0, G_OPTION_ARG_STRING, &wanted.round, N_("The round, by id, name or number"), N_("ROUND") },
    { "read", 0, 0, G_OPTION_ARG_NONE, &wanted.read, N_("Compare with a second reading, and confirm it where they agree"), NULL },
    { "drop", 0, 0, G_OPTION_ARG_NONE, &wanted.drop, N_("Take out what was typed in"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &wanted.who, N_("Who types in, or reads"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!votum_cli_parse (&votum_cli_paper_command, entries, &argc, &argv, -1))
    status = VOTUM_CLI_WRONG_CALL;
  else if (wanted.juror == NULL || argc != (wanted.drop ? 2 : 3))
    status = votum_cli_wrong ("%s", _("Say whose marks they are with --juror, and in which file they stand."));
  else
    {
      wanted.file = argv[argc - 1];
      status = run (argv[1], &wanted);
    }
  g_free (wanted.juror);
  g_free (wanted.round);
  g_free (wanted.who);

  return status;
}

const VotumCliCommand votum_cli_paper_command = {
  "paper", N_("CASE FILE --juror JUROR"), N_("Type in marks that were given on paper, or read them a second time"), run_paper
};
