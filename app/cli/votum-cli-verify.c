#include "votum-config.h"

#include <glib/gi18n.h>

#include "votum-case-keys.h"
#include "votum-case-verify.h"
#include "votum-cli.h"

/* Whether the verdict holds. */

static int
tell (VotumVerification *found)
{
  for (guint i = 0; i < found->remarks->len; i++)
    votum_cli_say ("%s", (const char *) g_ptr_array_index (found->remarks, i));
  for (guint i = 0; i < found->differences->len; i++)
    votum_cli_say (_("Differs: %s"), (const char *) g_ptr_array_index (found->differences, i));
  if (found->differences->len > 0)
    {
      votum_cli_warn (ngettext ("The verdict does not hold: %u difference.", "The verdict does not hold: %u differences.", found->differences->len),
                      found->differences->len);
      return VOTUM_CLI_REFUSED;
    }
  /* TRANSLATORS: numbers of ballots, of those unsealed, of marks, of entries in the log; then who comes first */
  votum_cli_say (_("The verdict holds. Ballots: %u, compared with the marks: %u. Marks: %u. Entries in the log: %u. First by the rule: %s."),
                 found->n_ballots, found->n_unsealed, found->n_marks, found->n_entries, found->order != NULL ? found->order : "–");
  votum_cli_say (_("Hash of the last one: %s"), found->log_head);

  return VOTUM_CLI_DONE;
}

static int
run_verify (int    argc,
            char **argv)
{
  g_autofree char *passphrase_file = NULL;
  g_autofree char *passphrase = NULL;
  const GOptionEntry entries[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_("A file with the passphrase of the key"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(VotumVerification) found = NULL;
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_verify_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;

  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL ||
      !votum_cli_passphrase (passphrase_file, votum_case_key_is_protected (votum_case, VOTUM_KEY_CHAIR), _("Passphrase of the key:"),
                             &passphrase, &error))
    return votum_cli_refuse (error);
  votum_cli_begin (_("Checking"));
  found = votum_case_verify_verdict (votum_case, passphrase, votum_cli_work (), &error);
  votum_cli_end ();

  return found != NULL ? tell (found) : votum_cli_refuse (error);
}

const VotumCliCommand votum_cli_verify_command = {
  "verify", N_("CASE"), N_("Work the verdict out anew, from the ballots to the decision"), run_verify
};
