#include "votum-config.h"

#include <glib/gi18n.h>

#include "votum-case-assigned.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-cli-table.h"
#include "votum-cli.h"

/* Who marks whom, where not everybody marks everybody. */

typedef struct {
  char *juror;
  char *entrant;
  char *class_name;
  char *round;
  char *format;
  char *who;
  int spread;
  gboolean remove;
  gboolean all;
} Wanted;

static char *
names_of (VotumCase  *votum_case,
          VotumThing *round,
          VotumThing *entrant)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (votum_case);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (jurors, i);
      VotumTally tally;

      votum_case_tally (votum_case, round, entrant, juror, &tally);
      if (tally.wanted > 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", votum_thing_get_text (juror, VOTUM_JUROR_NAME));
    }

  return g_string_free (names, FALSE);
}

static void
add_number (VotumCliTable *table,
            guint          number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  votum_cli_table_cell (table, text);
}

/* How well each finalist is covered. */
static void
print_coverage (VotumCase      *votum_case,
                VotumThing     *round,
                VotumCliFormat  format)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (votum_case, round);
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "entrant", _("Finalist"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "asked", _("Asked"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "done", _("Done"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "minimum", _("At least"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "jurors", _("Jurors"));
  for (guint i = 0; i < entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, i);
      g_autofree char *names = names_of (votum_case, round, entrant);
      VotumCoverage coverage;

      votum_case_coverage (votum_case, round, entrant, &coverage);
      votum_cli_table_cell (table, votum_case_entrant_name (votum_case, entrant));
      add_number (table, coverage.asked);
      add_number (table, coverage.done);
      add_number (table, coverage.minimum);
      votum_cli_table_cell (table, names);
      if (coverage.asked < coverage.minimum)
        votum_cli_warn (ngettext ("%s is marked by %u juror, and the rule asks for %u.", "%s is marked by %u jurors, and the rule asks for %u.",
                                  coverage.asked), votum_case_entrant_name (votum_case, entrant), coverage.asked, coverage.minimum);
    }
  votum_cli_table_print (table, format, votum_cli_lang ());
}

static gboolean
spread (VotumCase   *votum_case,
        VotumThing  *round,
        guint        n_marks,
        GError     **error)
{
  g_autoptr(GPtrArray) short_of = g_ptr_array_new ();

  if (!votum_case_spread (votum_case, round, n_marks, short_of, error))
    return FALSE;
  for (guint i = 0; i < short_of->len; i++)
    votum_cli_warn (_("%s cannot be marked by %u: too many are recused."),
                    votum_case_entrant_name (votum_case, g_ptr_array_index (short_of, i)), n_marks);

  return TRUE;
}

static gboolean
change (VotumCase     *votum_case,
        VotumThing    *round,
        const Wanted  *wanted,
        GError       **error)
{
  VotumThing *juror = NULL;
  VotumThing *what;

  if (wanted->spread > 0)
    return spread (votum_case, round, (guint) wanted->spread, error);
  if (wanted->juror != NULL)
    {
      juror = votum_case_find_by_name (votum_case, VOTUM_KIND_JUROR, wanted->juror, error);
      if (juror == NULL)
        return FALSE;
    }
  if (wanted->all)
    return votum_case_assign_all (votum_case, juror, error);
  if (wanted->class_name != NULL)
    {
      what = votum_case_find_by_name (votum_case, VOTUM_KIND_CLASS, wanted->class_name, error);
      return what != NULL && (wanted->remove ? votum_case_leave_class : votum_case_assign_class) (votum_case, juror, what, error);
    }
  if (wanted->entrant == NULL)
    return TRUE;
  what = votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, wanted->entrant, error);

  return what != NULL && votum_case_assign (votum_case, juror, what, !wanted->remove, error);
}

static int
run (const char     *path,
     const Wanted   *wanted,
     VotumCliFormat  format)
{
  gboolean changes = wanted->spread > 0 || wanted->juror != NULL || wanted->all;
  GError *error = NULL;
  VotumCase *votum_case = votum_cli_open (path, wanted->who, !changes, &error);
  VotumThing *round = votum_case != NULL ? votum_cli_find_round (votum_case, wanted->round, &error) : NULL;

  if (round == NULL || !change (votum_case, round, wanted, &error))
    return votum_cli_refuse (error);
  print_coverage (votum_case, round, format);

  return VOTUM_CLI_DONE;
}

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->juror);
  g_free (wanted->entrant);
  g_free (wanted->class_name);
  g_free (wanted->round);
  g_free (wanted->format);
  g_free (wanted->who);
}

static int
run_assign (int    argc,
            char **argv)
{
  Wanted wanted = { NULL };
  const GOptionEntry entries[] = {
    { "juror", 0, 0, G_OPTION_ARG_STRING, &wanted.juror, N_("Who marks, by id or name"), N_("JUROR") },
    { "entrant", 0, 0, G_OPTION_ARG_STRING, &wanted.entrant, N_("Whom, by id or name"), N_("ENTRANT") },
    { "class", 0, 0, G_OPTION_ARG_STRING, &wanted.class_name, N_("Or all of a class"), N_("CLASS") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &wanted.remove, N_("The juror does not mark this finalist, or nobody of this class"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &wanted.all, N_("The juror marks all; without --juror everybody does"), NULL },
    { "spread", 0, 0, G_OPTION_ARG_INT, &wanted.spread, N_("Spread evenly, so that each finalist is marked by N"), N_("N") },
    { "round", 'r', 0, G_OPTION_ARG_STRING, &wanted.round, N_("The round, by id, name or number"), N_("ROUND") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &wanted.format, N_("table, csv or json"), N_("FORMAT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &wanted.who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  VotumCliFormat format = VOTUM_CLI_FORMAT_TABLE;
  int status;

  if (!votum_cli_parse (&votum_cli_assign_command, entries, &argc, &argv, 1))
    status = VOTUM_CLI_WRONG_CALL;
  else if (wanted.format != NULL && !votum_cli_format_parse (wanted.format, &format))
    status = votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), wanted.format);
  else if (wanted.spread < 0 || (wanted.spread > 0 && (wanted.juror != NULL || wanted.all)))
    status = votum_cli_wrong ("%s", _("--spread takes a number of at least 1, and no juror."));
  else if ((wanted.entrant != NULL || wanted.class_name != NULL) && wanted.juror == NULL)
    status = votum_cli_wrong ("%s", _("Say who marks with --juror."));
  else if (wanted.juror != NULL && (wanted.entrant != NULL) + (wanted.class_name != NULL) + wanted.all != 1)
    status = votum_cli_wrong ("%s", _("Say whom the juror marks: --entrant, --class or --all."));
  else
    status = run (argv[1], &wanted, format);
  wanted_clear (&wanted);

  return status;
}

const VotumCliCommand votum_cli_assign_command = {
  "assign", N_("CASE [--juror JUROR --entrant ENTRANT]"), N_("Say who marks whom, and see how well each finalist is covered"), run_assign
};
