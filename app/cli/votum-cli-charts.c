#include "votum-config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "votum-case-verdict.h"
#include "votum-chart-export.h"
#include "votum-cli.h"
#include "votum-words.h"

/* Charts as files: PNG, SVG or PDF by the name's ending, or as text for those who do not see them. */

typedef struct {
  char *kind;
  char *output;
  char *lang;
  char *class_;
  char *round;
  char *size;
  char **entrants;
  double scale;
  gboolean dark;
  gboolean describe;
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

static int
draw_chart (const char         *path,
            const ChartOptions *options)
{
  VotumCase *votum_case;
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumChartRanking) ranking = NULL;
  g_autoptr(VotumChartProfile) profile = NULL;
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  g_autofree char *text = NULL;
  VotumChartStyle style = { .dark = options->dark };
  VotumChartExport export = { .scale = options->scale, .style = &style };
  GError *error = NULL;
  GPtrArray *log;
  guint round;
  gboolean done;

  parse_size (options->size, &export.width, &export.height);
  if (options->output != NULL)
    votum_chart_format_from_path (options->output, &export.format);
  if (options->output != NULL && !votum_cli_check_output (options->output, path, NULL, &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  standing = votum_cli_standing (votum_case, options->class_, &error);
  if (standing == NULL || !votum_cli_round (standing, options->round, &round, &error) ||
      !find_entrants (votum_case, options->entrants, chosen, &error))
    return votum_cli_refuse (error);

  log = votum_case_get_log (votum_case);
  export.created = ((const VotumLogEntry *) g_ptr_array_index (log, log->len - 1))->time;

  if (strcmp (options->kind, "ranking") == 0)
    {
      ranking = votum_case_chart_ranking (votum_case, standing, round, options->lang);
      text = votum_chart_ranking_describe (ranking);
      done = options->output == NULL || votum_chart_ranking_write (ranking, &export, options->output, &error);
    }
  else
    {
      profile = votum_case_chart_profile (votum_case, standing, round, options->lang, chosen->len > 0 ? chosen : NULL);
      text = votum_chart_profile_describe (profile);
      done = options->output == NULL || votum_chart_profile_write (profile, &export, options->output, &error);
    }
  if (!done)
    return votum_cli_refuse (error);

  if (options->describe)
    votum_cli_say ("%s", text);
  if (options->output != NULL)
    votum_cli_say ("%s", options->output);

  return VOTUM_CLI_DONE;
}

static int
run_chart (int    argc,
           char **argv)
{
  g_auto(ChartOptions) options = { .scale = 1 };
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind, N_("ranking or profile"), N_("KIND") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write: .png, .svg or .pdf"), N_("FILE") },
    { "describe", 0, 0, G_OPTION_ARG_NONE, &options.describe, N_("Say in words what the chart shows"), NULL },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &options.class_, N_("Of this class"), N_("ID") },
    { "round", 'r', 0, G_OPTION_ARG_STRING, &options.round, N_("After this round; otherwise after the latest with marks"), N_("ID") },
    { "entrant", 'e', 0, G_OPTION_ARG_STRING_ARRAY, &options.entrants, N_("Profile: this entrant; may be repeated, at most four"), N_("ID") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &options.lang, N_("Language of the chart: nb, nn, sv, da or en"), N_("LANG") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, N_("Size in points, 800x500 if not said"), N_("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Pixels per point of a PNG"), N_("FACTOR") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_("Light on dark"), NULL },
    G_OPTION_ENTRY_NULL
  };
  VotumChartFormat format;
  double width, height;

  if (!votum_cli_parse (&votum_cli_chart_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (options.kind == NULL || (strcmp (options.kind, "ranking") != 0 && strcmp (options.kind, "profile") != 0))
    return votum_cli_wrong ("%s", _("Say which chart with --kind: ranking or profile."));
  if (options.output == NULL && !options.describe)
    return votum_cli_wrong ("%s", _("Say where to with --output FILE.png, or ask for words with --describe."));
  if (options.output != NULL && !votum_chart_format_from_path (options.output, &format))
    return votum_cli_wrong (_("“%s” should end in .png, .svg or .pdf."), options.output);
  if (!parse_size (options.size, &width, &height))
    return votum_cli_wrong (_("“%s” is not a size. Write it like 800x500, from 160x120 to 10000x10000."), options.size);
  if (!(options.scale >= 0.1 && options.scale <= 16))
    return votum_cli_wrong ("%s", _("The scale goes from 0.1 to 16."));
  if (options.entrants != NULL && g_strv_length (options.entrants) > VOTUM_CHART_MAX_SERIES)
    return votum_cli_wrong ("%s", _("A profile shows at most four at a time."));
  if (options.lang == NULL)
    options.lang = g_strdup (votum_cli_lang ());
  if (!votum_words_has_lang (options.lang))
    return votum_cli_wrong (_("Charts are written in nb, nn, sv, da or en, not in “%s”."), options.lang);

  return draw_chart (argv[1], &options);
}

const VotumCliCommand votum_cli_chart_command = {
  "chart", N_("CASE --kind KIND --output FILE"), N_("Draw a chart as PNG, SVG or PDF"), run_chart
};
