#include "votum-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "votum-case-holder.h"
#include "votum-case-robustness.h"
#include "votum-cli-robustness.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-words.h"

/* How sure the order is. For people tables and sentences; for programs one table (votum-cli-robustness-rows.c). */

/* A change by less than this is no argument. */
#define LEAST_CHANGE 0.0005

const char *
votum_cli_robust_name (const VotumCliRobust *report,
                       VotumThing           *thing)
{
  switch (votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_ENTRANT:
      return votum_case_entrant_name (report->votum_case, thing);
    case VOTUM_KIND_CRITERION:
      return votum_texts_get (votum_thing_get_texts (thing, VOTUM_CRITERION_NAME), votum_cli_lang ());
    default:
      return votum_thing_get_text (thing, VOTUM_JUROR_NAME);
    }
}

static VotumThing *
entrant_thing (const VotumCliRobust *report,
               guint                 entrant)
{
  return g_ptr_array_index (report->standing->entrants, entrant);
}

/* A share as per cent; more than nothing is not shown as nothing, nor less than all as all. */
static void
add_percent (VotumCliTable *table,
             double         share,
             guint          decimals)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (share))
    {
      votum_cli_table_cell (table, NULL);
      return;
    }
  if (decimals == 0 && share > 0 && share < 0.005)
    share = 0.01;
  if (decimals == 0 && share < 1 && share > 0.995)
    share = 0.99;
  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  votum_cli_table_cell (table, g_ascii_formatd (text, sizeof text, format, share * 100));
}

static void
print_entrants (const VotumCliRobust *report)
{
  const VotumRobustness *robustness = report->robustness;
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "place", C_("rank", "Place"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  if (robustness->no_weights == NULL)
    {
      votum_cli_table_column (table, VOTUM_CLI_NUMBER, "weights", _("First, percentage of all weights"));
      votum_cli_table_column (table, VOTUM_CLI_NUMBER, "kept", _("Percentage of those in this order"));
    }
  if (robustness->no_juries == NULL)
    votum_cli_table_column (table, VOTUM_CLI_NUMBER, "juries", _("First, percentage of drawn juries"));
  if (robustness->no_weights == NULL)
    votum_cli_table_column (table, VOTUM_CLI_NUMBER, "change", _("Level when this percentage of the weight moves"));
  for (guint i = 0; i < robustness->entrants->len; i++)
    {
      const VotumRobustEntrant *entrant = g_ptr_array_index (robustness->entrants, i);
      g_autofree char *place = g_strdup_printf ("%u", entrant->place);

      votum_cli_table_cell (table, place);
      votum_cli_table_cell (table, votum_cli_robust_name (report, entrant->thing));
      if (robustness->no_weights == NULL)
        {
          add_percent (table, entrant->ranks[0], 0);
          add_percent (table, entrant->kept_first, 0);
        }
      if (robustness->no_juries == NULL)
        add_percent (table, entrant->juries[0], 0);
      if (robustness->no_weights == NULL)
        add_percent (table, entrant->change != NULL && entrant->change->possible ? entrant->change->moved : NAN, 1);
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
}

/* Who takes the lead where the weight leaves the interval: "< 12,5: Fjord" as a sentence of two halves. */
static char *
next_leader (const VotumCliRobust  *report,
             const VotumCrossovers *walk,
             gboolean               above)
{
  for (guint i = 0; i < walk->leading->len; i++)
    {
      const VotumLeading *leading = &g_array_index (walk->leading, VotumLeading, i);

      if (above ? fabs (leading->from - walk->top_high) < 1e-9 && leading->from > walk->share
                : fabs (leading->to - walk->top_low) < 1e-9 && leading->to < walk->share)
        return g_strdup (votum_cli_robust_name (report, entrant_thing (report, leading->leader)));
    }

  return NULL;
}

static void
print_criteria (const VotumCliRobust *report)
{
  const VotumRobustness *robustness = report->robustness;
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_say ("\n%s", _("How far one weight can move, in percent of the whole, all others in proportion"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "criterion", _("Criterion"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "weight", _("Weight"));
  /* TRANSLATORS: the same finalist is first while the weight is from … to … */
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "top-low", _("Same first from"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "top-high", C_("interval", "To"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "below", _("First below that"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "above", _("First above that"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "order-low", _("Same order from"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "order-high", C_("interval", "To"));
  for (guint i = 0; i < robustness->criteria->len; i++)
    {
      const VotumRobustCriterion *criterion = g_ptr_array_index (robustness->criteria, i);
      g_autofree char *below = next_leader (report, criterion->walk, FALSE);
      g_autofree char *above = next_leader (report, criterion->walk, TRUE);

      votum_cli_table_cell (table, votum_cli_robust_name (report, criterion->thing));
      add_percent (table, criterion->walk->share, 1);
      add_percent (table, criterion->walk->top_low, 1);
      add_percent (table, criterion->walk->top_high, 1);
      votum_cli_table_cell (table, below);
      votum_cli_table_cell (table, above);
      add_percent (table, criterion->walk->order_low, 1);
      add_percent (table, criterion->walk->order_high, 1);
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
}

/* "Kultur 20 → 26,4 %": what the smallest change does. */
static void
say_nearest (const VotumCliRobust *report)
{
  const VotumRobustness *robustness = report->robustness;
  const VotumRobustEntrant *nearest = robustness->nearest >= 0 ? g_ptr_array_index (robustness->entrants, (guint) robustness->nearest) : NULL;
  const char *leader = votum_cli_robust_name (report, votum_robustness_leader (robustness)->thing);
  const double *stored = votum_what_if_stored (robustness->model);
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  double whole = 0;

  if (robustness->entrants->len < 2)
    return;
  if (nearest == NULL)
    {
      votum_cli_say ("%s", "");
      votum_cli_say (_("%s is first with every set of weights."), leader);
      return;
    }
  votum_cli_say ("%s", "");
  if (nearest->change->moved < LEAST_CHANGE)
    {
      votum_cli_say (_("%s and %s are level with the weights as they are."), leader, votum_cli_robust_name (report, nearest->thing));
      return;
    }
  votum_cli_say (_("The smallest change of weights that makes somebody else first: %s becomes level with %s."),
                 votum_cli_robust_name (report, nearest->thing), leader);
  for (guint leaf = 0; leaf < robustness->n_leaves; leaf++)
    whole += stored[leaf];
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "criterion", _("Criterion"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "weight", _("Weight, %"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "then", _("Then, %"));
  for (guint leaf = 0; leaf < robustness->n_leaves; leaf++)
    {
      if (fabs (nearest->change->weights[leaf] - stored[leaf]) < LEAST_CHANGE * whole)
        continue;
      votum_cli_table_cell (table, votum_cli_robust_name (report, g_ptr_array_index (report->standing->leaves, leaf)));
      add_percent (table, stored[leaf] / whole, 1);
      add_percent (table, nearest->change->weights[leaf] / whole, 1);
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
}

static void
say_juries (const VotumCliRobust *report)
{
  const VotumBootstrap *juries = report->robustness->juries;

  votum_cli_say ("%s", "");
  if (juries->exact && juries->without > 0)
    votum_cli_say (ngettext ("The %u jury that can be drawn out of these jurors and gives everybody a result was gone through.",
                             "The %u juries that can be drawn out of these jurors and give everybody a result were gone through.",
                             juries->n_resamples),
                   juries->n_resamples);
  else if (juries->exact)
    votum_cli_say (ngettext ("The only %u jury that can be drawn out of these jurors was gone through.",
                             "All %u juries that can be drawn out of these jurors were gone through.", juries->n_resamples),
                   juries->n_resamples);
  else
    votum_cli_say (ngettext ("%u jury was drawn out of these jurors.", "%u juries were drawn out of these jurors.", juries->n_resamples),
                   juries->n_resamples);
  votum_cli_say ("%s", _("That tells how stable the order is, not how probable."));
}

/* Who is first then, and who else changes places. */
static char *
first_then (const VotumCliRobust     *report,
            const VotumRobustWithout *without)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < report->standing->entrants->len; i++)
    if (without->places[i] == 1)
      g_ptr_array_add (names, (char *) votum_cli_robust_name (report, entrant_thing (report, i)));
  g_ptr_array_add (names, NULL);

  return names->len > 1 ? votum_words_list (votum_cli_lang (), (const char *const *) names->pdata) : NULL;
}

static void
print_left_out (const VotumCliRobust *report,
                GPtrArray            *list,
                const char           *title,
                const char           *head)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  if (list->len == 0)
    return;
  votum_cli_say ("\n%s", title);
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "without", head);
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "first", _("First then"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "swaps", _("Pairs that change places"));
  for (guint i = 0; i < list->len; i++)
    {
      const VotumRobustWithout *without = g_ptr_array_index (list, i);
      g_autofree char *first = without->refusal == NULL ? first_then (report, without) : g_strdup (without->refusal);
      g_autofree char *swaps = without->refusal == NULL ? g_strdup_printf ("%u", without->swaps->len) : NULL;

      votum_cli_table_cell (table, votum_cli_robust_name (report, without->thing));
      votum_cli_table_cell (table, first);
      votum_cli_table_cell (table, swaps);
    }
  votum_cli_table_print (table, VOTUM_CLI_FORMAT_TABLE, votum_cli_lang ());
}

static void
print_for_people (const VotumCliRobust *report)
{
  const VotumRobustness *robustness = report->robustness;
  g_autofree char *round = votum_case_name_of (report->votum_case, g_ptr_array_index (report->standing->rounds, robustness->round), votum_cli_lang ());

  votum_cli_say ("%s", round);
  if (report->standing->own_only)
    votum_cli_say ("%s", _("By your own marks alone: those of the others are not to be seen yet."));
  print_entrants (report);
  if (robustness->no_juries == NULL)
    say_juries (report);
  else
    votum_cli_say ("\n%s", robustness->no_juries);
  if (robustness->no_weights != NULL)
    votum_cli_say ("%s", robustness->no_weights);
  else
    {
      say_nearest (report);
      print_criteria (report);
    }
  print_left_out (report, robustness->without_juror, _("With each juror left out in turn"), _("Without"));
  if (robustness->without_entrant->len > 0)
    print_left_out (report, robustness->without_entrant, _("With each finalist left out in turn"), _("Without"));
  else if (robustness->n_ranked > 1)
    votum_cli_say ("\n%s", _("Nobody’s place hangs on who else is in the race: whoever withdraws, the others keep their order."));
}

static int
print_robustness (const char                   *path,
                  const char                   *class_name,
                  const char                   *round_name,
                  const VotumRobustnessOptions *options,
                  VotumCliFormat                format)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumRobustness) robustness = NULL;
  VotumCliRobust report;
  GError *error = NULL;
  guint round;

  report.votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (report.votum_case == NULL)
    return votum_cli_refuse (error);
  standing = votum_cli_standing (report.votum_case, class_name, &error);
  if (standing == NULL || !votum_cli_round (standing, round_name, &round, &error))
    return votum_cli_refuse (error);
  votum_cli_begin (_("Working it out"));
  robustness = votum_standing_robustness (standing, round, options, &error);
  votum_cli_end ();
  if (robustness == NULL)
    return votum_cli_refuse (error);

  report.standing = standing;
  report.robustness = robustness;
  if (format == VOTUM_CLI_FORMAT_TABLE)
    print_for_people (&report);
  else
    votum_cli_robust_rows (&report, format);

  return VOTUM_CLI_DONE;
}

static int
run_robustness (int    argc,
                char **argv)
{
  g_autofree char *round_name = NULL;
  g_autofree char *class_name = NULL;
  g_autofree char *format_name = NULL;
  gint64 seed = 1;
  int draws = 0;
  const GOptionEntry entries[] = {
    { "round", 'r', 0, G_OPTION_ARG_STRING, &round_name, N_("After this round; otherwise after the latest with marks"), N_("ID") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Of this class"), N_("ID") },
    { "draws", 0, 0, G_OPTION_ARG_INT, &draws, N_("How many sets of weights to draw, 100000 if not said"), N_("NUMBER") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("For what is drawn by lot, 1 if not said"), N_("NUMBER") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumRobustnessOptions options = { 0 };
  VotumCliFormat format;

  if (!votum_cli_parse (&votum_cli_robustness_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);
  if (draws < 0 || (draws > 0 && draws < 100) || draws > 100000000)
    return votum_cli_wrong ("%s", _("From 100 to 100000000 sets of weights can be drawn."));
  options.n_draws = (guint) draws;
  options.seed = (guint64) seed;
  options.work = votum_cli_work ();

  return print_robustness (argv[1], class_name, round_name, &options, format);
}

const VotumCliCommand votum_cli_robustness_command = {
  "robustness", N_("CASE"), N_("Tell how sure the order is, with other weights and other jurors"), run_robustness
};
