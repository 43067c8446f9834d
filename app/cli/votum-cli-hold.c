#include "votum-config.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-cli.h"

/* Whose copy a case is. */

static int
hold (const char *path,
      const char *juror_name,
      VotumDuty   duty,
      const char *reason,
      const char *who)
{
  VotumCase *votum_case;
  VotumThing *juror;
  GError *error = NULL;

  votum_case = votum_cli_open (path, NULL, FALSE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  if (who != NULL)
    votum_case_set_who (votum_case, who);
  juror = votum_case_find_by_name (votum_case, VOTUM_KIND_JUROR, juror_name, &error);
  if (juror == NULL || !votum_case_set_holder (votum_case, juror, duty, reason, &error))
    return votum_cli_refuse (error);
  votum_cli_say (_("%s is the copy of %s now."), path, votum_thing_get_text (juror, VOTUM_JUROR_NAME));

  return VOTUM_CLI_DONE;
}

static int
run_hold (int    argc,
          char **argv)
{
  g_autofree char *juror = NULL;
  g_autofree char *duty_name = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *who = NULL;
  const GOptionEntry entries[] = {
    { "juror", 0, 0, G_OPTION_ARG_STRING, &juror, N_("Whose copy it becomes, by id or name"), N_("JUROR") },
    { "duty", 0, 0, G_OPTION_ARG_STRING, &duty_name, N_("juror, secretary or chair"), N_("DUTY") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why it is handed over, where it was somebody’s before"), N_("TEXT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  VotumDuty duty;

  if (!votum_cli_parse (&votum_cli_hold_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (juror == NULL || duty_name == NULL)
    return votum_cli_wrong ("%s", _("Say whose copy it becomes with --juror, and in which duty with --duty."));
  if (!votum_duty_from_name (duty_name, &duty))
    return votum_cli_wrong (_("“%s” is not a duty. Choose juror, secretary or chair."), duty_name);

  return hold (argv[1], juror, duty, reason, who);
}

const VotumCliCommand votum_cli_hold_command = {
  "hold", N_("CASE --juror JUROR --duty DUTY"), N_("Name whose copy a case is: what may be seen and done in it follows"), run_hold
};
