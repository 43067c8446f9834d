#include "votum-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-case-holder.h"
#include "votum-case-measures.h"
#include "votum-cli.h"
#include "votum-cli-table.h"

/* The measures of the entrants, indicator by indicator, with how sure they are. */

static void
add_number (VotumCliTable *table,
            double         value,
            guint          decimals)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE + 32];

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  votum_cli_table_cell (table, isnan (value) ? NULL : g_ascii_formatd (text, sizeof text, format, value));
}

static void
add_figures (VotumCliTable       *table,
             const VotumMeasured *measured,
             guint                decimals)
{
  g_autofree char *figure = votum_thing_field_to_text (measured->measure, VOTUM_MEASURE_VALUE);
  g_autofree char *answers = measured->n_answers > 0 ? g_strdup_printf ("%u", measured->n_answers) : NULL;

  votum_cli_table_cell (table, figure);
  add_number (table, measured->estimate.low, decimals);
  add_number (table, measured->estimate.high, decimals);
  votum_cli_table_cell (table, answers);
}

static void
print_indicator (VotumCase  *votum_case,
                 GArray     *measures,
                 VotumThing *indicator)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  g_autofree char *words = votum_case_measures_words (votum_case, measures, indicator);
  const char *name = votum_texts_get (votum_thing_get_texts (indicator, VOTUM_INDICATOR_NAME), votum_cli_lang ());
  const char *unit = votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT);

  votum_cli_say ("%s%s%s", name, unit != NULL ? ", " : "", unit != NULL ? unit : "");
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "value", _("Figure"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "low", C_("interval", "From"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "high", C_("interval", "To"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "answers", _("Answers"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "period", _("Period"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "source", _("Source"));
  for (guint i = 0; i < measures->len; i++)
    {
      const VotumMeasured *measured = &g_array_index (measures, VotumMeasured, i);

      if (measured->indicator != indicator)
        continue;
      votum_cli_table_cell (table, votum_case_entrant_name (votum_case, measured->entrant));
      add_figures (table, measured, 0);
      votum_cli_table_cell (table, votum_thing_get_text (measured->measure, VOTUM_MEASURE_PERIOD));
      votum_cli_table_cell (table, votum_thing_get_text (measured->measure, VOTUM_MEASURE_SOURCE));
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
  for (guint i = 0; i < measures->len; i++)
    {
      const VotumMeasured *measured = &g_array_index (measures, VotumMeasured, i);

      if (measured->indicator == indicator && measured->too_few)
        votum_cli_say (_("%s has fewer answers than the indicator asks for."), votum_case_entrant_name (votum_case, measured->entrant));
    }
  if (words != NULL)
    votum_cli_say ("%s", words);
  votum_cli_say ("%s", "");
}

static void
print_for_programs (GArray        *measures,
                    VotumCliFormat format)
{
  static const struct {
    VotumCliColumn type;
    const char *key;
  } columns[] = {
    { VOTUM_CLI_TEXT, "indicator" }, { VOTUM_CLI_TEXT, "entrant" }, { VOTUM_CLI_NUMBER, "value" }, { VOTUM_CLI_NUMBER, "low" },
    { VOTUM_CLI_NUMBER, "high" }, { VOTUM_CLI_NUMBER, "answers" }, { VOTUM_CLI_TEXT, "enough" }, { VOTUM_CLI_NUMBER, "worth" },
    { VOTUM_CLI_TEXT, "period" }, { VOTUM_CLI_TEXT, "source" },
  };
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    votum_cli_table_column (table, columns[i].type, columns[i].key, "");
  for (guint i = 0; i < measures->len; i++)
    {
      const VotumMeasured *measured = &g_array_index (measures, VotumMeasured, i);

      votum_cli_table_cell (table, votum_thing_get_key (measured->indicator));
      votum_cli_table_cell (table, votum_thing_get_key (measured->entrant));
      add_figures (table, measured, 2);
      votum_cli_table_cell (table, measured->too_few ? "no" : "yes");
      add_number (table, measured->worth, 2);
      votum_cli_table_cell (table, votum_thing_get_text (measured->measure, VOTUM_MEASURE_PERIOD));
      votum_cli_table_cell (table, votum_thing_get_text (measured->measure, VOTUM_MEASURE_SOURCE));
    }
  votum_cli_table_print (table, format, votum_cli_lang ());
}

static int
print_measures (const char     *path,
                const char     *class_name,
                VotumCliFormat  format)
{
  g_autoptr(GArray) measures = NULL;
  VotumThing *class_thing = NULL;
  VotumCase *votum_case;
  GError *error = NULL;

  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  if (class_name != NULL)
    {
      class_thing = votum_case_find_by_name (votum_case, VOTUM_KIND_CLASS, class_name, &error);
      if (class_thing == NULL)
        return votum_cli_refuse (error);
    }
  measures = votum_case_measures (votum_case, class_thing);
  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      print_for_programs (measures, format);
      return VOTUM_CLI_DONE;
    }
  if (measures->len == 0)
    votum_cli_say ("%s", _("There are no measures of anybody in the race."));
  for (guint i = 0; i < measures->len; i++)
    {
      VotumThing *indicator = g_array_index (measures, VotumMeasured, i).indicator;

      if (i == 0 || indicator != g_array_index (measures, VotumMeasured, i - 1).indicator)
        print_indicator (votum_case, measures, indicator);
    }
  if (measures->len > 0)
    votum_cli_say ("%s", _("From and To are 95 in 100: the widest interval that so many answers on such a scale can have."));

  return VOTUM_CLI_DONE;
}

static int
run_measures (int    argc,
              char **argv)
{
  g_autofree char *class_name = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Only this class"), N_("ID") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumCliFormat format;

  if (!votum_cli_parse (&votum_cli_measures_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);

  return print_measures (argv[1], class_name, format);
}

const VotumCliCommand votum_cli_measures_command = {
  "measures", N_("CASE"), N_("List the measures of the entrants, with how sure they are"), run_measures
};
