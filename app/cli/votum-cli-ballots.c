#include "votum-config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "votum-case-ballots.h"
#include "votum-case-holder.h"
#include "votum-case-keys.h"
#include "votum-case-progress.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-error.h"

/* Ballots on their way back: handing in, taking in, opening, and how far everybody is. */

/**
 * votum_cli_find_round:
 * @votum_case: a case
 * @name: (nullable): id, number or name of a round; without it the one that is marked in now
 * @error: return location
 *
 * Returns: (transfer none): the round
 */
VotumThing *
votum_cli_find_round (VotumCase  *votum_case,
                      const char *name,
                      GError    **error)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (votum_case);
  VotumThing *round = name == NULL ? votum_case_current_round (votum_case) : NULL;

  if (name == NULL && round == NULL && rounds->len > 0)
    round = g_ptr_array_index (rounds, rounds->len - 1);
  for (guint i = 0; i < rounds->len && round == NULL; i++)
    {
      VotumThing *thing = g_ptr_array_index (rounds, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (g_ascii_strcasecmp (votum_thing_get_key (thing), name) == 0 || strcmp (number, name) == 0 ||
          g_strcmp0 (votum_texts_get (votum_thing_get_texts (thing, VOTUM_ROUND_NAME), votum_cli_lang ()), name) == 0)
        round = thing;
    }
  if (round == NULL && name != NULL)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is no round “%s”. Use its id, its name or a number from 1 to %u."), name,
                 rounds->len);
  else if (round == NULL)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("The case has no round to mark in."));

  return round;
}

/* The passphrase of the key that the case works with, where it has one. */
static gboolean
get_passphrase (VotumCase    *votum_case,
                VotumKeyOwner owner,
                const char   *path,
                char        **passphrase,
                GError      **error)
{
  return votum_cli_passphrase (path, votum_case_key_is_protected (votum_case, owner), _("Passphrase of the key:"), passphrase, error);
}

/* ---- hand in ---- */

static void
say_summary (const VotumHandInSummary *summary)
{
  votum_cli_say (_("Ballot number %u: %u of %u marks given, %u of them not observed."), summary->number, summary->given, summary->wanted,
                 summary->not_observed);
  if (summary->recused > 0)
    votum_cli_say (ngettext ("Recused from %u finalist.", "Recused from %u finalists.", summary->recused), summary->recused);
  if (summary->notes > 0)
    votum_cli_say (ngettext ("%u note that is not for yourself alone goes with it.", "%u notes that are not for yourself alone go with it.",
                             summary->notes), summary->notes);
}

/* What the rule asks for is asked before the ballot is gone. */
static gboolean
is_complete (const VotumHandInSummary *summary,
             gboolean                  incomplete,
             GError                  **error)
{
  guint missing = summary->wanted - MIN (summary->given, summary->wanted);

  if (summary->comments_missing > 0)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   ngettext ("%u mark needs a comment, as the rule says. Write it, then hand in.",
                             "%u marks need a comment, as the rule says. Write them, then hand in.", summary->comments_missing),
                   summary->comments_missing);
      return FALSE;
    }
  if (incomplete || (missing == 0 && summary->reasons_missing == 0))
    return TRUE;
  if (missing > 0)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 ngettext ("%u mark is missing. Give it, or hand in all the same with --incomplete.",
                           "%u marks are missing. Give them, or hand in all the same with --incomplete.", missing), missing);
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 ngettext ("%u changed mark needs a comment that says why. Write it, or hand in all the same with --incomplete.",
                           "%u changed marks need a comment that says why. Write them, or hand in all the same with --incomplete.",
                           summary->reasons_missing), summary->reasons_missing);

  return FALSE;
}

static int
hand_in (const char *path,
         const char *output,
         const char *round_name,
         const char *passphrase_file,
         gboolean    incomplete,
         gboolean    dry_run)
{
  VotumCase *votum_case;
  VotumThing *round;
  VotumHandInSummary summary;
  g_autofree char *passphrase = NULL;
  g_autofree char *receipt = NULL;
  GError *error = NULL;

  if (output != NULL && !votum_cli_check_output (output, path, ".ballot", &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, NULL, dry_run, &error);
  round = votum_case != NULL ? votum_cli_find_round (votum_case, round_name, &error) : NULL;
  if (round == NULL || !votum_case_sum_up_hand_in (votum_case, round, &summary, &error))
    return votum_cli_refuse (error);
  say_summary (&summary);
  if (!is_complete (&summary, incomplete, &error))
    return votum_cli_refuse (error);
  if (dry_run)
    return VOTUM_CLI_DONE;

  if (!get_passphrase (votum_case, VOTUM_KEY_JUROR, passphrase_file, &passphrase, &error))
    return votum_cli_refuse (error);
  receipt = votum_case_hand_in (votum_case, round, output, passphrase, &error);
  if (receipt == NULL)
    return votum_cli_refuse (error);
  votum_cli_say (_("Send %s to the chair."), output);
  votum_cli_say (_("Receipt, to keep: %s"), receipt);

  return VOTUM_CLI_DONE;
}

static int
run_hand_in (int    argc,
             char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *round = NULL;
  g_autofree char *passphrase_file = NULL;
  gboolean incomplete = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The ballot to write"), N_("FILE.ballot") },
    { "round", 'r', 0, G_OPTION_ARG_STRING, &round, N_("The round, by id, name or number"), N_("ROUND") },
    { "incomplete", 0, 0, G_OPTION_ARG_NONE, &incomplete, N_("Hand in although marks or comments are missing"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would be handed in, and hand in nothing"), NULL },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_("A file with the passphrase of the key"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_hand_in_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (output == NULL && !dry_run)
    return votum_cli_wrong ("%s", _("Say where to with --output FILE.ballot."));

  return hand_in (argv[1], output, round, passphrase_file, incomplete, dry_run);
}

const VotumCliCommand votum_cli_hand_in_command = {
  "hand-in", N_("CASE --output FILE.ballot"), N_("Seal a juror’s marks of a round for the chair"), run_hand_in
};

/* ---- take in ---- */

static gboolean
take_in_one (VotumCase  *votum_case,
             const char *file,
             const char *passphrase,
             const char *late_reason)
{
  GError *error = NULL;
  VotumThing *ballot = votum_case_take_in (votum_case, file, passphrase, late_reason, &error);
  VotumThing *juror;

  if (ballot == NULL)
    {
      votum_cli_warn ("%s: %s", file, error->message);
      g_error_free (error);
      return FALSE;
    }
  juror = votum_case_lookup (votum_case, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));
  votum_cli_say (votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_LATE
                 /* TRANSLATORS: a file, a juror, the number of the ballot and its receipt */
                 ? _("%s: late ballot of %s, number %" PRId64 ", opened. Receipt %s")
                 /* TRANSLATORS: a file, a juror, the number of the ballot and its receipt */
                 : _("%s: ballot of %s, number %" PRId64 ", sealed. Receipt %s"),
                 file, votum_thing_get_text (juror, VOTUM_JUROR_NAME), (int64_t) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER),
                 votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT));

  return TRUE;
}

static int
run_take_in (int    argc,
             char **argv)
{
  g_autofree char *reason = NULL;
  g_autofree char *who = NULL;
  g_autofree char *passphrase_file = NULL;
  g_autofree char *passphrase = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why a ballot is taken in after its round was opened"), N_("TEXT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_("A file with the passphrase of the key"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  gboolean all = TRUE;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_take_in_command, entries, &argc, &argv, -1))
    return VOTUM_CLI_WRONG_CALL;
  if (argc < 3)
    return votum_cli_wrong (_("This takes %s. See “votumctl %s --help”."), votum_cli_usage (&votum_cli_take_in_command), "take-in");

  votum_case = votum_cli_open (argv[1], who, FALSE, &error);
  if (votum_case == NULL || !get_passphrase (votum_case, VOTUM_KEY_CHAIR, passphrase_file, &passphrase, &error))
    return votum_cli_refuse (error);
  for (int i = 2; i < argc; i++)
    all = take_in_one (votum_case, argv[i], passphrase, reason) && all;

  return all ? VOTUM_CLI_DONE : VOTUM_CLI_REFUSED;
}

const VotumCliCommand votum_cli_take_in_command = {
  "take-in", N_("CASE FILE.ballot..."), N_("Check ballots that came back and keep them, sealed"), run_take_in
};

/* ---- open a round ---- */

/* Who has neither a ballot nor marks in the round. */
static char *
missing_jurors (VotumCase  *votum_case,
                VotumThing *round)
{
  g_autoptr(GArray) list = votum_case_list_ballots (votum_case, round);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const VotumBallotStanding *one = &g_array_index (list, VotumBallotStanding, i);

      if (one->ballot == NULL && one->n_marks == 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", votum_thing_get_text (one->juror, VOTUM_JUROR_NAME));
    }

  return g_string_free (names, FALSE);
}

static int
run_open_round (int    argc,
                char **argv)
{
  g_autofree char *round_name = NULL;
  g_autofree char *who = NULL;
  g_autofree char *passphrase_file = NULL;
  g_autofree char *passphrase = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *name = NULL;
  gboolean anyway = FALSE;
  const GOptionEntry entries[] = {
    { "round", 'r', 0, G_OPTION_ARG_STRING, &round_name, N_("The round, by id, name or number"), N_("ROUND") },
    { "anyway", 0, 0, G_OPTION_ARG_NONE, &anyway, N_("Open although somebody has not handed in"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_("A file with the passphrase of the key"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  VotumThing *round;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_open_round_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (round_name == NULL)
    return votum_cli_wrong ("%s", _("Say which round is opened with --round. It cannot be undone."));

  votum_case = votum_cli_open (argv[1], who, FALSE, &error);
  round = votum_case != NULL ? votum_cli_find_round (votum_case, round_name, &error) : NULL;
  if (round == NULL)
    return votum_cli_refuse (error);
  missing = missing_jurors (votum_case, round);
  if (!anyway && *missing != '\0')
    {
      votum_cli_warn (_("Not handed in yet: %s. Wait for them, or open without them with --anyway."), missing);
      return VOTUM_CLI_REFUSED;
    }
  if (!get_passphrase (votum_case, VOTUM_KEY_CHAIR, passphrase_file, &passphrase, &error) ||
      !votum_case_open_round (votum_case, round, passphrase, &error))
    return votum_cli_refuse (error);
  name = votum_case_name_of (votum_case, round, votum_cli_lang ());
  votum_cli_say (_("The round “%s” is opened."), name);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_open_round_command = {
  "open-round", N_("CASE --round ROUND"), N_("Open all ballots of a round at once"), run_open_round
};
