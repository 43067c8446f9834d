#include "votum-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-case-agreement.h"
#include "votum-case-holder.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-words.h"

/* How far the jury agrees, and where not. For people three tables; for programs one, whose rows say which part they are of. */

/* Rows of places that are shown to people; programs get them all. */
#define MOST_CELLS 10

typedef struct {
  VotumCase      *votum_case;
  VotumStanding  *standing;
  VotumAgreement *agreement;
  VotumCliFormat  format;
} Report;

/* (transfer full) (nullable): NULL for what is not known */
static char *
number (double value,
        guint  decimals)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE + 32];

  if (!isfinite (value))
    return NULL;
  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (text, sizeof text, format, value);
  /* no minus before nothing */
  return g_strdup (text[0] == '-' && strtod (text, NULL) == 0 ? text + 1 : text);
}

static void
add_number (VotumCliTable *table,
            double         value,
            guint          decimals)
{
  g_autofree char *text = number (value, decimals);

  votum_cli_table_cell (table, text);
}

static void
add_count (VotumCliTable *table,
           guint          count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  votum_cli_table_cell (table, text);
}

static const char *
entrant_name (const Report *report,
              int           entrant)
{
  return entrant < 0 ? NULL : votum_case_entrant_name (report->votum_case, g_ptr_array_index (report->standing->entrants, (guint) entrant));
}

static const char *
criterion_name (const Report *report,
                int           leaf)
{
  if (leaf < 0)
    return NULL;
  return votum_texts_get (votum_thing_get_texts (g_ptr_array_index (report->standing->leaves, (guint) leaf), VOTUM_CRITERION_NAME), votum_cli_lang ());
}

static void
print_figures (const Report *report)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "figure", _("Figure"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "value", _("Value"));
  /* TRANSLATORS: heads of the two ends of an interval, in narrow columns */
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "low", C_("interval", "From"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "high", C_("interval", "To"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "interval", _("Interval"));
  for (guint kind = 0; kind < VOTUM_N_AGREEMENT_KINDS; kind++)
    {
      const VotumAgreementFigure *figure = &report->agreement->figures[kind];

      votum_cli_table_cell (table, votum_agreement_name (kind));
      add_number (table, figure->estimate.value, 2);
      add_number (table, figure->estimate.low, 2);
      add_number (table, figure->estimate.high, 2);
      votum_cli_table_cell (table, votum_interval_name (figure->interval));
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
  votum_cli_say ("%s", "");
  for (guint kind = 0; kind < VOTUM_N_AGREEMENT_KINDS; kind++)
    {
      g_autofree char *words = votum_agreement_words (report->agreement, kind);

      votum_cli_say ("%s: %s", votum_agreement_name (kind), words);
    }
}

/* Spread in marks where one scale is meant, otherwise in hundredths of the scale. */
static void
add_spread (VotumCliTable           *table,
            const VotumDisagreement *place)
{
  double unit = isnan (place->width) ? 100 : place->width;

  add_number (table, place->spread.spread.value * unit, 2);
  add_number (table, place->spread.spread.low * unit, 2);
  add_number (table, place->spread.spread.high * unit, 2);
}

static void
add_widest (VotumCliTable           *table,
            const VotumDisagreement *place)
{
  add_number (table, place->lowest, 2);
  add_number (table, place->highest, 2);
}

static void
print_places (const Report *report,
              GArray       *places,
              guint         most,
              const char   *head)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  const VotumDisagreement *first = places->len > 0 ? &g_array_index (places, VotumDisagreement, 0) : NULL;

  if (first == NULL)
    return;
  votum_cli_say ("\n%s", head);
  if (first->leaf_index >= 0)
    votum_cli_table_column (table, VOTUM_CLI_TEXT, "criterion", _("Criterion"));
  if (first->entrant_index >= 0)
    votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Finalist"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "spread", isnan (first->width) ? _("Spread, per cent of the scale") : _("Spread"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "low", C_("interval", "From"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "high", C_("interval", "To"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "lowest", _("Lowest mark"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "highest", _("Highest"));
  if (first->leaf_index < 0)
    votum_cli_table_column (table, VOTUM_CLI_TEXT, "criterion", _("Widest on"));
  else if (first->entrant_index < 0)
    votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Widest for"));
  for (guint i = 0; i < MIN (places->len, most); i++)
    {
      const VotumDisagreement *place = &g_array_index (places, VotumDisagreement, i);

      if (place->leaf_index >= 0)
        votum_cli_table_cell (table, criterion_name (report, place->leaf_index));
      if (place->entrant_index >= 0)
        votum_cli_table_cell (table, entrant_name (report, place->entrant_index));
      add_spread (table, place);
      add_widest (table, place);
      if (place->leaf_index < 0)
        votum_cli_table_cell (table, criterion_name (report, place->widest_leaf));
      else if (place->entrant_index < 0)
        votum_cli_table_cell (table, entrant_name (report, place->widest_entrant));
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
}

static void
print_for_people (const Report *report)
{
  VotumAgreement *agreement = report->agreement;
  VotumStanding *standing = report->standing;
  g_autofree char *round = votum_case_name_of (report->votum_case, g_ptr_array_index (standing->rounds, agreement->round), votum_cli_lang ());
  g_autofree char *jurors = g_strdup_printf (ngettext ("%u juror", "%u jurors", agreement->n_jurors), agreement->n_jurors);
  g_autofree char *entrants = g_strdup_printf (ngettext ("%u finalist", "%u finalists", agreement->n_entrants), agreement->n_entrants);
  g_autofree char *marks = g_strdup_printf (ngettext ("%u mark", "%u marks", agreement->n_marks), agreement->n_marks);

  votum_cli_say ("%s · %s · %s · %s", round, jurors, entrants, marks);
  if (agreement->n_complete < agreement->n_entrants)
    votum_cli_say (_("ICC and the orders are of the %u of them whom all these jurors have marked."), agreement->n_complete);
  print_figures (report);
  print_places (report, agreement->criteria, G_MAXUINT, _("Criteria, most disagreed first: standard deviation between jurors, in marks"));
  print_places (report, agreement->entrants, G_MAXUINT, _("Finalists, most disagreed first"));
  print_places (report, agreement->cells, MOST_CELLS, _("Where the marks lie furthest apart"));
}

static void
add_columns (VotumCliTable *table)
{
  static const struct {
    VotumCliColumn type;
    const char *key;
  } columns[] = {
    { VOTUM_CLI_TEXT, "class" }, { VOTUM_CLI_TEXT, "round" }, { VOTUM_CLI_TEXT, "part" }, { VOTUM_CLI_TEXT, "figure" },
    { VOTUM_CLI_TEXT, "criterion" }, { VOTUM_CLI_TEXT, "entrant" }, { VOTUM_CLI_NUMBER, "value" }, { VOTUM_CLI_NUMBER, "low" },
    { VOTUM_CLI_NUMBER, "high" }, { VOTUM_CLI_TEXT, "interval" }, { VOTUM_CLI_NUMBER, "p" }, { VOTUM_CLI_NUMBER, "jurors" },
    { VOTUM_CLI_NUMBER, "entrants" }, { VOTUM_CLI_NUMBER, "marks" }, { VOTUM_CLI_NUMBER, "lowest" }, { VOTUM_CLI_NUMBER, "highest" },
    { VOTUM_CLI_TEXT, "words" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    votum_cli_table_column (table, columns[i].type, columns[i].key, "");
}

static const char *
key_of (VotumThing *thing)
{
  return thing != NULL ? votum_thing_get_key (thing) : NULL;
}

static void
begin_row (VotumCliTable *table,
           const Report  *report,
           const char    *part)
{
  votum_cli_table_cell (table, key_of (report->standing->class));
  votum_cli_table_cell (table, key_of (g_ptr_array_index (report->standing->rounds, report->agreement->round)));
  votum_cli_table_cell (table, part);
}

static void
add_figure_row (VotumCliTable *table,
                const Report  *report,
                guint          kind)
{
  /* for programs: the same in every language */
  static const char *const keys[VOTUM_N_AGREEMENT_KINDS] = {
    "icc-1-1", "icc-2-1", "icc-3-1", "icc-1-k", "icc-2-k", "icc-3-k", "alpha-nominal", "alpha-ordinal", "alpha-interval", "kendall-w", "spearman",
  };
  static const char *const intervals[] = { "confidence-95", "bootstrap-95", "juror-left-out", "pairs" };
  const VotumAgreementFigure *figure = &report->agreement->figures[kind];
  gboolean of_marks = kind >= VOTUM_AGREEMENT_ALPHA_NOMINAL && kind <= VOTUM_AGREEMENT_ALPHA_INTERVAL;
  g_autofree char *words = votum_agreement_words (report->agreement, kind);

  begin_row (table, report, "figure");
  votum_cli_table_cell (table, keys[kind]);
  votum_cli_table_cell (table, NULL);
  votum_cli_table_cell (table, NULL);
  add_number (table, figure->estimate.value, 4);
  add_number (table, figure->estimate.low, 4);
  add_number (table, figure->estimate.high, 4);
  votum_cli_table_cell (table, intervals[figure->interval]);
  add_number (table, figure->p, 5);
  add_count (table, report->agreement->n_jurors);
  add_count (table, of_marks ? report->agreement->n_entrants : report->agreement->n_complete);
  if (of_marks)
    add_count (table, report->agreement->n_marks);
  else
    votum_cli_table_cell (table, NULL);
  votum_cli_table_cell (table, NULL);
  votum_cli_table_cell (table, NULL);
  votum_cli_table_cell (table, words);
}

static void
add_place_rows (VotumCliTable *table,
                const Report  *report,
                GArray        *places,
                const char    *part)
{
  for (guint i = 0; i < places->len; i++)
    {
      const VotumDisagreement *place = &g_array_index (places, VotumDisagreement, i);

      begin_row (table, report, part);
      votum_cli_table_cell (table, isnan (place->width) ? "spread-percent" : "spread");
      votum_cli_table_cell (table, key_of (place->criterion));
      votum_cli_table_cell (table, key_of (place->entrant));
      add_spread (table, place);
      votum_cli_table_cell (table, "confidence-95");
      votum_cli_table_cell (table, NULL);
      votum_cli_table_cell (table, NULL);
      votum_cli_table_cell (table, NULL);
      add_count (table, place->spread.n_marks);
      add_widest (table, place);
      votum_cli_table_cell (table, NULL);
    }
}

static void
print_for_programs (const Report *report)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  add_columns (table);
  for (guint kind = 0; kind < VOTUM_N_AGREEMENT_KINDS; kind++)
    add_figure_row (table, report, kind);
  add_place_rows (table, report, report->agreement->criteria, "criterion");
  add_place_rows (table, report, report->agreement->entrants, "finalist");
  add_place_rows (table, report, report->agreement->cells, "cell");
  votum_cli_table_print (table, report->format, votum_cli_lang ());
}

static int
print_agreement (const char     *path,
                 const char     *class_name,
                 const char     *round_name,
                 gulong          seed,
                 VotumCliFormat  format)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumAgreement) agreement = NULL;
  VotumCase *votum_case;
  GError *error = NULL;
  guint round;

  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  standing = votum_cli_standing (votum_case, class_name, &error);
  if (standing == NULL || !votum_cli_round (standing, round_name, &round, &error))
    return votum_cli_refuse (error);
  agreement = votum_case_agreement (votum_case, standing, round, seed, votum_cli_work ()->cancellable, &error);
  if (agreement == NULL)
    return votum_cli_refuse (error);

  if (format == VOTUM_CLI_FORMAT_TABLE)
    print_for_people (&(Report) { votum_case, standing, agreement, format });
  else
    print_for_programs (&(Report) { votum_case, standing, agreement, format });

  return VOTUM_CLI_DONE;
}

static int
run_agreement (int    argc,
               char **argv)
{
  g_autofree char *round_name = NULL;
  g_autofree char *class_name = NULL;
  g_autofree char *format_name = NULL;
  gint64 seed = 1;
  const GOptionEntry entries[] = {
    { "round", 'r', 0, G_OPTION_ARG_STRING, &round_name, N_("In this round; otherwise in the latest with marks"), N_("ID") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Of this class"), N_("ID") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("For what is drawn by lot, 1 if not said"), N_("NUMBER") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumCliFormat format;

  if (!votum_cli_parse (&votum_cli_agreement_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);

  return print_agreement (argv[1], class_name, round_name, (gulong) seed, format);
}

const VotumCliCommand votum_cli_agreement_command = {
  "agreement", N_("CASE"), N_("Tell how far the jury agrees, and where it does not"), run_agreement
};
