#include "votum-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-case-jurors.h"
#include "votum-cli-table.h"
#include "votum-cli.h"
#include "votum-words.h"

/* How the jurors differ: for people tables and sentences, for programs one table with a row for each juror, finalist,
 * criterion and, where asked for, pair. */

typedef struct {
  char *class_;
  char *round;
  char *format;
  gboolean rasch;
  gboolean anonymous;
  gboolean pairs;
} JurorsOptions;

typedef struct {
  VotumCase *votum_case;
  VotumStanding *standing;
  VotumJurorsReport *report;
  guint round;
  const JurorsOptions *options;
} Work;

static void
options_clear (JurorsOptions *options)
{
  g_free (options->class_);
  g_free (options->round);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JurorsOptions, options_clear)

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->report, votum_jurors_report_free);
  g_clear_pointer (&work->standing, votum_standing_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* A figure that informs: two decimals in a table, four for programs. */
static void
add_double (VotumCliTable *table,
            double         value,
            guint          decimals)
{
  g_autofree char *text = isnan (value) ? NULL : g_strdup_printf ("%.*f", (int) decimals, value);

  /* minus nothing is nothing */
  if (text != NULL && *text == '-' && g_ascii_strtod (text, NULL) == 0)
    votum_cli_table_cell (table, text + 1);
  else
    votum_cli_table_cell (table, text);
}

static void
add_count (VotumCliTable *table,
           guint          value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  votum_cli_table_cell (table, text);
}

/* Who has recused themselves is known to all; by letters it would tell who is who. */
static void
add_jurors_count (VotumCliTable *table,
                  const Work    *work,
                  guint          value)
{
  if (work->options->anonymous)
    votum_cli_table_cell (table, NULL);
  else
    add_count (table, value);
}

static void
add_place (VotumCliTable *table,
           guint          place)
{
  if (place > 0)
    add_count (table, place);
  else
    votum_cli_table_cell (table, NULL);
}

static const char *
leaning_word (VotumLeaning leaning)
{
  switch (leaning)
    {
    case VOTUM_LEANING_SEVERE:
      return C_("juror", "severe");
    case VOTUM_LEANING_LENIENT:
      return C_("juror", "lenient");
    case VOTUM_LEANING_NEITHER:
      return C_("juror", "neither");
    case VOTUM_LEANING_UNKNOWN:
    default:
      return NULL;
    }
}

static const char *
leaning_key (VotumLeaning leaning)
{
  switch (leaning)
    {
    case VOTUM_LEANING_SEVERE:
      return "severe";
    case VOTUM_LEANING_LENIENT:
      return "lenient";
    case VOTUM_LEANING_NEITHER:
      return "neither";
    case VOTUM_LEANING_UNKNOWN:
    default:
      return NULL;
    }
}

/* --- for people --- */

static void
print_jurors (const Work *work)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Juror"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "marked", _("Finalists"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "recused", _("Recused"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "mean", _("Mean"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "spread", _("Spread"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "severity", _("Severity"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "margin", "±");
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "leaning", "");
  for (guint i = 0; i < votum_jurors_report_n_jurors (work->report); i++)
    {
      const VotumJurorLine *line = votum_jurors_report_juror (work->report, i);
      const char *word = leaning_word (line->leaning);

      votum_cli_table_cell (table, line->name);
      add_jurors_count (table, work, line->n_marked);
      add_jurors_count (table, work, line->n_recused);
      add_double (table, line->mean, 2);
      add_double (table, line->spread, 2);
      add_double (table, line->severity, 2);
      add_double (table, line->margin, 2);
      votum_cli_table_cell (table, word != NULL ? word : "");
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
  if (votum_jurors_report_no_severity (work->report) != NULL)
    votum_cli_say ("%s", votum_jurors_report_no_severity (work->report));
  else
    votum_cli_say ("%s", _("Severity is how far below the others a juror marks the same finalists, with an interval of 95 %."));
}

static void
print_entrants (const Work *work)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  gboolean has_z = votum_jurors_report_no_z (work->report) == NULL;
  gboolean adjusted = votum_jurors_report_is_correction (work->report);

  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "place", C_("rank", "Place"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "marked", _("Jurors"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "mean", _("Mean"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "mean-place", "#");
  if (adjusted)
    {
      votum_cli_table_column (table, VOTUM_CLI_NUMBER, "adjusted", _("Adjusted"));
      votum_cli_table_column (table, VOTUM_CLI_NUMBER, "adjusted-place", "#");
    }
  if (has_z)
    {
      votum_cli_table_column (table, VOTUM_CLI_NUMBER, "z", "z");
      votum_cli_table_column (table, VOTUM_CLI_NUMBER, "z-place", "#");
    }
  for (guint i = 0; i < votum_jurors_report_n_entrants (work->report); i++)
    {
      const VotumAdjustedLine *line = votum_jurors_report_entrant (work->report, i);

      add_place (table, line->place);
      votum_cli_table_cell (table, line->name);
      add_count (table, line->n_marked);
      add_double (table, line->mean, 2);
      add_place (table, line->mean_place);
      if (adjusted)
        {
          add_double (table, line->adjusted, 2);
          add_place (table, line->adjusted_place);
        }
      if (has_z)
        {
          add_double (table, line->z, 2);
          add_place (table, line->z_place);
        }
    }
  votum_cli_say ("%s", "");
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
  if (adjusted)
    votum_cli_say ("%s", _("Adjusted: the mean if every juror had marked every finalist as severely as the others. It informs; the rule decides."));
  else if (votum_jurors_report_no_severity (work->report) == NULL)
    votum_cli_say ("%s", _("Every juror has marked every finalist, so severity weighs on all alike, and there is nothing to adjust."));
  if (!has_z)
    votum_cli_say ("%s", votum_jurors_report_no_z (work->report));
}

typedef gboolean (*Apart) (const VotumJurorsReport *report, guint a, guint b, double *difference, double *se);

static void
print_pairs (const Work *work,
             Apart       apart,
             guint       n,
             gboolean    of_jurors)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "a", of_jurors ? _("Juror") : _("Name"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "b", C_("compared with", "against"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "difference", _("Difference"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "margin", "±");
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        double difference, se;

        if (!apart (work->report, a, b, &difference, &se))
          continue;
        votum_cli_table_cell (table, of_jurors ? votum_jurors_report_juror (work->report, a)->name : votum_jurors_report_entrant (work->report, a)->name);
        votum_cli_table_cell (table, of_jurors ? votum_jurors_report_juror (work->report, b)->name : votum_jurors_report_entrant (work->report, b)->name);
        add_double (table, difference, 2);
        add_double (table, se * votum_jurors_report_margin (work->report), 2);
      }
  votum_cli_say ("%s", "");
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
}

static void
add_rasch_row (VotumCliTable        *table,
               const char           *name,
               const VotumRaschLine *line)
{
  votum_cli_table_cell (table, name);
  add_count (table, line->n_marks);
  add_double (table, line->measure, 2);
  add_double (table, line->se, 2);
  add_double (table, line->infit, 2);
  add_double (table, line->outfit, 2);
  add_double (table, line->fair, 2);
}

static void
print_rasch_of (const char    *head,
                const Work    *work,
                guint          n,
                int            what)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  g_autoptr(GString) apart = g_string_new (NULL);

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", head);
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "marks", _("Marks"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "measure", _("Logits"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "se", _("Error"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "infit", _("Infit"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "outfit", _("Outfit"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "fair", _("Fair mean"));
  for (guint i = 0; i < n; i++)
    {
      const VotumRaschLine *line = what == 0 ? &votum_jurors_report_juror (work->report, i)->rasch
                                   : what == 1 ? &votum_jurors_report_entrant (work->report, i)->rasch
                                               : votum_jurors_report_criterion (work->report, i);
      const char *name = what == 0 ? votum_jurors_report_juror (work->report, i)->name
                         : what == 1 ? votum_jurors_report_entrant (work->report, i)->name
                                     : votum_thing_get_key (g_ptr_array_index (work->standing->leaves, i));

      if (g_strcmp0 (line->state, "estimated") == 0)
        add_rasch_row (table, name, line);
      else if (g_strcmp0 (line->state, "no-marks") != 0)
        g_string_append_printf (apart, "%s%s", apart->len > 0 ? ", " : "", name);
    }
  votum_cli_say ("%s", "");
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
  if (apart->len > 0)
    votum_cli_say (_("Set apart, with marks at one end of the scale only: %s."), apart->str);
}

static void
print_rasch (const Work *work)
{
  if (votum_jurors_report_no_rasch (work->report) != NULL)
    {
      votum_cli_say ("\n%s", votum_jurors_report_no_rasch (work->report));
      return;
    }
  print_rasch_of (_("Juror"), work, votum_jurors_report_n_jurors (work->report), 0);
  print_rasch_of (_("Name"), work, votum_jurors_report_n_entrants (work->report), 1);
  print_rasch_of (_("Criterion"), work, votum_jurors_report_n_criteria (work->report), 2);
  votum_cli_say ("%s", _("Many-facet Rasch: severe jurors, strong finalists and hard criteria have high logits; infit and outfit near 1 are as expected. A diagnostic, never a score."));
}

static void
print_for_people (const Work *work)
{
  g_autofree char *round = votum_case_name_of (work->votum_case, g_ptr_array_index (work->standing->rounds, work->round), votum_cli_lang ());

  if (work->standing->class != NULL)
    votum_cli_say ("%s · %s", votum_texts_get (votum_thing_get_texts (work->standing->class, VOTUM_CLASS_NAME), votum_cli_lang ()), round);
  else
    votum_cli_say ("%s", round);
  print_jurors (work);
  print_entrants (work);
  if (work->options->pairs)
    {
      print_pairs (work, votum_jurors_report_jurors_apart, votum_jurors_report_n_jurors (work->report), TRUE);
      print_pairs (work, votum_jurors_report_entrants_apart, votum_jurors_report_n_entrants (work->report), FALSE);
    }
  if (work->options->rasch)
    print_rasch (work);
}

/* --- for programs --- */

static void
begin_row (const Work    *work,
           VotumCliTable *table,
           const char    *kind,
           const char    *id,
           const char    *name)
{
  votum_cli_table_cell (table, work->standing->class != NULL ? votum_thing_get_key (work->standing->class) : NULL);
  votum_cli_table_cell (table, votum_thing_get_key (g_ptr_array_index (work->standing->rounds, work->round)));
  votum_cli_table_cell (table, kind);
  votum_cli_table_cell (table, id);
  votum_cli_table_cell (table, name);
}

static void
end_row (const Work           *work,
         VotumCliTable        *table,
         const VotumRaschLine *line)
{
  if (!work->options->rasch)
    return;
  votum_cli_table_cell (table, line != NULL ? line->state : NULL);
  add_double (table, line != NULL ? line->measure : NAN, 4);
  add_double (table, line != NULL ? line->se : NAN, 4);
  add_double (table, line != NULL ? line->infit : NAN, 4);
  add_double (table, line != NULL ? line->outfit : NAN, 4);
  add_double (table, line != NULL ? line->fair : NAN, 4);
}

static void
skip (VotumCliTable *table,
      guint          n)
{
  for (guint i = 0; i < n; i++)
    votum_cli_table_cell (table, NULL);
}

static void
add_heads (const Work    *work,
           VotumCliTable *table)
{
  static const struct {
    VotumCliColumn type;
    const char *key;
  } columns[] = {
    { VOTUM_CLI_TEXT, "class" }, { VOTUM_CLI_TEXT, "round" }, { VOTUM_CLI_TEXT, "kind" }, { VOTUM_CLI_TEXT, "id" }, { VOTUM_CLI_TEXT, "name" },
    { VOTUM_CLI_TEXT, "against" }, { VOTUM_CLI_NUMBER, "marked" }, { VOTUM_CLI_NUMBER, "recused" }, { VOTUM_CLI_NUMBER, "mean" },
    { VOTUM_CLI_NUMBER, "spread" }, { VOTUM_CLI_NUMBER, "severity" }, { VOTUM_CLI_NUMBER, "adjusted" }, { VOTUM_CLI_NUMBER, "difference" },
    { VOTUM_CLI_NUMBER, "standard-error" }, { VOTUM_CLI_NUMBER, "margin" }, { VOTUM_CLI_TEXT, "leaning" }, { VOTUM_CLI_NUMBER, "z" },
    { VOTUM_CLI_NUMBER, "place" }, { VOTUM_CLI_NUMBER, "mean-place" }, { VOTUM_CLI_NUMBER, "adjusted-place" }, { VOTUM_CLI_NUMBER, "z-place" },
  };
  static const char *const rasch[] = { "logits", "logits-error", "infit", "outfit", "fair-mean" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    votum_cli_table_column (table, columns[i].type, columns[i].key, "");
  if (!work->options->rasch)
    return;
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "rasch", "");
  for (guint i = 0; i < G_N_ELEMENTS (rasch); i++)
    votum_cli_table_column (table, VOTUM_CLI_NUMBER, rasch[i], "");
}

static void
add_lines (const Work    *work,
           VotumCliTable *table)
{
  for (guint i = 0; i < votum_jurors_report_n_jurors (work->report); i++)
    {
      const VotumJurorLine *line = votum_jurors_report_juror (work->report, i);

      begin_row (work, table, "juror", work->options->anonymous ? NULL : votum_thing_get_key (line->juror), line->name);
      skip (table, 1);
      add_jurors_count (table, work, line->n_marked);
      add_jurors_count (table, work, line->n_recused);
      add_double (table, line->mean, 4);
      add_double (table, line->spread, 4);
      add_double (table, line->severity, 4);
      skip (table, 2);
      add_double (table, line->se, 4);
      add_double (table, line->margin, 4);
      votum_cli_table_cell (table, leaning_key (line->leaning));
      skip (table, 5);
      end_row (work, table, &line->rasch);
    }
  for (guint i = 0; i < votum_jurors_report_n_entrants (work->report); i++)
    {
      const VotumAdjustedLine *line = votum_jurors_report_entrant (work->report, i);

      begin_row (work, table, "finalist", votum_thing_get_key (line->entrant), line->name);
      skip (table, 1);
      add_count (table, line->n_marked);
      add_count (table, line->n_recused);
      add_double (table, line->mean, 4);
      skip (table, 2);
      add_double (table, line->adjusted, 4);
      skip (table, 1);
      add_double (table, line->se, 4);
      add_double (table, line->se * votum_jurors_report_margin (work->report), 4);
      skip (table, 1);
      add_double (table, line->z, 4);
      add_place (table, line->place);
      add_place (table, line->mean_place);
      add_place (table, line->adjusted_place);
      add_place (table, line->z_place);
      end_row (work, table, &line->rasch);
    }
  for (guint leaf = 0; work->options->rasch && leaf < votum_jurors_report_n_criteria (work->report); leaf++)
    {
      VotumThing *criterion = g_ptr_array_index (work->standing->leaves, leaf);

      begin_row (work, table, "criterion", votum_thing_get_key (criterion),
                 votum_texts_get (votum_thing_get_texts (criterion, VOTUM_CRITERION_NAME), votum_cli_lang ()));
      skip (table, 16);
      end_row (work, table, votum_jurors_report_criterion (work->report, leaf));
    }
}

static void
add_pairs (const Work    *work,
           VotumCliTable *table,
           gboolean       of_jurors)
{
  guint n = of_jurors ? votum_jurors_report_n_jurors (work->report) : votum_jurors_report_n_entrants (work->report);

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        double difference, se;

        if (!(of_jurors ? votum_jurors_report_jurors_apart : votum_jurors_report_entrants_apart) (work->report, a, b, &difference, &se))
          continue;
        if (of_jurors)
          {
            begin_row (work, table, "juror-pair", work->options->anonymous ? NULL : votum_thing_get_key (votum_jurors_report_juror (work->report, a)->juror),
                       votum_jurors_report_juror (work->report, a)->name);
            votum_cli_table_cell (table, work->options->anonymous ? votum_jurors_report_juror (work->report, b)->name
                                                                  : votum_thing_get_key (votum_jurors_report_juror (work->report, b)->juror));
          }
        else
          {
            begin_row (work, table, "finalist-pair", votum_thing_get_key (votum_jurors_report_entrant (work->report, a)->entrant),
                       votum_jurors_report_entrant (work->report, a)->name);
            votum_cli_table_cell (table, votum_thing_get_key (votum_jurors_report_entrant (work->report, b)->entrant));
          }
        skip (table, 6);
        add_double (table, difference, 4);
        add_double (table, se, 4);
        add_double (table, se * votum_jurors_report_margin (work->report), 4);
        skip (table, 6);
        end_row (work, table, NULL);
      }
}

static void
print_for_programs (const Work    *work,
                    VotumCliFormat format)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  add_heads (work, table);
  add_lines (work, table);
  if (work->options->pairs)
    {
      add_pairs (work, table, TRUE);
      add_pairs (work, table, FALSE);
    }
  votum_cli_table_print (table, format, votum_cli_lang ());
  if (votum_jurors_report_no_severity (work->report) != NULL)
    votum_cli_warn ("%s", votum_jurors_report_no_severity (work->report));
  if (votum_jurors_report_no_rasch (work->report) != NULL)
    votum_cli_warn ("%s", votum_jurors_report_no_rasch (work->report));
}

static int
run_jurors (int    argc,
            char **argv)
{
  g_auto(JurorsOptions) options = { 0 };
  g_auto(Work) work = { .options = &options };
  const GOptionEntry entries[] = {
    { "round", 'r', 0, G_OPTION_ARG_STRING, &options.round, N_("In this round; otherwise in the latest with marks"), N_("ID") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &options.class_, N_("Of this class"), N_("ID") },
    { "rasch", 0, 0, G_OPTION_ARG_NONE, &options.rasch, N_("With a many-facet Rasch model of the marks"), NULL },
    { "pairs", 0, 0, G_OPTION_ARG_NONE, &options.pairs, N_("With the differences of every two jurors and finalists"), NULL },
    { "anonymous", 0, 0, G_OPTION_ARG_NONE, &options.anonymous, N_("Letters instead of jurors' names"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumJurorsFlags flags;
  VotumCliFormat format;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_jurors_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (options.format, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), options.format);

  work.votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (work.votum_case == NULL)
    return votum_cli_refuse (error);
  work.standing = votum_cli_standing (work.votum_case, options.class_, &error);
  if (work.standing == NULL || !votum_cli_round (work.standing, options.round, &work.round, &error))
    return votum_cli_refuse (error);
  flags = (options.rasch ? VOTUM_JURORS_RASCH : 0) | (options.anonymous ? VOTUM_JURORS_ANONYMOUS : 0);
  work.report = votum_case_jurors (work.votum_case, work.standing, work.round, flags, votum_cli_lang (), votum_cli_work ()->cancellable, &error);
  if (work.report == NULL)
    return votum_cli_refuse (error);

  if (format == VOTUM_CLI_FORMAT_TABLE)
    print_for_people (&work);
  else
    print_for_programs (&work, format);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_jurors_command = {
  "jurors", N_("CASE"), N_("Show how severely each juror marks, and how widely"), run_jurors
};
