#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-ballots.h"
#include "votum-case-holder.h"
#include "votum-case-keys.h"
#include "votum-case-progress.h"
#include "votum-cli.h"
#include "votum-error.h"
#include "votum-save.h"

/* Handing the case out to jurors, taking a later hand-out in, and the keys for ballots. */

static gboolean
hand_out_one (VotumCase  *votum_case,
              VotumThing *juror,
              const char *path,
              gboolean    anew,
              GError    **error)
{
  g_autoptr(GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  if (!votum_case_hand_out (votum_case, juror, path, anew, remarks, error))
    return FALSE;
  for (guint i = 0; i < remarks->len; i++)
    votum_cli_warn ("%s", (const char *) g_ptr_array_index (remarks, i));
  votum_cli_say (_("%s: for %s"), path, votum_thing_get_text (juror, VOTUM_JUROR_NAME));

  return TRUE;
}

/* Whoever gives marks, but for whom the case is: their marks are given in it. */
static gboolean
hand_out_all (VotumCase   *votum_case,
              const char  *folder,
              gboolean     anew,
              GError     **error)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (votum_case);

  for (guint i = 0; i < jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (jurors, i);
      g_autofree char *file = votum_case_hand_out_file (votum_case, juror, TRUE);
      g_autofree char *name = g_strndup (file, strlen (file) - strlen (".votum"));
      g_autofree char *mail_file = g_strconcat (name, ".txt", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *mail_path = g_build_filename (folder, mail_file, NULL);
      g_autofree char *mail = NULL;

      if (juror == votum_case_get_holder (votum_case))
        continue;
      if (!hand_out_one (votum_case, juror, path, anew, error))
        return FALSE;
      mail = votum_case_hand_out_mail (votum_case, juror, file, votum_cli_lang ());
      if (!votum_save_file (mail_path, mail, strlen (mail), error))
        return FALSE;
    }

  return TRUE;
}

/* What somebody else handed in from the old copy does not count. */
static gboolean
set_aside_ballot (VotumCase   *votum_case,
                  VotumThing  *juror,
                  const char  *reason,
                  GError     **error)
{
  VotumThing *ballot = reason != NULL ? votum_case_sealed_ballot (votum_case, juror) : NULL;

  if (reason == NULL)
    return TRUE;
  if (ballot == NULL)
    {
      votum_cli_warn ("%s", _("There is no sealed ballot to set aside."));
      return TRUE;
    }
  if (!votum_case_set_aside (votum_case, ballot, reason, error))
    return FALSE;
  votum_cli_say (_("Ballot number %u does not count: %s"), (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER), reason);

  return TRUE;
}

static int
hand_out (const char *path,
          const char *juror_name,
          const char *output,
          const char *folder,
          const char *who,
          const char *set_aside,
          gboolean    anew)
{
  VotumCase *votum_case;
  VotumThing *juror;
  GError *error = NULL;

  if (output != NULL && !votum_cli_check_output (output, path, ".votum", &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, who, FALSE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  if (folder != NULL)
    return hand_out_all (votum_case, folder, anew, &error) ? VOTUM_CLI_DONE : votum_cli_refuse (error);
  juror = votum_case_find_by_name (votum_case, VOTUM_KIND_JUROR, juror_name, &error);
  if (juror == NULL || !hand_out_one (votum_case, juror, output, anew, &error) || !set_aside_ballot (votum_case, juror, set_aside, &error))
    return votum_cli_refuse (error);

  return VOTUM_CLI_DONE;
}

static int
run_hand_out (int    argc,
              char **argv)
{
  g_autofree char *juror_name = NULL;
  g_autofree char *output = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *who = NULL;
  g_autofree char *set_aside = NULL;
  gboolean anew = FALSE;
  const GOptionEntry entries[] = {
    { "juror", 0, 0, G_OPTION_ARG_STRING, &juror_name, N_("Who gets it, by id or name"), N_("JUROR") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The case to make for them"), N_("FILE.votum") },
    { "all", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_("A case for every juror into this folder, each with a mail to send"), N_("FOLDER") },
    { "anew", 0, 0, G_OPTION_ARG_NONE, &anew, N_("The copy before was lost: nothing from it is taken in any more"), NULL },
    { "set-aside", 0, 0, G_OPTION_ARG_STRING, &set_aside, N_("With --anew: the ballot that is here is not theirs, and why"), N_("REASON") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_hand_out_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (folder != NULL ? juror_name != NULL || output != NULL : juror_name == NULL || output == NULL)
    return votum_cli_wrong ("%s", _("Say for whom with --juror, and where to with --output FILE.votum; or for everybody with --all FOLDER."));
  if (folder != NULL && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return votum_cli_wrong (_("There is no folder “%s”. Make it first, or choose another one."), folder);

  if (set_aside != NULL && (!anew || folder != NULL))
    return votum_cli_wrong ("%s", _("A ballot is set aside where one juror is handed a new copy: with --juror and --anew."));

  return hand_out (argv[1], juror_name, output, folder, who, set_aside, anew);
}

const VotumCliCommand votum_cli_hand_out_command = {
  "hand-out", N_("CASE --juror JUROR --output FILE | --all FOLDER"), N_("Make a case for a juror, with what they may see"), run_hand_out
};

static int
run_take_hand_out (int    argc,
                   char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_take_hand_out_command, entries, &argc, &argv, 2))
    return VOTUM_CLI_WRONG_CALL;

  votum_case = votum_cli_open (argv[1], NULL, FALSE, &error);
  if (votum_case == NULL || !votum_case_take_hand_out (votum_case, argv[2], &error))
    return votum_cli_refuse (error);
  votum_cli_say (_("%s has what was handed out in %s. Marks and notes are as they were."), argv[1], argv[2]);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_take_hand_out_command = {
  "take-hand-out", N_("CASE FILE.votum"), N_("Bring a later hand-out into a juror’s case"), run_take_hand_out
};

/* ---- keys ---- */

static void
say_key (VotumCase    *votum_case,
         VotumKeyOwner owner,
         const char   *name)
{
  g_autofree char *key = votum_case_get_public_key (votum_case, owner);

  if (key != NULL)
    votum_cli_say ("%-8s %s  %s", name, key, votum_case_key_is_protected (votum_case, owner) ? _("with a passphrase") : _("without a passphrase"));
}

static gboolean
change_passphrase (VotumCase    *votum_case,
                   VotumKeyOwner owner,
                   const char   *old_file,
                   const char   *new_file,
                   GError      **error)
{
  g_autofree char *old_passphrase = NULL;
  g_autofree char *passphrase = NULL;

  return votum_cli_passphrase (old_file, votum_case_key_is_protected (votum_case, owner), _("Passphrase of the key:"), &old_passphrase, error) &&
         votum_cli_passphrase (new_file, FALSE, "", &passphrase, error) &&
         votum_case_set_passphrase (votum_case, owner, old_passphrase, passphrase, error);
}

static int
run_keys (int    argc,
          char **argv)
{
  g_autofree char *old_file = NULL;
  g_autofree char *new_file = NULL;
  gboolean deputy = FALSE, none = FALSE;
  const GOptionEntry entries[] = {
    { "deputy", 0, 0, G_OPTION_ARG_NONE, &deputy, N_("The deputy’s key instead of the chair’s; it is made where there is none"), NULL },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &old_file, N_("A file with the passphrase that the key has"), N_("FILE") },
    { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &new_file, N_("A file with the passphrase that it gets"), N_("FILE") },
    { "no-passphrase", 0, 0, G_OPTION_ARG_NONE, &none, N_("Take the passphrase away"), NULL },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  VotumKeyOwner owner;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_keys_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (none && new_file != NULL)
    return votum_cli_wrong ("%s", _("Choose one of --new-passphrase-file and --no-passphrase."));

  votum_case = votum_cli_open (argv[1], NULL, FALSE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  owner = deputy ? VOTUM_KEY_DEPUTY : votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR ? VOTUM_KEY_JUROR : VOTUM_KEY_CHAIR;
  if (!votum_case_make_key (votum_case, owner, NULL, &error) ||
      ((none || new_file != NULL) && !change_passphrase (votum_case, owner, old_file, new_file, &error)))
    return votum_cli_refuse (error);
  say_key (votum_case, VOTUM_KEY_CHAIR, _("chair"));
  say_key (votum_case, VOTUM_KEY_DEPUTY, _("deputy"));
  say_key (votum_case, VOTUM_KEY_JUROR, _("juror"));

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_keys_command = {
  "keys", N_("CASE"), N_("Show the keys that ballots are sealed and signed with, or give one a passphrase"), run_keys
};
