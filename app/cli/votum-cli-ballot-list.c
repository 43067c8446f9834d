#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-ballots.h"
#include "votum-case-holder.h"
#include "votum-cli.h"
#include "votum-cli-table.h"

/* How far each juror has come: handed out, handed in, receipt, and what is wrong. */

/* What is to be known of a juror in a round, in a few words. */
static const char *
problem_of (VotumCase                 *votum_case,
            const VotumBallotStanding *one)
{
  if (one->outdated)
    return _("marked by other criteria: hand out again");
  if (one->ballot != NULL || one->n_marks > 0)
    return NULL;
  if (one->juror == votum_case_get_holder (votum_case))
    return _("no marks here yet");
  if (one->hand_out == NULL)
    return _("not handed out yet");
  if (one->set_aside != NULL)
    return _("a ballot was set aside");

  return _("not handed in yet");
}

static const char *
state_of (const VotumBallotStanding *one,
          VotumCliFormat             format)
{
  static const char *const words[] = { N_("handed in"), N_("sealed"), N_("replaced"), N_("opened"), N_("late"), N_("paper") };

  if (one->ballot == NULL)
    return NULL;
  if (format != VOTUM_CLI_FORMAT_TABLE)
    return votum_thing_get_text (one->ballot, VOTUM_BALLOT_STATE);

  return _(words[votum_thing_get_choice (one->ballot, VOTUM_BALLOT_STATE)]);
}

static const char *
text_of (VotumThing *thing,
         guint       field)
{
  return thing != NULL ? votum_thing_get_text (thing, field) : NULL;
}

static void
add_row (VotumCliTable             *table,
         VotumCase                 *votum_case,
         const VotumBallotStanding *one,
         VotumCliFormat             format)
{
  const char *receipt = text_of (one->ballot, VOTUM_BALLOT_RECEIPT);
  g_autofree char *shown = receipt != NULL ? g_strndup (receipt, format == VOTUM_CLI_FORMAT_TABLE ? 12 : strlen (receipt)) : NULL;
  g_autofree char *number = one->ballot != NULL ? votum_thing_field_to_text (one->ballot, VOTUM_BALLOT_NUMBER) : NULL;

  votum_cli_table_cell (table, votum_thing_get_key (one->round));
  votum_cli_table_cell (table, votum_thing_get_text (one->juror, VOTUM_JUROR_NAME));
  votum_cli_table_cell (table, text_of (one->hand_out, VOTUM_HAND_OUT_TIME));
  votum_cli_table_cell (table, text_of (one->ballot, VOTUM_BALLOT_TIME));
  votum_cli_table_cell (table, number);
  votum_cli_table_cell (table, state_of (one, format));
  votum_cli_table_cell (table, shown);
  votum_cli_table_cell (table, problem_of (votum_case, one));
}

static int
run_ballots (int    argc,
             char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *round_name = NULL;
  const GOptionEntry entries[] = {
    { "round", 'r', 0, G_OPTION_ARG_STRING, &round_name, N_("The round, by id, name or number"), N_("ROUND") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  g_autoptr(GArray) list = NULL;
  VotumThing *round = NULL;
  VotumCliFormat format;
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_ballots_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);

  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  if (round_name != NULL && (round = votum_cli_find_round (votum_case, round_name, &error)) == NULL)
    return votum_cli_refuse (error);

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "round", _("Round"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "juror", _("Juror"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "handed-out", _("Handed out"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "handed-in", _("Handed in"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "number", _("No."));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "state", _("Ballot"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "receipt", _("Receipt"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "problem", _("Problem"));
  list = votum_case_list_ballots (votum_case, round);
  for (guint i = 0; i < list->len; i++)
    add_row (table, votum_case, &g_array_index (list, VotumBallotStanding, i), format);
  votum_cli_table_print (table, format, votum_cli_lang ());

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_ballots_command = {
  "ballots", N_("CASE"), N_("List who was handed the case and who has handed in"), run_ballots
};
