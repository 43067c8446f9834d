#include "votum-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "votum-cli.h"

static const VotumCliCommand *const commands[] = {
  &votum_cli_init_command,
  &votum_cli_templates_command,
  &votum_cli_import_command,
  &votum_cli_entrants_command,
  &votum_cli_result_command,
  &votum_cli_agreement_command,
  &votum_cli_measures_command,
  &votum_cli_robustness_command,
  &votum_cli_chart_command,
  &votum_cli_jurors_command,
  &votum_cli_methods_command,
  &votum_cli_citation_command,
  &votum_cli_verdict_command,
  &votum_cli_feedback_command,
  &votum_cli_result_list_command,
  &votum_cli_diploma_command,
  &votum_cli_reveal_command,
  &votum_cli_tables_command,
  &votum_cli_hold_command,
  &votum_cli_assign_command,
  &votum_cli_hand_out_command,
  &votum_cli_take_hand_out_command,
  &votum_cli_hand_in_command,
  &votum_cli_take_in_command,
  &votum_cli_paper_command,
  &votum_cli_ballots_command,
  &votum_cli_open_round_command,
  &votum_cli_revote_command,
  &votum_cli_agenda_command,
  &votum_cli_agree_command,
  &votum_cli_revise_command,
  &votum_cli_consensus_command,
  &votum_cli_minutes_command,
  &votum_cli_decide_command,
  &votum_cli_keys_command,
  &votum_cli_log_command,
  &votum_cli_undo_command,
  &votum_cli_redo_command,
  &votum_cli_check_command,
  &votum_cli_verify_command,
  &votum_cli_export_command,
  &votum_cli_export_everything_command,
  &votum_cli_backups_command,
};

#define USAGE_WIDTH 36

static void
print_help (void)
{
  printf (_("Usage: votumctl COMMAND ARGUMENTS\n\n"
            "The workbench of award juries, without a window.\n\nCommands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *usage = votum_cli_usage (commands[i]);
      int pad = USAGE_WIDTH - (int) g_utf8_strlen (usage, -1);

      printf ("  %-13s %s%*s %s\n", commands[i]->name, usage, MAX (pad, 0), "", _(commands[i]->summary));
    }
  printf (_("\n“votumctl COMMAND --help” explains a command. Exit status: 0 done, 1 refused, 2 wrong call.\n"));
}

int
main (int    argc,
      char **argv)
{
  const char *localedir = g_getenv ("VOTUM_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : VOTUM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  votum_cli_watch_signals ();

  if (argc < 2)
    {
      print_help ();
      return VOTUM_CLI_WRONG_CALL;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return VOTUM_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("votumctl %s\n", VOTUM_VERSION);
      return VOTUM_CLI_DONE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, argv[1]) == 0)
      {
        int status = commands[i]->run (argc - 1, argv + 1);

        votum_cli_close ();
        if (fflush (stdout) != 0 && status == VOTUM_CLI_DONE)
          {
            votum_cli_warn ("%s", _("The output could not be written. Is the disk full?"));
            status = VOTUM_CLI_REFUSED;
          }
        return status;
      }

  return votum_cli_wrong (_("There is no command “%s”. See “votumctl --help”."), argv[1]);
}
