#include "votum-config.h"

#include <glib/gi18n.h>

#include "votum-case-revote.h"
#include "votum-cli.h"
#include "votum-error.h"

/* A vote among those who are tied. */

static int
begin (const char *path,
       const char *class_name,
       const char *who)
{
  GError *error = NULL;
  VotumCase *votum_case = votum_cli_open (path, who, FALSE, &error);
  g_autoptr(VotumStanding) standing = votum_case != NULL ? votum_cli_standing (votum_case, class_name, &error) : NULL;
  g_autoptr(GPtrArray) tied = NULL;
  g_autofree char *name = NULL;
  VotumThing *round;

  if (standing == NULL)
    return votum_cli_refuse (error);
  tied = votum_standing_find_tie (standing, standing->last_round);
  if (tied == NULL)
    {
      g_set_error_literal (&error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, _("Nobody is tied, so there is nothing to vote on again."));
      return votum_cli_refuse (error);
    }
  round = votum_case_begin_revote (votum_case, g_ptr_array_index (standing->rounds, standing->last_round), tied, &error);
  if (round == NULL)
    return votum_cli_refuse (error);
  name = votum_case_name_of (votum_case, round, votum_cli_lang ());
  votum_cli_say (_("Round “%s”: a revote among"), name);
  for (guint i = 0; i < tied->len; i++)
    votum_cli_say ("  %s", votum_thing_get_text (g_ptr_array_index (tied, i), VOTUM_ENTRANT_NAME));

  return VOTUM_CLI_DONE;
}

static int
run_revote (int    argc,
            char **argv)
{
  g_autofree char *class_name = NULL;
  g_autofree char *who = NULL;
  const GOptionEntry entries[] = {
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Of this class"), N_("ID") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_revote_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;

  return begin (argv[1], class_name, who);
}

const VotumCliCommand votum_cli_revote_command = {
  "revote", N_("CASE"), N_("Add a round among those who share a place"), run_revote
};
