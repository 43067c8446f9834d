#include "votum-config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "votum-case-charts.h"
#include "votum-chart-export.h"
#include "votum-cli.h"
#include "votum-words.h"

/* Charts as files: PNG, SVG, PDF or their data as CSV by the name's ending, or as text for those who do not see them. */

typedef struct {
  char *kind;
  char *output;
  char *lang;
  char *class_;
  char *round;
  char *size;
  char *criterion;
  char **entrants;
  double scale;
  gint64 seed;
  gboolean dark;
  gboolean describe;
  gboolean kinds;
} ChartOptions;

static void
options_clear (ChartOptions *options)
{
  g_free (options->kind);
  g_free (options->output);
  g_free (options->lang);
  g_free (options->class_);
  g_free (options->round);
  g_free (options->size);
  g_free (options->criterion);
  g_strfreev (options->entrants);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartOptions, options_clear)

static gboolean
parse_size (const char *text,
            double     *width,
            double     *height)
{
  unsigned w, h;
  char end;

  *width = 800;
  *height = 500;
  if (text == NULL)
    return TRUE;
  if (sscanf (text, "%5ux%5u%c", &w, &h, &end) != 2 || w < 160 || h < 120 || w > 10000 || h > 10000)
    return FALSE;
  *width = w;
  *height = h;

  return TRUE;
}

static gboolean
find_entrants (VotumCase *votum_case,
               char     **names,
               GPtrArray *chosen,
               GError   **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      VotumThing *entrant = votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, names[i], error);

      if (entrant == NULL)
        return FALSE;
      g_ptr_array_add (chosen, entrant);
    }

  return TRUE;
}

static VotumChart *
build_chart (VotumCase          *votum_case,
             const ChartOptions *options,
             GError            **error)
{
  g_autoptr(VotumStanding) standing = votum_cli_standing (votum_case, options->class_, error);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  VotumChartRequest request = { .votum_case = votum_case, .standing = standing, .lang = options->lang,
                                .seed = (guint64) options->seed };

  if (standing == NULL || !votum_cli_round (standing, options->round, &request.round, error) ||
      !find_entrants (votum_case, options->entrants, chosen, error))
    return NULL;
  if (options->criterion != NULL)
    {
      request.criterion = votum_case_find_by_name (votum_case, VOTUM_KIND_CRITERION, options->criterion, error);
      if (request.criterion == NULL)
        return NULL;
    }
  request.entrants = chosen->len > 0 ? chosen : NULL;

  return votum_case_chart (options->kind, &request, error);
}

static int
draw_chart (const char         *path,
            const ChartOptions *options)
{
  VotumCase *votum_case;
  g_autoptr(VotumChart) chart = NULL;
  VotumChartStyle style = { .dark = options->dark };
  VotumChartExport export = { .scale = options->scale, .style = &style };
  GError *error = NULL;
  GPtrArray *log;

  parse_size (options->size, &export.width, &export.height);
  if (options->output != NULL)
    votum_chart_format_from_path (options->output, &export.format);
  if (options->output != NULL && !votum_cli_check_output (options->output, path, NULL, &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  chart = build_chart (votum_case, options, &error);
  if (chart == NULL)
    return votum_cli_refuse (error);

  log = votum_case_get_log (votum_case);
  export.created = ((const VotumLogEntry *) g_ptr_array_index (log, log->len - 1))->time;
  if (options->output != NULL && !votum_chart_write (chart, &export, options->output, &error))
    return votum_cli_refuse (error);

  if (options->describe)
    {
      g_autofree char *text = votum_chart_describe (chart);

      votum_cli_say ("%s", text);
    }
  if (options->output != NULL)
    votum_cli_say ("%s", options->output);

  return VOTUM_CLI_DONE;
}

static int
list_kinds (void)
{
  guint n;
  const VotumCaseChart *kinds = votum_case_chart_kinds (&n);

  for (guint i = 0; i < n; i++)
    votum_cli_say ("%-14s %s", kinds[i].name, _(kinds[i].summary));

  return VOTUM_CLI_DONE;
}

/* Whether the call is right; if not, it has been said why. */
static gboolean
check_options (ChartOptions *options)
{
  VotumChartFormat format;
  double width, height;

  if (votum_case_chart_find (options->kind) == NULL)
    votum_cli_wrong ("%s", _("Say which chart with --kind. “votumctl chart --kinds” lists them."));
  else if (options->output == NULL && !options->describe)
    votum_cli_wrong ("%s", _("Say where to with --output FILE.png, or ask for words with --describe."));
  else if (options->output != NULL && !votum_chart_format_from_path (options->output, &format))
    votum_cli_wrong (_("“%s” should end in .png, .svg, .pdf or .csv."), options->output);
  else if (!parse_size (options->size, &width, &height))
    votum_cli_wrong (_("“%s” is not a size. Write it like 800x500, from 160x120 to 10000x10000."), options->size);
  else if (!(options->scale >= 0.1 && options->scale <= 16))
    votum_cli_wrong ("%s", _("The scale goes from 0.1 to 16."));
  else if (!votum_words_has_lang (options->lang))
    votum_cli_wrong (_("Charts are written in nb, nn, sv, da or en, not in “%s”."), options->lang);
  else
    return TRUE;

  return FALSE;
}

static int
run_chart (int    argc,
           char **argv)
{
  g_auto(ChartOptions) options = { .scale = 1, .seed = 1 };
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind, N_("Which chart; --kinds lists them"), N_("KIND") },
    { "kinds", 0, 0, G_OPTION_ARG_NONE, &options.kinds, N_("List the kinds of charts"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write: .png, .svg, .pdf, or .csv for its data"), N_("FILE") },
    { "describe", 0, 0, G_OPTION_ARG_NONE, &options.describe, N_("Say in words what the chart shows"), NULL },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &options.class_, N_("Of this class"), N_("ID") },
    { "round", 'r', 0, G_OPTION_ARG_STRING, &options.round, N_("After this round; otherwise after the latest with marks"), N_("ID") },
    { "entrant", 'e', 0, G_OPTION_ARG_STRING_ARRAY, &options.entrants, N_("Of this entrant; may be repeated"), N_("ID") },
    { "criterion", 0, 0, G_OPTION_ARG_STRING, &options.criterion, N_("About this criterion"), N_("ID") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_("For what is drawn by lot, 1 if not said"), N_("NUMBER") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &options.lang, N_("Language of the chart: nb, nn, sv, da or en"), N_("LANG") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, N_("Size in points, 800x500 if not said"), N_("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Pixels per point of a PNG"), N_("FACTOR") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_("Light on dark"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_chart_command, entries, &argc, &argv, -1))
    return VOTUM_CLI_WRONG_CALL;
  if (options.kinds)
    return list_kinds ();
  if (argc != 2)
    return votum_cli_wrong ("%s", _("This takes CASE --kind KIND --output FILE. See “votumctl chart --help”."));
  if (options.lang == NULL)
    options.lang = g_strdup (votum_cli_lang ());
  if (!check_options (&options))
    return VOTUM_CLI_WRONG_CALL;

  return draw_chart (argv[1], &options);
}

const VotumCliCommand votum_cli_chart_command = {
  "chart", N_("CASE --kind KIND --output FILE"), N_("Draw a chart as PNG, SVG or PDF, or write its data"), run_chart
};
