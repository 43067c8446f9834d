#include "votum-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-case-opinions.h"
#include "votum-cli-table.h"
#include "votum-cli.h"

/* The order by other methods: for people a table of places and a sentence for each that differs, for programs a row for each
 * method and finalist. */

static void
add_place (VotumCliTable *table,
           guint          place)
{
  g_autofree char *text = place > 0 ? g_strdup_printf ("%u", place) : NULL;

  votum_cli_table_cell (table, text);
}

static const char *
state_word (VotumOpinionState state)
{
  static const char *const words[] = {
    [VOTUM_OPINION_GIVEN] = "given",
    [VOTUM_OPINION_IS_RULE] = "is-the-rule",
    [VOTUM_OPINION_NO_MARKS] = "no-marks",
    [VOTUM_OPINION_FEW_JURORS] = "too-few-jurors",
    [VOTUM_OPINION_MISSING] = "missing-values",
    [VOTUM_OPINION_NOT_COMPUTED] = "not-computed",
  };

  return words[state];
}

static void
print_for_people (VotumCase           *votum_case,
                  VotumStanding       *standing,
                  guint                round,
                  VotumSecondOpinions *opinions)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  g_autofree char *title = votum_case_name_of (votum_case, g_ptr_array_index (standing->rounds, round), votum_cli_lang ());
  g_autofree char *finding = votum_second_opinions_finding (opinions);

  if (standing->class != NULL)
    votum_cli_say ("%s · %s", votum_texts_get (votum_thing_get_texts (standing->class, VOTUM_CLASS_NAME), votum_cli_lang ()), title);
  else
    votum_cli_say ("%s", title);
  votum_cli_say ("%s\n", finding);
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "rule", C_("method", "Rule"));
  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    if (votum_second_opinions_get (opinions, method)->state == VOTUM_OPINION_GIVEN)
      votum_cli_table_column (table, VOTUM_CLI_NUMBER, votum_second_opinions_key (method), votum_second_opinions_name (method));
  for (guint i = 0; i < votum_second_opinions_n_entrants (opinions); i++)
    {
      guint entrant = votum_second_opinions_entrant (opinions, i);

      votum_cli_table_cell (table, votum_second_opinions_entrant_name (opinions, entrant));
      add_place (table, votum_second_opinions_place (opinions, entrant));
      for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
        if (votum_second_opinions_get (opinions, method)->state == VOTUM_OPINION_GIVEN)
          add_place (table, votum_second_opinions_get (opinions, method)->positions[entrant]);
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    {
      g_autofree char *sentence = votum_second_opinions_sentence (opinions, method, votum_cli_lang ());

      if (sentence != NULL)
        votum_cli_say ("%s: %s", votum_second_opinions_name (method), sentence);
    }
  votum_cli_say ("%s", _("The rule decides. The other methods inform, and some of them turn round when somebody withdraws."));
}

static void
print_for_programs (VotumStanding       *standing,
                    guint                round,
                    VotumSecondOpinions *opinions,
                    VotumCliFormat       format)
{
  static const char *const texts[] = { "class", "round", "method", "state", "other-winner", "other-podium", "entrant", "name" };
  static const char *const numbers[] = { "rule-position", "position", "value" };
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    votum_cli_table_column (table, VOTUM_CLI_TEXT, texts[i], "");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    votum_cli_table_column (table, VOTUM_CLI_NUMBER, numbers[i], "");
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "why", "");
  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    for (guint i = 0; i < votum_second_opinions_n_entrants (opinions); i++)
      {
        const VotumOpinion *opinion = votum_second_opinions_get (opinions, method);
        guint entrant = votum_second_opinions_entrant (opinions, i);
        g_autofree char *value = isnan (opinion->values[entrant]) ? NULL : g_strdup_printf ("%.4f", opinion->values[entrant]);
        g_autofree char *why = votum_second_opinions_sentence (opinions, method, votum_cli_lang ());
        gboolean given = opinion->state == VOTUM_OPINION_GIVEN;

        votum_cli_table_cell (table, standing->class != NULL ? votum_thing_get_key (standing->class) : NULL);
        votum_cli_table_cell (table, votum_thing_get_key (g_ptr_array_index (standing->rounds, round)));
        votum_cli_table_cell (table, votum_second_opinions_key (method));
        votum_cli_table_cell (table, state_word (opinion->state));
        votum_cli_table_cell (table, given ? opinion->other_winner ? "yes" : "no" : NULL);
        votum_cli_table_cell (table, given ? opinion->other_podium ? "yes" : "no" : NULL);
        votum_cli_table_cell (table, votum_thing_get_key (g_ptr_array_index (standing->entrants, entrant)));
        votum_cli_table_cell (table, votum_second_opinions_entrant_name (opinions, entrant));
        add_place (table, votum_second_opinions_place (opinions, entrant));
        add_place (table, given ? opinion->positions[entrant] : 0);
        votum_cli_table_cell (table, value);
        votum_cli_table_cell (table, why);
      }
  votum_cli_table_print (table, format, votum_cli_lang ());
}

static int
run_methods (int    argc,
             char **argv)
{
  g_autofree char *round_name = NULL;
  g_autofree char *class_name = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "round", 'r', 0, G_OPTION_ARG_STRING, &round_name, N_("After this round; otherwise after the latest with marks"), N_("ID") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Of this class"), N_("ID") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumSecondOpinions) opinions = NULL;
  VotumCase *votum_case;
  VotumCliFormat format;
  GError *error = NULL;
  guint round;

  if (!votum_cli_parse (&votum_cli_methods_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);

  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  standing = votum_cli_standing (votum_case, class_name, &error);
  if (standing == NULL || !votum_cli_round (standing, round_name, &round, &error))
    return votum_cli_refuse (error);
  opinions = votum_case_second_opinions (votum_case, standing, round, votum_cli_work ()->cancellable, &error);
  if (opinions == NULL)
    return votum_cli_refuse (error);

  if (format == VOTUM_CLI_FORMAT_TABLE)
    print_for_people (votum_case, standing, round, opinions);
  else
    print_for_programs (standing, round, opinions, format);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_methods_command = {
  "methods", N_("CASE"), N_("Show the order by other methods, and where it differs"), run_methods
};
